"""`course xapi`, as an instructor uses it."""

import argparse
import datetime
import json
import os
import signal
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, get_args

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

from game.cli import main
from game.commands import sending
from game.course.store import open_store
from game.course.tasks import Programme
from game.course.xapi.lrs import Kind, RecordStore
from game.i18n import words
from tests.course.lrs.class_room import WELL, course, talk
from tests.course.lrs.servers import Reply, free_port, scripted

MAIN = Path(__file__).resolve().parents[3] / "main.py"
TAKEN: Reply = (200, {}, b"[]")


@pytest.fixture
def held(tmp_path: Path, home: Path) -> Programme:
    """A course that two have taken; one of them is not through yet."""
    found = course(tmp_path, roster=True)
    with open_store(home) as store:
        talk(store, found, WELL, "101")
        talk(store, found, WELL[:2], "102", over=False)
    return found


@pytest.fixture
def path(tmp_path: Path, held: Programme) -> str:
    """The course's file."""
    return str(tmp_path / "course.yaml")


Said = pytest.CaptureFixture[str]


def test_a_file_has_all_statements(path: str, tmp_path: Path, capsys: Said) -> None:
    """As an array or line by line, the file has the same fifteen statements; it says that one talk is not over."""
    for name in ("told.json", "told.jsonl"):
        assert main(["course", "xapi", path, "-o", str(tmp_path / name), "--lang", "en"]) == 0
    whole = json.loads((tmp_path / "told.json").read_bytes())
    lines = [json.loads(line) for line in (tmp_path / "told.jsonl").read_text(encoding="utf-8").splitlines()]
    assert (len(whole), lines) == (15, whole)
    said = capsys.readouterr().out
    assert "attempts: 2, statements: 15." in said
    assert "Not finished yet: 1 attempt(s)" in said


def test_codes_and_addresses_are_those_asked_for(path: str, tmp_path: Path, capsys: Said) -> None:
    """With codes nobody is named; our own addresses begin as the school wants them to."""
    target = tmp_path / "told.jsonl"
    asked = ["--codes", "--base", "https://school.example/yuqi/", "--json"]
    assert main(["course", "xapi", path, "-o", str(target), *asked]) == 0
    assert json.loads(capsys.readouterr().out)["statements"] == 15
    told = target.read_text(encoding="utf-8")
    assert "张三丰" not in told
    assert '"101"' not in told
    assert "yuqi.example" not in told
    assert '"homePage":"https://school.example/yuqi/","name":"T-' in told
    assert "https://school.example/yuqi/scenarios/heating-cold-flat" in told


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ([], "-o FILE"),
        (["-o", "told.txt"], ".json"),
        (["-o", "told.json", "--user", "a"], "--user only makes sense with --send"),
        (["--send", "lrs"], "lrs is not the address"),
        (["--send", "http://lrs.example/xAPI"], "http://lrs.example/xAPI/statements is not encrypted"),
        (["--send", "https://a:b@lrs.example/xAPI"], "without user name and password"),
        (["--send", "https://lrs.example", "--user", "a"], "--password-env"),
        (["--send", "https://lrs.example", "--user", "a", "--password-env", "NO_SUCH"], "NO_SUCH is empty"),
        (["--send", "https://lrs.example", "--password-env", "NO_SUCH"], "Add --user"),
        (["-o", "told.json", "--base", "school"], "school cannot begin an address"),
        (["-o", "told.json", "--home-page", "urn:x:y"], "urn:x:y is not a web address"),
    ],
)
def test_a_mistaken_order_is_told_and_nothing_is_done(
    path: str, tmp_path: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch, asked: list[str], said: str
) -> None:
    """Whatever is missing or makes no sense is told in one sentence, with exit code 2; no file, no connection."""
    monkeypatch.chdir(tmp_path)
    assert main(["course", "xapi", path, *asked, "--lang", "en"]) == 2
    assert said in capsys.readouterr().err
    assert not [one for one in tmp_path.iterdir() if one.name.startswith("told")]


