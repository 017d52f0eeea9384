"""The command line: what each command takes, in the reader's language. What commands do stands in `game.commands`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from game.i18n import Words, words

__version__ = "0.1.0"

OK, WRONG, MISUSED, STOPPED = 0, 1, 2, 130
"""Exit codes: done; the thing asked about is wrong; the command was used wrongly; Ctrl-C."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. Bad input ends in a message, never in a traceback."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    _soften(sys.stdout, sys.stderr)
    language = _language(given)
    told = words(language)
    _translate_parser(language)
    parser = _parser(told)
    options = parser.parse_args(given if _has_command(given) else [*given, "play"])
    options.language = language
    try:
        return int(_command(_module(options))(options, told))
    except KeyboardInterrupt:
        return _stopped(options.command, told)
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _stopped(command: str, told: Words) -> int:
    """Say that the command was stopped, on a line of its own, and return the exit code."""
    if sys.stderr.isatty():  # which has written ^C there
        print(file=sys.stderr)
    print(told("stopped.check" if command == "check" else "stopped"), file=sys.stderr)
    return STOPPED


def _soften(*streams: Any) -> None:
    """Let a stream that cannot show a letter show a stand-in for it rather than fail."""
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _language(given: list[str]) -> str:
    """Return the language of --lang, else the system's."""
    for place, word in enumerate(given):
        if word == "--lang" and place + 1 < len(given):
            return "zh" if given[place + 1].startswith("zh") else "en"
        if word.startswith("--lang="):
            return "zh" if word.removeprefix("--lang=").startswith("zh") else "en"
    return system_language()


def system_language() -> str:
    """Return "zh" where the system speaks Chinese, else "en"."""
    if sys.platform == "win32":
        import ctypes

        simplified_or_traditional = 0x04
        return "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == simplified_or_traditional else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return "zh" if os.environ[name].lower().startswith("zh") else "en"
    return "en"


def _command(name: str) -> Callable[[argparse.Namespace, Words], int]:
    """Return the function of a command; its module is imported only now."""
    from importlib import import_module

    command: Callable[[argparse.Namespace, Words], int] = import_module(f"game.commands.{name}").run
    return command


def _module(options: argparse.Namespace) -> str:
    """Return the name of the module of a command: a command of courses has one of its own."""
    return f"course_{options.course_command}" if options.command == "course" else str(options.command)


def _has_command(given: list[str]) -> bool:
    """Return whether more was given than a language: without a command the game simply opens."""
    rest = [word for place, word in enumerate(given) if "--lang" not in (word, *given[max(0, place - 1) : place])]
    return any(not word.startswith("--lang=") for word in rest)


def _translate_parser(language: str) -> None:
    """Let argparse say its own words in the reader's language: it looks them up in its module, and nowhere else."""
    from importlib import import_module

    own: dict[str, str] = import_module(f"game.i18n.{language}.command_line").PARSER
    argparse._ = lambda text: own.get(text, text)  # type: ignore[attr-defined]


