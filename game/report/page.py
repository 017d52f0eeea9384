"""The drawing as a page: one file that needs no network, with the whole text of every beat to open beside it."""

import base64
import hashlib
from collections.abc import Iterator
from importlib.resources import files

from game.report.reading import article
from game.report.sheet import Drawing
from game.report.svg import safe, svg

TURNS = ("zoom_in", "zoom_out", "fit", "full")
SIGNS = {"zoom_in": "+", "zoom_out": "−", "fit": "⤢", "full": "1:1"}


def page(drawing: Drawing) -> str:
    """Return the whole page. Its policy lets no script run but its own, and nothing be fetched."""
    script, style = _file("page.js"), _file("page.css")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; img-src data:"
    title = safe(drawing.title())
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html lang="{drawing.words.language}">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f'<meta name="color-scheme" content="light dark">\n<title>{title}</title>',
            f"<style>{style}</style>",
            "<noscript><style>#panel, article[hidden] { display: block; } .tools { display: none; }</style></noscript>",
            f"</head>\n<body>\n<header><h1>{title}</h1>{_tools(drawing)}</header>",
            f'<main id="stage" tabindex="0" aria-label="{safe(drawing.words("graph.page.stage"))}">',
            svg(drawing, alive=True),
            "</main>",
            f'<aside id="panel" hidden tabindex="-1" aria-label="{safe(drawing.words("graph.page.panel"))}">',
            f'<button type="button" id="close">{safe(drawing.words("graph.page.close"))}</button>',
            *_articles(drawing),
            f"</aside>\n<script>{script}</script>\n</body>\n</html>\n",
        ]
    )


def _file(name: str) -> str:
    return files("game.report").joinpath(name).read_text(encoding="utf-8")


def _articles(drawing: Drawing) -> Iterator[str]:
    for number, node in enumerate(drawing.graph.nodes.values()):
        if node.kind != "back":
            yield article(drawing, node, f"r{number}")


def _tools(drawing: Drawing) -> str:
    """Return the search box and the buttons of the page's head."""
    words = drawing.words
    hits, none = safe(words("graph.page.hits", found="%f", all="%a")), safe(words("graph.page.none"))
    buttons = "".join(
        f'<button type="button" data-zoom="{turn}" title="{name}" aria-label="{name}">{SIGNS[turn]}</button>'
        for turn, name in ((turn, safe(words(f"graph.page.{turn}"))) for turn in TURNS)
    )
    return (
        f'<div class="tools"><label for="find">{safe(words("graph.page.search"))}</label>'
        f'<input id="find" type="search" autocomplete="off"><output id="hits" for="find" aria-live="polite"'
        f' data-hits="{hits}" data-none="{none}"></output>{buttons}'
        f'<span class="hint">{safe(words("graph.page.hint"))}</span></div>'
    )
