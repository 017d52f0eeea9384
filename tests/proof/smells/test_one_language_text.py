"""one-language-text: a text in one language that stands for both."""

import pytest

from tests.proof.smells.noses import SOUND, changed, codes, lines, told

CODE = "one-language-text"
SAYS = "{zh: 我这会儿真没法收拾东西走。, en: I really cannot pack up and go just now.}"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("我这会儿真没法走。", "“我这会儿真没法走。” is only Chinese, and those who play in English get it too."),
        (
            "I really cannot go now.",
            "“I really cannot go …” is only English, and those who play in Chinese get it too.",
        ),
        ("{zh: 我走不了。, en: 我走不了。}", "“我走不了。” is only Chinese, and those who play in English get it too."),
    ],
)
def test_words_in_one_language_are_told_where_they_stand(words: str, message: str) -> None:
    """The customer suddenly speaks a language that the trainee did not choose."""
    source = changed(SOUND, (SAYS, words))
    assert told(source, CODE) == [message]
    assert lines(source, CODE)[0].startswith(f"says: {words}")


@pytest.mark.parametrize(
    ("old", "new", "path"),
    [
        ("{zh: 陈女士, en: Ms Chen}", "陈女士", "name: 陈女士"),
        ("[tired, anxious]", "[快撑不住了]", "快撑不住了"),
        ("{zh: 排队的人, en: People waiting}", "People waiting", "label: People waiting"),
        ("{zh: 熬了一夜, en: Up all night}", "Up all night", "label: Up all night"),
        ("by: '14:00'", "by: 下午两点", "by: 下午两点"),
        ("{zh: 房间留到 14:00, en: the room until 14:00}", "房间留到 14:00", "say: 房间留到 14:00"),
    ],
)
def test_it_is_told_of_every_text_that_a_trainee_reads(old: str, new: str, path: str) -> None:
    """Names, labels, feelings, times: each in its place."""
    source = changed(SOUND, (old, new))
    (line,) = lines(source, CODE)
    assert line.startswith(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("{zh: 陈女士, en: Ms Chen}", "Anna Chen"),
        ("{zh: 熬了一夜, en: Up all night}", "VIP"),
        ("{zh: 房间留到 14:00, en: the room until 14:00}", "14:00"),
        ("en: Ms Chen}", "en: Ms Chen (陈)}"),
        ("zh: 陈女士,", "zh: Anna,"),
        (SAYS, "{zh: 我的 Wi-Fi 连不上。, en: 'They call it 预期 here, I think.'}"),
    ],
)
def test_what_both_languages_take_as_it_is_is_left_alone(old: str, new: str) -> None:
    """Names, times, abbreviations and a borrowed word are nobody's language."""
    assert CODE not in codes(changed(SOUND, (old, new)))


def test_a_scenario_in_one_language_has_no_other() -> None:
    """Where only Chinese is declared, plain Chinese is what is wanted."""
    assert CODE not in codes(changed(SOUND, (SAYS, "我走不了。"), ("level: 2\n", "level: 2\nlanguages: [zh]\n")))
