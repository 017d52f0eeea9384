"""Pictures with round corners."""

import pygame

from game.desktop.pictures import Pictures

RED = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="10" height="10" fill="#ff0000"/></svg>'


def test_corners_are_clear_and_the_rest_is_there() -> None:
    """A picture with round corners has nothing in its corners, all of its middle and sides, and none of it is lost for
    those who want it with sharp ones."""
    pygame.display.init()
    pictures = Pictures()
    round_, sharp = pictures.drawn(RED, (80, 60), 12), pictures.drawn(RED, (80, 60))
    corners = [(0, 0), (79, 0), (0, 59), (79, 59)]
    assert [round_.get_at(corner).a for corner in corners] == [0] * 4
    assert [sharp.get_at(corner).a for corner in corners] == [255] * 4
    for point in ((40, 30), (0, 30), (79, 30), (40, 0), (40, 59)):
        assert tuple(round_.get_at(point)) == (255, 0, 0, 255)
    edge = {round_.get_at((x, x)).a for x in range(8)}
    assert edge - {0, 255}, "the edge is smooth"
