"""An import that is killed again and again: nothing is lost, nothing is there twice."""

import os
import random
import signal
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from game.course.exchange.intake import Intake
from game.course.exchange.parcels import Piece, unpacked
from game.course.store import open_store
from game.course.tasks import Programme
from tests.course import handed_in
from tests.course.desk import everything
from tests.course.handed_in import attempt, slip

FOLDERS, EACH, KILLS = 10, 100, 3
forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here, so no child to kill at a chosen point")


def import_all(store_folder: Path, files: Path, programme: Programme, told: int = -1) -> None:
    """Import every file, telling of each when it is opened; what was opened before is kept some files later."""

    def opened() -> Iterator[Piece]:
        for piece in unpacked([files]):
            if told >= 0:
                os.write(told, b".")
            yield piece

    with open_store(store_folder) as store:
        Intake(store, programme, "", datetime.now(UTC)).take(opened())


def killed(store_folder: Path, files: Path, programme: Programme, opened: int, later: int) -> None:
    """Kill an import in a process of its own when it has opened so many files, and `later` looks at the clock after."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            import_all(store_folder, files, programme, writing)
        finally:
            os._exit(1)
    os.close(writing)
    told = 0
    while told < opened and (dots := os.read(reading, opened - told)):
        told += len(dots)
    os.set_blocking(reading, False)
    # Looking at the empty pipe some more times puts the kill anywhere, also between two syncs of one commit.
    for _ in range(later):
        try:
            os.read(reading, 1)
        except BlockingIOError:
            continue
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    os.close(reading)
    assert os.WIFSIGNALED(status)


@pytest.mark.slow
@forks
def test_a_thousand_imports_with_thirty_kills(tmp_path: Path, folder: Path) -> None:
    """A thousand files in ten folders, and the importing program killed three times in each, between files and within
    them: in the end every attempt is there once, whole, as it was signed, also when all are imported once more."""
    programme = handed_in.course(tmp_path / "course")
    keys = [handed_in.desk(tmp_path / f"desk-{number}") for number in range(4)]
    moment = random.Random(20261122)
    made, counts = {}, [0]
    for place in range(FOLDERS):
        files = tmp_path / "in" / f"{place:02}"
        files.mkdir(parents=True)
        for number in range(EACH):
            one = attempt(f"学员 {number // 2}")
            made[one.id] = (one.trainee, one.picks, one.answers, one.started, one.ended, keys[number % 4].public)
            (files / f"{number:03}.json").write_bytes(slip(keys[number % 4], one))
        for _ in range(KILLS):
            killed(folder, files, programme, moment.randrange(1, EACH), moment.randrange(3000))
            counts.append(len(everything(folder)))
        import_all(folder, files, programme)
        counts.append(len(everything(folder)))
        assert counts[-1] == len(made)
    assert counts == sorted(counts)
    assert {count % EACH for count in counts} > {0}, "no kill fell in the middle of a folder"
    import_all(folder, tmp_path / "in", programme)
    kept = everything(folder)
    assert len(kept) == len(made) == FOLDERS * EACH
    assert {one.id: (one.trainee, one.picks, one.answers, one.started, one.ended, one.signer) for one in kept} == made
