"""Names of files, made of what people are called."""

from hypothesis import given
from hypothesis import strategies as st

from game.course.grading.results import Person
from game.report.course.naming import file_names

NAMES = st.text(max_size=300) | st.sampled_from(
    ["con", "NUL.txt", "..", "李芳", "a/b", "A", "a", "é", "e\u0301", " ", "x\0y"]
)


@given(st.lists(st.tuples(NAMES, NAMES), max_size=12, unique_by=lambda one: one[0]))
def test_every_person_has_a_file_that_every_system_takes(people: list[tuple[str, str]]) -> None:
    """Whatever people are called, each has a file name of their own that Windows, macOS and Linux take."""
    found = file_names(Person(id_, name, "") for id_, name in people)
    assert set(found) == {id_ for id_, _ in people}
    assert len({name.casefold() for name in found.values()}) == len(people)
    for name in found.values():
        assert name
        assert len(name.encode()) <= 110
        assert not set('<>:"/\\|?*\0\n\r\t ') & set(name)
        assert name[0] not in "."
        assert name[-1] not in ". "
        assert name.lower().split(".")[0] not in {"con", "prn", "aux", "nul"}


def test_people_are_recognised_in_the_names_of_their_files() -> None:
    """A trainer finds a trainee's file by name and id."""
    assert file_names([Person("2026001", "王小丽", "")]) == {"2026001": "王小丽-2026001"}
    assert file_names([Person("Anna B", "Anna B", "")]) == {"Anna B": "Anna-B"}
