"""Draws the README's picture from a real play: `python docs/picture.py` writes `docs/pictures/talk.svg`."""

import html
import io
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

FILE = ROOT / "scenarios" / "hotel" / "room-not-ready.yaml"
PICKS = ("plain-answer", "hear-night")
SEED = 4
CELL = 12.2
"""Width of a cell in the picture."""
PICTURE = ROOT / "docs" / "pictures" / "talk.svg"


def main() -> int:
    """Play two turns, and write what a trainee sees of the second."""
    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console

    from game.engine import begin, choose, look
    from game.i18n import words
    from game.scenario import read
    from game.terminal import talk_pages
    from game.terminal.blocks import Gap
    from game.terminal.feedback import feedback_page
    from game.terminal.gauges import gauges_page
    from game.terminal.rich_paper import RichPaper

    scenario, _ = read(FILE.read_bytes(), FILE.name)
    assert scenario is not None
    told = words("zh")
    console = Console(record=True, width=86, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    paper = RichPaper(console)
    play = begin(scenario, None, SEED)
    choose(play, PICKS[0])
    moment = look(play)
    paper.show(talk_pages.moment_page(told, moment, scenario, "practice"))
    turn = choose(play, PICKS[1])
    said = next(choice.say for choice in moment.offered if choice.id == PICKS[1])
    paper.show([Gap(), talk_pages.said_by_you(told, said), Gap()])
    paper.show(feedback_page(told, turn))
    paper.show([Gap(), *gauges_page(told, look(play).gauges, scenario)])
    # The fonts that rich's picture would fetch are not ours to send people for.
    form = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(
        in_cells(console.export_svg(title="预期 Yuqi", code_format=form, unique_id="talk")), encoding="utf-8"
    )
    return 0


def in_cells(picture: str) -> str:
    """Return the picture with each run of text as wide as its cells: rich counts a Han character as one of them."""
    from rich.cells import cell_len

    def widened(run: re.Match[str]) -> str:
        return f'textLength="{cell_len(html.unescape(run[2])) * CELL:g}"{run[1]}>{run[2]}<'

    return re.sub(r'textLength="[0-9.]+"([^>]*)>([^<]*)<', widened, picture)


if __name__ == "__main__":
    sys.exit(main())
