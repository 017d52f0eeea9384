"""What the parser of YAML says, in the words of those who write scenarios: what it met, and what to do."""

from typing import Final, NamedTuple


class Phrase(NamedTuple):
    """What was met and what to do, in both languages; `<line>` and `<sign>` are what stands there.

    `back` says that the parser points behind the sign.
    """

    zh: str
    en: str
    do_zh: str
    do_en: str
    back: bool = False


_WHOLE_ZH, _WHOLE_EN = "给整句话加上引号。", "Quote the whole text."

PHRASES: Final[dict[str, Phrase]] = {
    "colon-within": Phrase(
        "一句话中间有半角冒号加空格“: ”，后半句被当成了另一项",
        "a colon and a space within a text begin another key",
        f"换成全角冒号“：”，或者{_WHOLE_ZH}",
        _WHOLE_EN,
    ),
    "indented": Phrase(
        "“<line>”接不上前面：多半是缩进多了，或者上一行少了冒号",
        "“<line>” does not follow from what stands above: it is indented too far, or the line above lacks its colon",
        "和同一层的各行左边对齐。",
        "Line it up with its neighbours.",
    ),
    "no-colon": Phrase(
        "“<line>”后面没有冒号",
        "“<line>” has no colon",
        "补上冒号；要是接着上一行说，就比上一行多缩进两格。",
        "Add the colon; if it continues the line above, indent it two spaces further than that.",
    ),
    "no-space": Phrase(
        "“<line>”的冒号后面少了空格",
        "“<line>” lacks the space after its colon",
        "冒号后面空一格。",
        "Put a space after the colon.",
    ),
    "dash": Phrase(
        "“-”后面少了空格",
        "a “-” lacks the space behind it",
        "“-”后面空一格。",
        "Put a space after the “-”.",
    ),
    "after-quote": Phrase(
        "引号或括号已经关上，后面却还有字",
        "there are words left after the closing quote or bracket",
        "整句放进引号里；句子里面的引号写成“”。",
        "Put the whole text between quotes. A text in single quotes writes its apostrophes twice; or take double ones.",
    ),
    "not-in-line": Phrase(
        "“<line>”的缩进和上下都对不齐",
        "“<line>” is not in line with its neighbours",
        "和同一层的各行左边对齐。",
        "Line it up with those of the same level.",
    ),
    "no-comma": Phrase(
        "括号里的两项之间少了逗号",
        "a comma is missing between two entries in brackets",
        "补上半角逗号“,”；话里有逗号、冒号时，整句加上引号。",
        "Add it; quote a text that holds a comma or a colon.",
    ),
    "hash": Phrase(
        "“ #”后面的字都被当成了注释，括号就没有关上",
        "what follows “ #” is taken for a comment, and so the bracket is never closed",
        _WHOLE_ZH,
        _WHOLE_EN,
    ),
    "found character that cannot start any token": Phrase(
        "没加引号的话不能用“<sign>”开头",
        "a text without quotes cannot begin with “<sign>”",
        _WHOLE_ZH,
        _WHOLE_EN,
    ),
    "did not find expected alphabetic or numeric character": Phrase(
        "没加引号的话不能用“<sign>”开头",
        "a text without quotes cannot begin with “<sign>”",
        _WHOLE_ZH,
        _WHOLE_EN,
        back=True,
    ),
    "mapping keys are not allowed in this context": Phrase(
        "没加引号的话不能用“? ”开头",
        "a text without quotes cannot begin with “? ”",
        _WHOLE_ZH,
        _WHOLE_EN,
    ),
    "did not find expected whitespace or line break": Phrase(
        "没加引号的话不能用“!”开头",
        "a text without quotes cannot begin with “!”",
        _WHOLE_ZH,
        _WHOLE_EN,
        back=True,
    ),
    "block sequence entries are not allowed in this context": Phrase(
        "“- ”不能写在这一行",
        "a list cannot begin with “- ” on this line",
        "另起一行再写“- ”；话用“- ”开头时，整句加上引号。",
        "Begin the list on a line of its own; quote a text that begins with “- ”.",
    ),
    "did not find expected '-' indicator": Phrase(
        "上面各项都用“- ”开头，“<line>”却没有",
        "the entries above begin with “- ”, and “<line>” does not",
        "补上“- ”，或者把缩进和同一层对齐。",
        "Add the “- ”, or line it up with those of its own level.",
    ),
    "did not find expected node content": Phrase(
        "“<sign>”前面少了内容",
        "something is missing before “<sign>”",
        "补上内容，或者删掉多出来的“<sign>”。",
        "Add it, or take out “<sign>”.",
    ),
    "found unknown escape character": Phrase(
        "双引号里面不能单独写“\\”",
        "a “\\” cannot stand alone between double quotes",
        "写成“\\\\”，或者换成单引号。",
        "Write “\\\\”, or use single quotes.",
    ),
    "did not find expected comment or line break": Phrase(
        "“|”和“>”后面不能接着写字",
        "no words may follow “|” or “>” on its line",
        "另起一行再写；话用“|”或“>”开头时，整句加上引号。",
        "Begin on the next line; quote a text that begins with “|” or “>”.",
    ),
    "did not find expected <document start>": Phrase(
        "“<line>”前面的内容已经写完了，这一行接不上",
        "the file is complete before “<line>”",
        "看看缩进和括号，或者删掉这一行。",
        "Look at the indentation and the brackets, or remove this line.",
    ),
}
"""By the parser's words, or by the name of what was found out beyond them."""

GENERAL: Final = Phrase(
    "解析器说：<said>",
    "the parser says: <said>",
    "缩进要对齐，引号、括号要成对；话里有“: ”或“ #”时，整句加上引号。",
    "Line up what belongs together, close quotes and brackets; quote a text that holds “: ” or “ #”.",
)
