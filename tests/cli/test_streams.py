"""The command among other programs: pipes, encodings, terminals, signals, and files that are not there."""

from __future__ import annotations

import io
import os
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import click
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.cli.running import OMSK, PROGRAM, Ran, call, environment, run

from partnermodel import Organisation, PartnerModel, save
from partnermodel.cli import guard
from partnermodel.cli import schema as schema_file
from partnermodel.cli.guard import CommandError, guarded
from partnermodel.cli.output import abandon, complain, escaped, flush, typed
from partnermodel.cli.reading import read

FILE = str(OMSK)


def shell(script: str, *args: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which `$P` is the command and `$1`, … the arguments."""
    command = " ".join(f"'{word}'" for word in PROGRAM)
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"P() {{ {command} \"$@\"; }}; {script}", "bash", *args],
        capture_output=True, text=True, env=environment(), check=False,
    )  # fmt: skip


@pytest.fixture
def wide(tmp_path: Path) -> str:
    """Return the name of a file that makes more output than a pipe holds."""
    path = tmp_path / "wide.json"
    records = [Organisation(f"o{number}", "Школа 🏫", kind="zz-unknown") for number in range(2500)]
    save(PartnerModel("Wide", records), path)
    return str(path)


# Names of files


@example("-x.csv")
@example("-")
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1))
def test_a_name_that_is_told_can_be_typed(name: str) -> None:
    """A shell reads it as one word, and as the name that it is; in the only quotes that Windows has."""
    (word,) = shlex.split(typed(name))
    assert word in (escaped(name), f"./{escaped(name)}")
    assert word == "-" or not word.startswith("-")
    assert typed("наш реестр.xlsx") == '"наш реестр.xlsx"'


def test_a_shell_reads_a_name_as_it_is_told() -> None:
    """Whatever a shell would put in the place of something in it."""
    for name in (
        "наш реестр.xlsx",
        'a\'b $HOME `id` !! "c" %PATH%',
        "a;b&c|d*?[e](f)",
        "#x",
        "~x",
        "back\\n",
    ):
        assert shell(f"printf %s {typed(name)}").stdout == name


def test_the_package_is_the_command() -> None:
    """Where a shell does not find the command, Python does, under the same name."""
    ran = subprocess.run(
        [sys.executable, "-m", "partnermodel", "--help"],
        capture_output=True, text=True, env=environment(), check=True,
    )  # fmt: skip
    assert ran.stdout == run("--help").out


# Pipes


def test_a_reader_that_goes_away_is_no_error(wide: str) -> None:
    """`| head -1` ends the command in silence, with the code that shells give to a closed pipe."""
    done = shell('P check --all "$1" | head -1', wide)
    assert done.stdout.startswith(wide)
    assert (done.returncode, done.stderr) == (141, "")
    assert shell("P schema | head -1").stdout == "{\n"
    assert shell("P --help | true").stderr == ""


def test_a_reader_of_errors_that_goes_away_is_no_error_either(wide: str) -> None:
    """When nobody reads what is wrong, the code still says that something is."""
    done = shell('P partners "$1" nobody 2>&1 >/dev/null | true', wide)
    assert done.stderr == ""
    assert done.returncode in (2, 141)


def test_a_full_disk_is_told_in_a_line() -> None:
    """Output that cannot be written is an error of its own: a line, and the code 2."""
    done = shell("P schema > /dev/full")
    assert (done.returncode, done.stderr) == (
        2,
        "Error: standard output cannot be written: No space left on device.\n",
    )


def test_a_named_pipe_is_a_file() -> None:
    """What a shell makes of another command's output can be read like any file."""
    done = shell('P diff --exit-code <(cat "$1") "$1"', FILE)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_closed_streams_are_told_or_borne() -> None:
    """Without standard input a dash is an error; without standard output there is nothing to say it on."""
    done = shell("P summary - <&-")
    assert (done.returncode, done.stderr) == (2, "Error: standard input cannot be read: it is closed.\n")
    done = shell('P summary "$1" >&-', FILE)
    assert (done.returncode, done.stderr) == (0, "")
    done = shell("P summary nowhere 2>&-")
    assert done.returncode == 2


def test_standard_output_and_error_are_told_apart() -> None:
    """Answers go to the one, and what is wrong to the other."""
    good = run("summary", FILE)
    assert (good.code, good.err) == (0, "")
    bad = run("summary", "-", input=b"[]")
    assert (bad.code, bad.out) == (1, "")
    assert "a list stands where an object belongs" in bad.err


# Encodings and terminals


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "latin-1", "utf-8"])
def test_every_encoding_can_hold_the_output(encoding: str, wide: str) -> None:
    """What an encoding does not have is written as an escape, on both streams; nothing fails."""
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    done = subprocess.run(
        [*PROGRAM, "check", wide], capture_output=True, env=environment(env), check=False
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    text = done.stdout.decode(encoding)
    assert "o0" in text
    done = subprocess.run(
        [*PROGRAM, "partners", wide, "школа🏫"], capture_output=True, env=environment(env), check=False
    )  # fmt: skip
    assert done.returncode == 2
    shown = done.stderr.decode(encoding)
    assert ("школа" in shown) == (encoding in ("cp1251", "utf-8"))
    assert ("🏫" in shown) == (encoding == "utf-8")


def test_json_is_the_same_in_every_encoding() -> None:
    """What is for machines is ASCII, so that no encoding can spoil it."""
    runs = [
        run("check", "--format", "json", FILE, env={"PYTHONIOENCODING": encoding})
        for encoding in ("ascii", "cp1251", "utf-8")
    ]
    assert runs[0] == runs[1] == runs[2]
    assert runs[0].out.isascii()


EVIL = "\x1b]0;owned\x07\x1b[2J\u202ereversed\nError: forged"


@pytest.mark.parametrize(
    "args",
    [
        ("partners", FILE, EVIL),
        ("partners", FILE, "omsk-college", "--status", EVIL),
        ("partners", FILE, "omsk-college", "--at", EVIL),
        ("summary", EVIL),
        ("summary", FILE, f"--{EVIL}"),
        ("check", "--format", EVIL, FILE),
        ("check", FILE, EVIL),
        (EVIL,),
        ("report", FILE, "-o", f"/nowhere/{EVIL}"),
    ],
    ids=lambda args: " ".join(args[:2])[:20],
)
def test_arguments_cannot_act_on_the_terminal(args: tuple[str, ...]) -> None:
    """An id, a path or an option with control characters is shown escaped, on the line where it stands."""
    ran = call(*args)
    assert (ran.code, ran.out) == (2, "")
    assert not set(ran.err) & set("\x1b\x07\u202e")
    assert "\nError: forged" not in ran.err
    assert "owned" in ran.err


def test_a_file_with_a_hostile_name_is_named_harmlessly(tmp_path: Path) -> None:
    """The name of a file that is there is escaped in answers and in faults, also when it is no UTF-8."""
    for name in (b"a\x1b[31m\n.json", "м\u202e.json".encode(), b"a\xff.json"):
        path = os.fsdecode(os.fsencode(tmp_path) + b"/" + name)
        Path(path).write_bytes(OMSK.read_bytes())
        good = run("check", path)
        assert (good.code, good.err) == (0, "")
        assert not set(good.out) & set("\x1b\u202e")
        assert len(good.out.splitlines()) == 2
        page = run("report", path, "-o", path + ".html")
        assert page.code == 0
        assert not set(page.out) & set("\x1b\u202e")
        Path(path).write_bytes(b"{")
        bad = run("check", path)
        assert bad.code == 1
        assert len(bad.err.splitlines()) == 2
        assert not set(bad.err) & set("\x1b\u202e")


def test_no_colours_and_no_control_characters() -> None:
    """No output holds anything but lines of text, even when a terminal is promised."""
    for args in (["--help"], ["summary", FILE], ["partners", FILE, "omsk-college"], ["nothing"]):
        ran = run(*args, env={"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1", "TERM": "xterm-256color"})
        assert "\x1b" not in ran.out + ran.err


def test_escaping_leaves_every_other_letter() -> None:
    """Names in any script, joiners and marks of direction are printed as they are."""
    text = "Омск 👩🏽‍🦽 مركز\u200f é"
    assert escaped(text) == text


# Signals and faults


def test_an_interrupt_is_quiet() -> None:
    """Ctrl-C ends the command with 130, and without a word."""
    # What a shell puts into the background is told to ignore Ctrl-C, and so are its children.
    program = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from partnermodel.cli import main; print('ready', file=sys.stderr, flush=True); main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program, "check", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
    )  # fmt: skip
    assert process.stderr is not None
    assert process.stderr.readline() == b"ready\n"
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (130, b"", b"")


