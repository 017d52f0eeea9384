"""Opens the game: `python main.py`, or `python main.py play …`; `python main.py --help` lists what it can do."""

import sys

BROUGHT = {
    *("cryptography", "filelock", "fontTools", "fpdf", "jinja2", "msgspec", "numpy", "openpyxl", "platformdirs"),
    *("pygame", "pylopdf_fonts_zh_cn", "rich", "sqlalchemy", "transitions", "truststore", "urllib3", "xlsxwriter"),
    "yaml",
}
"""The modules of the libraries that pyproject.toml asks for."""
STOPPED = 130


def explain(lack: str) -> int:
    """Exit code 2, after saying in both languages what this Python lacks and which command sets everything up."""
    print(f"还缺 {lack}。请运行 python run.py：它会把一切准备好，再打开游戏。", file=sys.stderr)
    print(f"{lack} is missing. Run `python run.py`: it sets everything up and opens the game.", file=sys.stderr)
    return 2


def main() -> int:
    """The exit code of the game: 0 done, 1 the thing asked about is wrong, 2 used wrongly or not set up."""
    if sys.version_info < (3, 11):
        return explain("Python 3.11")
    try:
        from game.cli import main as game

        return game()
    except ModuleNotFoundError as error:
        missing = (error.name or "").partition(".")[0]
        if missing not in BROUGHT:
            raise
        return explain(missing)
    except KeyboardInterrupt:  # so early that the game could not yet answer it
        print("\n停了。Stopped.", file=sys.stderr)
        return STOPPED


if __name__ == "__main__":
    sys.exit(main())
