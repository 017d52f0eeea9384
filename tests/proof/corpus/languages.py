"""Faults of the two languages: texts written in one of them only."""

from tests.proof.corpus.faults import AIRPORT, HEATING, HOTEL, SCHOOL, SHOP, Data, fault, response, sign


@fault(HOTEL, sign("one-language-text", "title"))
def a_title_in_one_language(data: Data) -> None:
    """The title was written once for both languages."""
    data["title"] = "楼下的婚宴"


@fault(SHOP, sign("one-language-text", "need/ask-when"))
def a_response_in_one_language(data: Data) -> None:
    """A response is a plain Chinese text in a scenario for both languages."""
    response(data, "need/ask-when")["say"] = response(data, "need/ask-when")["say"]["zh"]


@fault(HEATING, sign("one-language-text", "four/seal-now"))
def a_reply_copied_over(data: Data) -> None:
    """The English reply is the Chinese one, copied to be done later."""
    reply = response(data, "four/seal-now")["reply"]
    reply["en"] = reply["zh"]


@fault(SCHOOL, sign("one-language-text", "marks/ninety"))
def an_english_note_in_both(data: Data) -> None:
    """The Chinese note is in English."""
    note = response(data, "marks/ninety")["note"]
    note["zh"] = note["en"]


@fault(AIRPORT, sign("one-language-text", "endings.made-it"))
def last_words_in_one_language(data: Data) -> None:
    """An ending speaks English only, as one plain text."""
    data["endings"]["made-it"]["says"] = "It went well. I am flying back with you."


@fault(HEATING, sign("one-language-text", "facts.balcony"))
def a_fact_in_one_language(data: Data) -> None:
    """A fact was noted in Chinese for all."""
    data["facts"]["balcony"] = data["facts"]["balcony"]["zh"]


@fault(SCHOOL, sign("one-language-text", "customer"))
def a_scale_in_one_language(data: Data) -> None:
    """A level of the scale is told in English only."""
    data["customer"]["expects"]["product"]["scale"]["7"] = "three slips a test at most"


@fault(HOTEL, sign("missing-language", "call/hear"))
def a_response_without_english(data: Data) -> None:
    """A response has no English words yet."""
    del response(data, "call/hear")["say"]["en"]


@fault(SHOP, sign("missing-language", "title"))
def a_title_without_chinese(data: Data) -> None:
    """The title has no Chinese words."""
    del data["title"]["zh"]


@fault(HEATING, sign("missing-language", "beats.ask-off.says"))
def a_line_without_english(data: Data) -> None:
    """One of the customer's two lines is not written in English."""
    del data["beats"]["ask-off"]["says"][0]["says"]["en"]


@fault(SCHOOL, sign("missing-language", "two-weeks/rank"))
def a_note_with_empty_english(data: Data) -> None:
    """The English note is an empty text."""
    response(data, "two-weeks/rank")["note"]["en"] = ""


@fault(AIRPORT, sign("missing-language", "customer"))
def a_reason_without_chinese(data: Data) -> None:
    """Why she expects what she does is told in English only."""
    del data["customer"]["expects"]["brand"]["why"]["zh"]


@fault(HOTEL, sign("missing-language", "personas.polite"))
def a_persona_without_english(data: Data) -> None:
    """A persona's label has no English name."""
    del data["personas"]["polite"]["label"]["en"]
