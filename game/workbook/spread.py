"""A scenario's plain data as the rows of sheets: each row says by column what stands in it."""

from typing import Any, Final

from game.workbook.layout import SHEETS

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""The rows of each sheet, by the sheet's key."""

_LISTED: Final = {"facts": "text", "needs": "text", "allow": "text", "meters": "", "cast": ""}
_OF_RESPONSE: Final = ("say", "tags", "names", "frame", "keeps", "breaks", "learn", "if", "again", "note")
_OF_BEAT: Final = ("kind", "channel", "scene", "speaker", "mood", "patience")


def spread(data: Row) -> Rows:
    """Return the rows of all sheets. `data` has English keys."""
    rows: Rows = {sheet.key: [] for sheet in SHEETS}
    rows["scenario"] = [_scenario(data)]
    _customers(data, rows)
    for id_, beat in data["beats"].items():
        _beat(id_, beat, rows)
    for id_, ending in data["endings"].items():
        says = _said(id_, ending.get("says"), rows)
        rows["endings"].append({"id": id_, "says": says, "lost": ending.get("lost")})
    for key, text in _LISTED.items():
        for id_, entry in data.get(key, {}).items():
            rows[key].append({"id": id_, text: entry} if text else {"id": id_, **entry})
    rows["interrupts"] = [dict(entry) for entry in data.get("interrupts", ())]
    return rows


def _scenario(data: Row) -> Row:
    follows = data.get("follows", {})
    told = {key: value for key, value in data.items() if key in _plain()}
    return {**told, "follows": follows.get("scenario"), "follows.personas": follows.get("personas") or None}


def _plain() -> set[str]:
    return {column.key for column in SHEETS[0]} - {"follows"}


def _customers(data: Row, rows: Rows) -> None:
    for id_, who in [("base", data["customer"]), *data.get("personas", {}).items()]:
        rows["customer"].append({"persona": id_, **{key: value for key, value in who.items() if key != "expects"}})
        for component, expectation in who.get("expects", {}).items():
            told = {key: value for key, value in expectation.items() if value != {}}
            rows["expects"].append({"persona": id_, "component": component, **told})


def _said(at: str, lines: Any, rows: Rows) -> Any:
    """Return the words that are said where no condition holds; the others become rows of their own."""
    if not isinstance(lines, list):
        return lines
    rows["depends"] += [{"at": at, "if": line.get("if"), "says": line["says"]} for line in lines[:-1]]
    return lines[-1]["says"]


def _beat(id_: str, beat: Row, rows: Rows) -> None:
    of_beat = {"beat": id_, "says": _said(id_, beat["says"], rows)}
    of_beat.update({key: beat[key] for key in _OF_BEAT if key in beat})
    for response_id, response in beat["responses"].items():
        rows["talk"].append({**of_beat, "response": response_id, **_response(f"{id_}/{response_id}", response, rows)})
        of_beat = {"beat": id_}


def _response(at: str, response: Row, rows: Rows) -> Row:
    row: Row = {key: response[key] for key in _OF_RESPONSE if key in response and (key == "if" or response[key])}
    row["effects"] = {key: response[key] for key in ("deliver", "heat", "meters") if response.get(key)} or None
    for key, value in response.get("extra", {}).items():
        row[f"extra.{key}"] = value
    row["reply"] = _said(at, response.get("reply"), rows)
    row["promise"] = list(response.get("promise", ())) or None
    rows["promises"] += [{"id": id_, **made} for id_, made in response.get("promise", {}).items()]
    then = response.get("then")
    if isinstance(then, list):
        rows["depends"] += [{"at": at, "if": route.get("if"), "to": route["to"]} for route in then[:-1]]
        then = then[-1]["to"]
    row["then"] = then
    return row
