"""The qualities of many customers are worked out on all cores, and come to the same as in one."""

from random import Random

from game.commands.qualities import prepare
from game.course import quality
from game.course.items import item_analysis
from tests.course.classroom import Classroom, at_random, small


def test_what_other_processes_work_out_is_what_this_one_would() -> None:
    """An analysis of six customers is the same whether their qualities came from other processes or from here."""
    room, dice = Classroom(phases={"exam": [small(f"s{at}") for at in range(6)]}), Random(1)
    for number in range(24):
        at = number % 6
        room.sits(f"t{number}", at_random(room.programme.tasks[at].scenario, dice), at)
    results = room.results()
    quality._KEPT.clear()
    here = item_analysis(room.programme, results)
    quality._KEPT.clear()
    assert len(quality.unknown(results, room.programme.course.weights, room.source_of)) == 6
    prepare(room.programme, results, room.source_of)
    assert quality.unknown(results, room.programme.course.weights, room.source_of) == ()
    assert item_analysis(room.programme, results) == here
