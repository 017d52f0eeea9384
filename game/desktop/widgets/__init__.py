"""Widgets: values that say how much room they want and put themselves on a sheet. They know nothing of a play."""

from game.desktop.widgets.badge import Badge
from game.desktop.widgets.boxes import Column, Grid, Layers, Limit, Pad, Panel, Row, Space, Tall, Wrap
from game.desktop.widgets.bubble import Bubble
from game.desktop.widgets.controls import Centred, Press, button, icon_button, segments
from game.desktop.widgets.field import Field
from game.desktop.widgets.keys import Keys
from game.desktop.widgets.largest import Largest
from game.desktop.widgets.marks import Bar, Icon, Picture, Ring, ZoneBar
from game.desktop.widgets.modal import Modal
from game.desktop.widgets.ratings import Dots, Stars
from game.desktop.widgets.scroll import Below, Scroll
from game.desktop.widgets.text import Appearing, Text
from game.desktop.widgets.told import Told
from game.desktop.widgets.trail import Trail
from game.desktop.widgets.widget import Widget

__all__ = [
    "Appearing",
    "Badge",
    "Bar",
    "Below",
    "Bubble",
    "Centred",
    "Column",
    "Dots",
    "Field",
    "Grid",
    "Icon",
    "Keys",
    "Largest",
    "Layers",
    "Limit",
    "Modal",
    "Pad",
    "Panel",
    "Picture",
    "Press",
    "Ring",
    "Row",
    "Scroll",
    "Space",
    "Stars",
    "Tall",
    "Text",
    "Told",
    "Trail",
    "Widget",
    "Wrap",
    "ZoneBar",
    "button",
    "icon_button",
    "segments",
]