def test_a_password_that_is_not_given_at_the_question_is_told(
    path: str, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever ends the input instead of typing a password hears what to do, and nothing is sent."""

    def ended(prompt: str) -> str:
        raise EOFError(prompt)

    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("getpass.getpass", ended)
    assert main(["course", "xapi", path, "--send", "https://lrs.example", "--user", "desk", "--lang", "en"]) == 2
    assert "--password-env" in capsys.readouterr().err


def test_without_encryption_only_if_it_has_to_be() -> None:
    """An address without encryption is taken with --insecure, and on this very machine without it."""
    for url, insecure in (("http://lrs.example/xAPI", True), ("http://localhost:8100/xAPI", False)):
        asked = argparse.Namespace(send=url, insecure=insecure, user=None, password_env=None)
        assert sending.store(asked, words("en")).url == f"{url}/statements"


def test_what_is_sent_is_sent_once(path: str, capsys: Said) -> None:
    """The first run sends everything, the second nothing; each says so."""
    with scripted(lambda path, document: TAKEN) as server:
        order = ["course", "xapi", path, "--send", server.url, "--lang", "zh"]
        assert main(order) == 0
        assert "送到了 15 条" in capsys.readouterr().out
        assert main(order) == 0
        assert "没有新的，15 条以前都送到了" in capsys.readouterr().out
    assert [len(heard) for heard in server.heard] == [15]


def test_what_comes_later_is_sent_later(path: str, held: Programme, home: Path, capsys: Said) -> None:
    """A talk that is finished after the first run is completed at the store by the second one."""
    with scripted(lambda path, document: TAKEN) as server:
        order = ["course", "xapi", path, "--send", server.url, "--json"]
        assert main(order) == 0
        with open_store(home) as store:
            (begun,) = store.unfinished()
            for turn, pick in enumerate(WELL[2:], start=3):
                store.keep(begun.id, turn, pick, 1000)
            store.end(begun.id)
        assert main(order) == 0
    first, second = server.heard
    assert len(first) == 15
    assert [one["verb"]["display"]["en-US"] for one in second] == [
        *("selected", "progressed", "selected"),
        *("completed", "passed"),
    ]
    *_, last = capsys.readouterr().out.split("\n{\n")
    assert json.loads("{" + last)["delivered"] == 5


def test_a_statement_that_is_refused_is_named(path: str, capsys: Said) -> None:
    """A refused statement is named with the server's words, and sent again when asked for; else it stays aside."""
    bad = [""]

    def script(path: str, document: Any) -> Reply:
        bad[0] = bad[0] or document[3]["id"]
        wrong = bad[0] in [one["id"] for one in document]
        return (400, {}, b'{"detail": "no thank you"}') if wrong else TAKEN

    order = ["course", "xapi", path, "--lang", "en", "--send"]
    with scripted(script) as server:
        assert main([*order, server.url]) == 1
        said = capsys.readouterr().out
        assert f"{bad[0]} (attempt " in said
        assert "400 no thank you" in said
        assert "Delivered: 14" in said
        server.script = lambda path, document: TAKEN
        assert main([*order, server.url]) == 1
        assert main([*order, server.url, "--again"]) == 0


def test_a_server_that_is_away_loses_nothing(path: str, capsys: Said, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers: exit code 1, what is the matter, and that all is kept."""
    monkeypatch.setattr("game.course.xapi.delivery.PAUSES", ())
    order = ["course", "xapi", path, "--send", f"http://127.0.0.1:{free_port()}/xAPI"]
    assert main([*order, "--lang", "en"]) == 1
    said = capsys.readouterr().out
    assert "cannot be reached" in said
    assert "Run the same command again" in said
    assert main([*order, "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["stopped"]["kind"], found["delivered"], found["waiting"]) == ("away", 0, 15)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_whatever_stops_the_sending_is_told_in_words(language: str) -> None:
    """For each thing that a server can answer but an acknowledgement there are words, with the server's own."""
    for kind in get_args(Kind):
        if kind != "taken":
            assert "so it said" in words(language)(f"xapi.stopped.{kind}", detail="so it said")


def test_a_course_that_nobody_has_taken_has_nothing_to_send(tmp_path: Path, capsys: Said) -> None:
    """Before anyone has talked there is nothing to hand over, which is all that is said; no server hears anything."""
    course(tmp_path)
    with scripted(lambda path, document: TAKEN) as server:
        order = ["course", "xapi", str(tmp_path / "course.yaml"), "--lang", "en"]
        assert main([*order, "--send", server.url]) == 0
        assert capsys.readouterr().out == "Nobody has taken this course yet, so there is nothing to hand over.\n"
        assert main([*order, "-o", str(tmp_path / "none.json")]) == 0
    assert (json.loads((tmp_path / "none.json").read_bytes()), server.heard) == ([], [])


def test_the_password_is_nowhere_to_be_read(
    path: str, home: Path, capsys: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password goes to the server and nowhere else: no message and no file has it."""
    monkeypatch.setenv("LRS_PASSWORD", "sesame-open-4711")
    with scripted(lambda path, document: (401, {}, b"go away")) as server:
        order = ["course", "xapi", path, "--send", server.url, "--user", "desk", "--password-env", "LRS_PASSWORD"]
        assert main(order) == 1
    said = capsys.readouterr()
    assert "sesame" not in said.out + said.err
    assert not [one for one in home.rglob("*") if one.is_file() and b"sesame" in one.read_bytes()]


@pytest.mark.skipif(os.name == "nt", reason="a Ctrl-C cannot be sent to one process alone here")
def test_ctrl_c_stops_at_once(path: str) -> None:
    """Ctrl-C while a server is silent ends the command then and there, with one line and exit code 130."""
    asked = threading.Event()

    def script(path: str, document: Any) -> None:
        asked.set()

    with scripted(script) as server:
        order: list[str | Path] = [sys.executable, MAIN, "course", "xapi", path, "--send", server.url, "--lang", "en"]
        with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as command:
            assert asked.wait(60)
            command.send_signal(signal.SIGINT)
            out, err = command.communicate(timeout=30)
    assert (command.returncode, out, "Traceback" in err) == (130, "", False)
    assert len(err.strip().splitlines()) == 1


class _Takes(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.send_response(204)
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture
def impostor(tmp_path: Path) -> Iterator[str]:
    """A server with a certificate that it has made itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.now(datetime.UTC)
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
    made = made.serial_number(1).not_valid_before(now).not_valid_after(now + datetime.timedelta(days=1))
    made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (tmp_path / "both.pem").write_bytes(pem + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "both.pem")
    server = HTTPServer(("127.0.0.1", 0), _Takes)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"https://127.0.0.1:{server.server_port}/statements"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_server_that_nobody_vouches_for_gets_nothing(impostor: str) -> None:
    """A certificate that the system does not trust is told as that, and nothing is sent, password or statements."""
    assert RecordStore(impostor, "desk", "secret").post([b"{}"]).kind == "certificate"