def test_a_fault_of_our_own_asks_to_be_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    """What nobody foresaw is one line with its type and message, and the code 70; no traceback."""

    def fail(*, language: str) -> None:
        raise ZeroDivisionError("by\nzero")

    monkeypatch.setattr(schema_file.schema, "callback", fail)
    monkeypatch.delenv("PARTNERMODEL_DEBUG", raising=False)
    line = (
        "Error: this is a fault of partnermodel, please report it: ZeroDivisionError: by\\nzero "
        "(PARTNERMODEL_DEBUG=1 shows where it is)\n"
    )
    for value in ("", "0"):
        monkeypatch.setenv("PARTNERMODEL_DEBUG", value)
        ran = call("schema")
        assert (ran.code, ran.out, ran.err) == (70, "", line)
    monkeypatch.setenv("PARTNERMODEL_DEBUG", "1")
    ran = call("schema")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.startswith("Traceback (most recent call last):")
    assert ran.err.endswith(line)


def test_an_interrupt_within_a_command_is_130_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wherever the interrupt arrives, nothing is said."""

    def interrupted(*, language: str) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema_file.schema, "callback", interrupted)
    ran = call("schema")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_streams_that_are_none_or_no_files_are_borne(monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that has taken the streams away, or put others in their place, does not end the command."""

    class Deaf(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(9, "Bad file descriptor")

    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", Deaf())
    flush()
    assert guarded(lambda: 0) == 0
    complain("nobody hears this")
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(CommandError, match="standard input cannot be read: it is closed"):
        read("-")


def test_what_is_abandoned_goes_nowhere(tmp_path: Path) -> None:
    """After a reader has gone away, what Python still holds for it is dropped without a second error."""
    path = tmp_path / "out"
    with path.open("w") as stream:
        stream.write("held back")
        abandon(stream)
    assert path.read_text() == ""


def test_every_way_to_fail_has_its_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A closed pipe is 141 in silence, a full disk 2, a file that we forgot 70, each without a traceback."""
    monkeypatch.setattr(guard, "abandon", lambda stream: None)
    monkeypatch.delenv("PARTNERMODEL_DEBUG", raising=False)
    ours = (
        "Error: this is a fault of partnermodel, please report it: FileNotFoundError: "
        "[Errno 2] No such file: '/a' (PARTNERMODEL_DEBUG=1 shows where it is)\n"
    )
    failures: list[tuple[BaseException, int, str]] = [
        (BrokenPipeError(32, "Broken pipe"), 141, ""),
        (KeyboardInterrupt(), 130, ""),
        (click.Abort(), 130, ""),
        (OSError(28, "No space left on device"), 2,
         "Error: standard output cannot be written: No space left on device.\n"),
        (OSError("odd"), 2, "Error: standard output cannot be written: odd.\n"),
        (click.ClickException("without a context"), 1, "Error: without a context\n"),
        (OSError(2, "No such file", "/a"), 70, ours),
    ]  # fmt: skip
    for error, code, words in failures:

        def fail(error: BaseException = error) -> int:
            raise error

        assert guarded(fail) == code
        assert capsys.readouterr() == ("", words)


# Files


def test_files_that_cannot_be_read_are_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is not there, is a directory, or vanishes between two looks is named in one line."""
    missing, directory = str(tmp_path / "missing.json"), str(tmp_path)
    ran = call("summary", missing)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Error: Invalid value for 'FILE': File '{missing}' does not exist.\n")
    ran = call("diff", FILE, directory)
    assert ran.err.endswith(f"Error: Invalid value for 'NEW': File '{directory}' is a directory.\n")

    def vanished(self: Path) -> bytes:
        raise FileNotFoundError(2, "No such file or directory", str(self))

    monkeypatch.setattr(Path, "read_bytes", vanished)
    ran = call("check", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"Error: {FILE} cannot be read: No such file or directory.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_a_line(tmp_path: Path) -> None:
    """A file without permission to read it is named, with the reason."""
    path = tmp_path / "secret.json"
    path.write_text("{}")
    path.chmod(0)
    ran = call("check", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"Error: Invalid value for 'FILE': File '{path}' is not readable.\n")


def test_a_dash_is_read_as_bytes() -> None:
    """What comes through the pipe is not decoded before it is judged."""
    ran = run("check", "-", input='{"name": "Омск"}'.encode("cp1251"))
    assert ran.code == 1
    assert "not UTF-8" in ran.err


def test_reading_gives_what_is_there() -> None:
    """A named file is read whole."""
    assert read(FILE) == OMSK.read_bytes()


def test_the_shell_can_complete_the_commands(monkeypatch: pytest.MonkeyPatch) -> None:
    """The completion that click offers works: `partnermodel s<TAB>` knows its commands."""
    script = run(env={"_PARTNERMODEL_COMPLETE": "bash_source"})
    assert script.code == 0
    assert "complete -o nosort -F" in script.out
    words = run(env={"_PARTNERMODEL_COMPLETE": "bash_complete", "COMP_WORDS": "partnermodel s",
                     "COMP_CWORD": "1"})  # fmt: skip
    assert words.out.split() == ["plain,summary", "plain,schema"]
    monkeypatch.setenv("_PARTNERMODEL_COMPLETE", "no_such_shell")
    assert call() == Ran(1, "", "")