class _Parser(argparse.ArgumentParser):
    """A parser whose messages are the reader's words."""

    told: Words

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, **settings)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Refuse what is not among the choices, and name the nearest that is."""
        if action.choices is None or value in action.choices:
            return
        from game.scenario import nearest

        known, named = [str(one) for one in action.choices], action.dest in ("command", "course_command")
        near = nearest(str(value), known)
        found = self.told("misused.near", name=near) if near else ""
        key = "misused.command" if named else "misused.choice"
        message = self.told(key, name=value, near=found, known=self.told.list(known))
        raise argparse.ArgumentError(None if named else action, message)

    def error(self, message: str) -> Any:
        self.print_usage(sys.stderr)
        self.exit(MISUSED, self.told("misused", command=self.prog, message=message) + "\n")


def _parser(told: Words) -> argparse.ArgumentParser:
    _Parser.told = told
    common = _Parser(add_help=False)
    common.add_argument("--lang", choices=("zh", "en"), help=told("help.lang"))
    common.add_argument("-h", "--help", action="help", help=told("help.help"))
    parser = _Parser(prog="yuqi", description=told("help.yuqi"), parents=[common], add_help=False)
    parser.add_argument("--version", action="version", version=f"yuqi {__version__}", help=told("help.version"))
    commands = parser.add_subparsers(dest="command", required=True, metavar=told("help.command"), parser_class=_Parser)

    def command(name: str) -> argparse.ArgumentParser:
        about = told(f"help.{name}")
        return commands.add_parser(name, help=about, description=about, parents=[common], add_help=False)

    _play(command("play"), told)
    _score(command("score"), told)
    _check(command("check"), told)
    _replay(command("replay"), told)
    _new(command("new"), told)
    _export(command("export"), told)
    _graph(command("graph"), told)
    _print(command("print"), told)
    _preview(command("preview"), told)
    _course(command("course"), told, common)
    return parser


def _play(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("scenario", nargs="?", metavar=told("help.scenario"), help=told("help.scenario_or_none"))
    parser.add_argument("--persona", metavar=told("help.persona"), help=told("help.persona_id"))
    parser.add_argument("--mode", choices=("practice", "exam"), help=told("help.mode"))
    parser.add_argument("--seed", type=int, metavar="N", help=told("help.seed"))
    parser.add_argument("--trainee", default="", metavar=told("help.trainee"), help=told("help.trainee_name"))
    parser.add_argument("--rulebook", metavar=told("help.file"), help=told("help.rulebook"))
    parser.add_argument("--class", dest="room", action="store_true", help=told("help.room"))
    parser.add_argument("--terminal", action="store_true", help=told("help.terminal"))
    parser.add_argument("--plain", action="store_true", help=told("help.plain"))


def _score(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("scenario", metavar=told("help.scenario"), help=told("help.scenario_file"))
    parser.add_argument("--picks", required=True, metavar="a,b,c", help=told("help.picks"))
    parser.add_argument("--expired", action="store_true", help=told("help.expired"))
    parser.add_argument("--persona", metavar=told("help.persona"), help=told("help.persona_id"))
    parser.add_argument("--rulebook", metavar=told("help.file"), help=told("help.rulebook"))
    parser.add_argument("--json", action="store_true", help=told("help.json"))


def _check(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("paths", nargs="+", metavar=told("help.path"), help=told("help.paths"))
    parser.add_argument("--fix-words", choices=("zh", "en"), help=told("help.fix_words"))
    parser.add_argument("--strict", action="store_true", help=told("help.strict"))
    parser.add_argument("--verbose", action="store_true", help=told("help.verbose"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=told("help.json"))
    form.add_argument("--sarif", action="store_true", help=told("help.sarif"))


def _new(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("name", nargs="?", metavar=told("help.name"), help=told("help.new_name"))
    source = parser.add_mutually_exclusive_group()
    source.add_argument("--from", dest="workbook", metavar=told("help.workbook"), help=told("help.new_from"))
    source.add_argument("--template", action="store_true", help=told("help.template"))
    parser.add_argument("-o", "--output", metavar=told("help.file"), help=told("help.template_file"))


def _replay(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("attempt", metavar=told("help.attempt"), help=told("help.attempt_id"))
    parser.add_argument("--plain", action="store_true", help=told("help.plain"))
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help=told("help.json"))
    form.add_argument("-o", "--output", metavar=told("help.file"), help=told("help.replay_file"))


def _export(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("scenario", metavar=told("help.scenario"), help=told("help.scenario_file"))
    parser.add_argument("-o", "--output", required=True, metavar=told("help.file"), help=told("help.export_file"))


def _graph(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("scenario", metavar=told("help.scenario"), help=told("help.scenario_file"))
    parser.add_argument("-o", "--output", required=True, metavar=told("help.file"), help=told("help.graph_file"))
    parser.add_argument("--persona", metavar=told("help.persona"), help=told("help.persona_id"))


def _print(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("scenario", metavar=told("help.scenario"), help=told("help.scenario_file"))
    parser.add_argument("-o", "--output", required=True, metavar=told("help.file"), help=told("help.print_file"))
    parser.add_argument("--persona", metavar=told("help.persona"), help=told("help.persona_id"))
    parser.add_argument("--rulebook", metavar=told("help.file"), help=told("help.rulebook"))
    parser.add_argument("--both", action="store_true", help=told("help.print_both"))


def _preview(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("scenario", metavar=told("help.scenario"), help=told("help.scenario_file"))
    parser.add_argument("--persona", metavar=told("help.persona"), help=told("help.persona_id"))
    parser.add_argument("--seed", type=int, metavar="N", help=told("help.seed"))
    parser.add_argument("--terminal", action="store_true", help=told("help.preview_terminal"))
    parser.add_argument("--plain", action="store_true", help=told("help.plain"))


def _course(parser: argparse.ArgumentParser, told: Words, common: _Parser) -> None:
    about = told("help.course_command")
    commands = parser.add_subparsers(dest="course_command", required=True, metavar=about, parser_class=_Parser)

    def command(name: str) -> argparse.ArgumentParser:
        about = told(f"help.course_{name}")
        return commands.add_parser(name, help=about, description=about, parents=[common], add_help=False)

    _course_run(command("run"), told)
    _course_report(command("report"), told)
    _course_import(command("import"), told)
    _course_forget(command("forget"), told)
    _course_xapi(command("xapi"), told)


def _course_run(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("course", metavar=told("help.course_file"), help=told("help.course_which"))
    parser.add_argument("--trainee", default="", metavar=told("help.trainee_id"), help=told("help.trainee_who"))
    parser.add_argument("--exports", metavar=told("help.folder"), help=told("help.exports"))
    parser.add_argument("--terminal", action="store_true", help=told("help.terminal"))
    parser.add_argument("--plain", action="store_true", help=told("help.plain"))


def _course_report(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("course", metavar=told("help.course_file"), help=told("help.course_which"))
    parser.add_argument("-o", "--output", required=True, metavar=told("help.folder"), help=told("help.report_folder"))
    parser.add_argument("--group", metavar=told("help.report_group"), help=told("help.report_group_of"))
    parser.add_argument("--trainee", metavar=told("help.trainee_id"), help=told("help.report_trainee"))
    parser.add_argument("--all-attempts", action="store_true", help=told("help.report_all_attempts"))
    parser.add_argument("--codes", action="store_true", help=told("help.report_codes"))
    parser.add_argument("--format", metavar="html,pdf,xlsx,csv,moodle", help=told("help.report_format"))
    parser.add_argument("--both", action="store_true", help=told("help.report_both"))


def _course_import(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("files", nargs="+", metavar=told("help.path"), help=told("help.course_files"))
    parser.add_argument("--course", metavar=told("help.course_file"), help=told("help.import_course"))
    parser.add_argument("--json", action="store_true", help=told("help.json"))


def _course_forget(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("trainee", metavar=told("help.trainee_id"), help=told("help.course_trainee"))
    parser.add_argument("--yes", action="store_true", help=told("help.forget_yes"))
    exports = told("help.forget_exports")
    parser.add_argument("--exports", action="append", metavar=told("help.folder"), help=exports)


def _course_xapi(parser: argparse.ArgumentParser, told: Words) -> None:
    parser.add_argument("course", metavar=told("help.course_file"), help=told("help.course_which"))
    where = parser.add_mutually_exclusive_group()
    where.add_argument("-o", "--output", metavar=told("help.file"), help=told("help.xapi_output"))
    where.add_argument("--send", metavar="URL", help=told("help.xapi_send"))
    parser.add_argument("--user", metavar=told("help.xapi_user"), help=told("help.xapi_user_name"))
    parser.add_argument("--password-env", metavar=told("help.xapi_variable"), help=told("help.xapi_password"))
    parser.add_argument("--insecure", action="store_true", help=told("help.xapi_insecure"))
    parser.add_argument("--again", action="store_true", help=told("help.xapi_again"))
    parser.add_argument("--codes", action="store_true", help=told("help.xapi_codes"))
    parser.add_argument("--base", metavar="IRI", help=told("help.xapi_base"))
    parser.add_argument("--home-page", metavar="URL", help=told("help.xapi_home_page"))
    parser.add_argument("--json", action="store_true", help=told("help.json"))
