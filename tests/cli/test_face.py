"""The help and the version are told without click, letter for letter as click would tell them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
from tests.cli.running import OMSK, PROGRAM, call, environment, run

from partnermodel.cli import group, main
from partnermodel.cli.door import Door, columns, told
from partnermodel.cli.face import ENGLISH, LANGUAGE, LANGUAGES, OPTIONS, face_of, help_page, language_of
from partnermodel.cli.russian.commands import help_of, in_russian
from partnermodel.cli.russian.face import RUSSIAN
from partnermodel.cli.russian.help import HELPS

WIDTHS = ["20", "53", "60", "66", "72", "79", "80", "81", "200", "0", "-3", "wide", ""]


def by_click(*args: str) -> bytes:
    """Return what click itself prints, without a door before it."""
    program = "import sys; from partnermodel.cli.group import main; main()"
    return subprocess.run(
        [sys.executable, "-c", program, *args], capture_output=True, env=environment(), check=True
    ).stdout


def test_the_help_is_that_of_click_at_every_width(monkeypatch: pytest.MonkeyPatch) -> None:
    """However wide the terminal, our page has the lines that click lays out for the same commands."""
    for language in LANGUAGES:
        spoken = group.main.in_language(language)
        for width in range(1, 140):
            monkeypatch.setenv("COLUMNS", str(width))
            context = click.Context(spoken, info_name="partnermodel", **group.main.context_settings)
            page = help_page(width, face_of(language))
            assert page.splitlines() == spoken.get_help(context).splitlines()


@pytest.mark.parametrize(
    "args",
    [("--help",), ("-h",), ("--version",), ("--lang", "ru", "--help"), ("--lang", "en", "-h")],
    ids=" ".join,
)
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
    assert all(told(["--lang", language, "-h"]) for language in LANGUAGES)
    for given in (
        [],
        ["check"],
        ["--lang", "fr", "-h"],
        ["--lang"],
        ["-h", "--lang", "ru"],
        ["--help", "--version"],
        ["check", "--help"],
        ["--hel"],
        [""],
        ["help"],
    ):
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


LATIN = re.compile(r"[A-Za-z]{2,}")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")


def commands() -> Iterator[tuple[str, click.Command, click.Command]]:
    """Yield each command in English and in Russian."""
    context = click.Context(group.main)
    for name in group.main.list_commands(context):
        command = group.main.get_command(context, name)
        assert command is not None
        yield name, command, in_russian(command)


def test_two_faces_show_the_same() -> None:
    """Both languages have the same commands and options, and each has words of its own for all of them."""
    assert list(RUSSIAN.commands) == list(ENGLISH.commands) == [name for name, *_ in commands()]
    assert list(RUSSIAN.options) == list(ENGLISH.options) == list(OPTIONS)
    assert HELPS.keys() == ENGLISH.commands.keys()
    for name, english, russian in commands():
        assert (english.help or "").split("\n")[0] == ENGLISH.commands[name]
        assert (russian.help or "").split("\n")[0] == RUSSIAN.commands[name]
        assert [one.opts for one in russian.params] == [one.opts for one in english.params]
        for option in english.params:
            if isinstance(option, click.Option):
                assert CYRILLIC.search(help_of(option, name) or ""), f"{name}: {option.opts}"


def test_a_help_is_of_one_language() -> None:
    """A Russian help has no English word but what one types, and the English help is left as it was."""
    before = [call(name, "--help").out for name, *_ in commands()]
    for (name, *_), english in zip(commands(), before, strict=True):
        ran = call("--lang", "ru", name, "--help")
        page = re.sub(
            r"(partnermodel|git show|git config) .*|--[a-z-]+|\[.*?\]|PARTNERMODEL\w+|\(\.?\w+\)", "", ran.out
        )
        page = re.sub(
            r"\b(json|csv|en|ru|JSON|Schema|HTML|Markdown|active|group|place|md|text|git)\b", "", page
        )
        page = re.sub(r"\b(GraphML|GEXF|node-link|Kumu|Cypher|DOT|Mermaid|type|kind|extra)\b", "", page)
        page = re.sub(r"\b(CSV|TSV|XLSX|ODS|TOML|UTF-8|JSON Lines|Lines|Data|Package)\b", "", page)
        assert not LATIN.search(page), (name, LATIN.findall(page))
        assert ran.out.startswith("Использование: partnermodel ")
        assert call(name, "--help").out == english
        assert not CYRILLIC.search(english)


def test_the_language_of_the_help_is_asked_for_anywhere() -> None:
    """Before the command, after it, after the question for help, or by the variable: all is one."""
    page = call("--lang", "ru", "check", "--help").out
    assert call("check", "--lang", "ru", "--help").out == page
    assert call("check", "--help", "--lang=ru").out == page
    page = run("check", "--help", env={LANGUAGE: "ru"}).out
    assert page == run("--lang", "ru", "check", "--help").out
    assert run("--help", env={LANGUAGE: "ru"}) == run("--lang", "ru", "--help")
    assert call("check", "--lang", "en", "--help").out == call("check", "--help").out != page
    assert run("check", "--lang", "en", "--help", env={LANGUAGE: "ru"}).out == run("check", "--help").out


@pytest.mark.parametrize(
    ("given", "variable", "language"),
    [
        ([], "", "en"),
        ([], "ru", "ru"),
        ([], "fr", "en"),
        (["--lang", "ru"], "", "ru"),
        (["x", "--lang=ru", "--lang", "en"], "ru", "en"),
        (["--", "--lang", "ru"], "", "en"),
        (["--lang"], "ru", "en"),
    ],
)
def test_the_last_word_on_the_language_counts(given: list[str], variable: str, language: str) -> None:
    """Arguments come before the variable, and the last of them counts; what nobody speaks is English."""
    assert language_of(given, variable) == language


def test_what_is_wrong_is_said_in_the_language_that_stands_before_the_command() -> None:
    """An unknown command, an unknown option and a missing argument are refused in Russian."""
    for args, word in (
        (("--lang", "ru", "chek"), "chek"),
        (("--lang", "ru", "check", "--strickt", str(OMSK)), "--strickt"),
        (("check", "--lang", "ru"), "ФАЙЛ"),
    ):
        ran = call(*args)
        assert ran.code == 2
        assert ran.err.startswith("Использование: partnermodel")
        assert word in ran.err
        assert "Ошибка: " in ran.err
        assert "Error" not in ran.err


def test_the_language_before_a_command_is_that_of_its_answer() -> None:
    """`partnermodel --lang ru partners …` answers as `partnermodel partners … --lang ru` does."""
    args = ("partners", str(OMSK), "omsk-college")
    assert call("--lang", "ru", *args) == call(*args, "--lang", "ru") != call(*args)
    assert call("--lang", "ru", *args, "--lang", "en") == call(*args)


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


def test_every_command_takes_the_language_after_its_name() -> None:
    """`--lang` may stand there as well as before; what is wrong is told in it, and JSON stays as it is."""
    context = click.Context(group.main)
    for name in group.main.list_commands(context):
        assert call(name, "--lang", "ru", "--help").out.startswith("Использование: "), name
        assert call(name, "--lang", "ru", "--nothing").err.startswith("Использование: "), name
        assert "--lang" in call(name, "--help").out
    assert call("schema", "--lang", "ru") == call("schema") == call("--lang", "ru", "schema")


def test_every_command_names_the_file_to_write_in_the_same_way() -> None:
    """`-o` is said in the same words by every command that has it; a dash is told of exactly where it prints.

    Both hold in each language, and the five commands that write one file have it.
    """
    begins = {"en": "The file to write", "ru": "Файл, который нужно записать"}
    for language, begin in begins.items():
        spoken = group.main.in_language(language)
        context = click.Context(spoken)
        found: dict[str, click.Parameter] = {}
        for name in spoken.list_commands(context):
            command = spoken.get_command(context, name)
            assert command is not None
            found.update((name, one) for one in command.params if "-o" in one.opts)
        assert set(found) == {"import", "merge", "redact", "report", "view"}
        for option in found.values():
            assert isinstance(option, click.Option)
            assert isinstance(option.type, click.Path)
            assert option.opts == ["-o", "--output"]
            assert (option.help or "").startswith(begin)
            assert bool(re.search(r"(?<!\w)-(?!\w)", option.help or "")) == option.type.allow_dash
