"""The help and the version are told without click, letter for letter as click would tell them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from tests.cli.running import OMSK, PROGRAM, environment, run

from partnermodel.cli import group, main
from partnermodel.cli.door import Door, columns, told
from partnermodel.cli.face import help_page

WIDTHS = ["20", "53", "60", "66", "72", "79", "80", "81", "200", "0", "-3", "wide", ""]


def by_click(*args: str) -> bytes:
    """Return what click itself prints, without a door before it."""
    program = "import sys; from partnermodel.cli.group import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, env=environment(), check=True
    ).stdout


def test_the_help_is_that_of_click_at_every_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """However wide the terminal, our page has the lines that click lays out for the same commands."""
    for width in range(1, 140):
        monkeypatch.setenv("COLUMNS", str(width))
        context = click.Context(group.main, info_name="partnermodel", **group.main.context_settings)
        assert help_page(width).splitlines() == group.main.get_help(context).splitlines()


@pytest.mark.parametrize("args", [("--help",), ("-h",), ("--version",)], ids=" ".join)
def test_the_command_prints_what_click_prints(args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Byte for byte, and with the same exit code, whatever is said about the terminal."""
    for width in ("60", "80", "no number"):
        monkeypatch.setenv("COLUMNS", width)
        ran = run(*args)
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.encode() == by_click(*args)


@pytest.mark.parametrize("value", [*WIDTHS, None])
def test_the_width_is_that_of_the_standard_library(
    value: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable decides, then the terminal, and then it is 80; also where there is no stream at all."""
    monkeypatch.delenv("COLUMNS", raising=False)
    if value is not None:
        monkeypatch.setenv("COLUMNS", value)
    assert columns() == shutil.get_terminal_size().columns
    for size in (os.terminal_size((57, 10)), os.terminal_size((0, 0))):
        monkeypatch.setattr(os, "get_terminal_size", lambda *_, size=size: size)
        assert columns() == shutil.get_terminal_size().columns
    monkeypatch.setattr(sys, "__stdout__", None)
    assert columns() == shutil.get_terminal_size().columns


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such terminals")
@pytest.mark.parametrize("width", [55, 70, 100])
def test_a_terminal_is_asked_for_its_width(width: int) -> None:
    """On a terminal, the page is as wide as the terminal."""
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
    env = {name: value for name, value in environment().items() if name not in ("COLUMNS", "LINES")}
    with subprocess.Popen([*PROGRAM, "--help"], stdout=theirs, env=env) as process:
        os.close(theirs)
        told = b""
        try:
            while piece := os.read(ours, 4096):
                told += piece
        except OSError:
            pass  # so Linux says that the other end is closed
    os.close(ours)
    assert process.returncode == 0
    assert told.decode().splitlines() == help_page(width).splitlines()


def test_only_who_asks_for_nothing_else_is_answered_at_the_door() -> None:
    """One argument that asks for help or the version; all else is for click."""
    assert all(told([flag]) for flag in ("--help", "-h", "--version"))
    for given in ([], ["check"], ["--help", "--version"], ["check", "--help"], ["--hel"], [""], ["help"]):
        assert told(given) is None


def test_click_answers_all_else(capsys: pytest.CaptureFixture[str]) -> None:
    """Called with arguments of any sort, the door leaves with the exit code that click leaves with."""
    for args, code in ((["--version"], 0), (["summary", str(OMSK)], 0), (["--version", "-h"], 0), (["x"], 2)):
        run_at: Any = main
        with pytest.raises(SystemExit) as left:
            run_at(args)
        assert left.value.code == code
    assert "Error: No such command 'x'." in capsys.readouterr().err


def test_the_door_is_the_group_to_whoever_asks() -> None:
    """What works with commands of click works with `main`: it is one by type, and has all that one has."""
    door: Any = main
    assert type(door) is Door
    assert isinstance(main, click.Group)
    assert main.name == group.main.name
    assert main.params == group.main.params
    assert main.help == group.main.help
    with pytest.raises(AttributeError):
        _ = door.no_such_thing


def test_a_shell_that_completes_is_not_told_the_help() -> None:
    """While a shell asks what could be typed next, what is typed already is not carried out."""
    env = {
        "_PARTNERMODEL_COMPLETE": "bash_complete",
        "COMP_WORDS": "partnermodel --hel",
        "COMP_CWORD": "1",
    }
    assert run("--help", env=env) == run(env=env)
    assert run("--help", env=env).out.split() == ["plain,--help"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full disk to write to")
def test_the_help_is_guarded_as_every_command_is() -> None:
    """A help that cannot be written is an error of one line, too."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*PROGRAM, "--help"], stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 2
    assert done.stderr == b"Error: standard output cannot be written: No space left on device.\n"
