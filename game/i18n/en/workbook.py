"""What a workbook tells its author."""

WORDS = {
    "workbook.title": "Write a scenario in a spreadsheet",
    "workbook.guide": """One row for each response: the sheet Talk holds what the customer says, what the trainee can answer, and what each answer does. Each of the other sheets holds one kind of thing.
Save it, run python run.py new --from this-file.xlsx, and you have a scenario that can be played. If something is wrong, you are told the sheet and the cell.
In Talk, the first seven columns matter most: beat, says, response, tags, effects, then, note. Fill in the others when you need them, or delete them.
Cells with a list let you choose. Where several things go into one cell, put a comma or “;” between them, as in the tags: reaction, paraphrase.
Effects look like this: service +2; heat -1; budget -30 (budget is an id from the sheet Meters). Limits look like this: service 7.
Conditions look like this: heat <=4; knows exam; said call/own-it; perceived service >=6. All of them must hold. For “or” and “not” use braces: {example}.
“response” holds the trainee's words; “id” is its name, and if left empty it is r1, r2 and so on. A condition refers to it as beat/id. Names of beats, promises and endings are your own.
“then” holds the name of a beat or an ending. Leave it empty to go on with the next beat; “back” returns to where the talk was broken into.
To write in two languages, add a column with (Chinese) after its head, such as “says (Chinese)”.
A sheet or a column for your own notes begins with #, and is left unread. Columns may change places, but heads and sheets keep their names.
Rest the pointer on a head to see what the column is for.""",
    "workbook.about_head": "# what it is",
    "workbook.choices": "{about}\nYou can write: {known}",
    "workbook.unusual": "This is not what usually stands here. Keep it all the same?",
}
