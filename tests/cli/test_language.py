"""Whatever the command refuses, it says so in the language that it is asked for."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from tests.cli.running import OMSK, call

from partnermodel.cli.face import LANGUAGE, LANGUAGES
from partnermodel.cli.group import main
from partnermodel.cli.usage import SAYINGS, refusal
from partnermodel.wording import Worded, worded

CORPUS = Path(__file__).parents[1] / "data" / "invalid"
FILES = sorted(CORPUS.glob("*.json"))[::12]
FILE = str(OMSK)

# What would be left of English: a word of small letters that is no option, no path and no code.
ENGLISH = re.compile(
    r"\b(the|is|are|not|no|of|such|missing|invalid|give|error|try|usage|help for)\b", re.IGNORECASE
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_command_refuses_a_file_in_russian(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Asked by the variable, each command says letter for letter what the corpus has in Russian."""
    monkeypatch.setenv(LANGUAGE, "ru")
    said = path.with_suffix(".ru.txt").read_text(encoding="utf-8").partition(": ")[2]
    for args in (["summary"], ["check"], ["coverage"], ["partners", "--", "anybody"], ["describe"]):
        command, *rest = args
        ran = call(command, str(path), *rest)
        assert (ran.code, ran.out) == (1, "")
        assert ran.err.replace(str(path), path.name) == said


@pytest.mark.parametrize("path", FILES[:4], ids=lambda path: path.stem)
def test_the_option_comes_before_the_variable(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--lang`, in either form, decides; without it the variable does; an unknown one means English."""
    english = call("check", str(path)).err
    russian = call("check", "--lang", "ru", str(path)).err
    assert english != russian
    assert call("check", str(path), "--lang=ru").err == russian
    monkeypatch.setenv(LANGUAGE, "ru")
    assert call("check", str(path)).err == russian
    assert call("check", "--lang", "en", str(path)).err == english
    monkeypatch.setenv(LANGUAGE, "tlh")
    assert call("summary", str(path)).err == english


WRONG = (
    ("check",),
    ("check", "nosuch.json"),
    ("check", "."),
    ("check", "--strcit", FILE),
    ("check", "--format", "xml", FILE),
    ("check", "--as-of", "2024-13", FILE),
    ("check", FILE, FILE),
    ("check", "--as-of"),
    ("chekc", FILE),
    ("partners", FILE, "omsk-colege"),
    ("partners", FILE, "omsk-college", "--kind", "tie-in"),
    ("coverage", FILE, "--by", "group"),
    ("analyse", FILE, "--format", "csv"),
    ("diff", "-", "-"),
    ("report", FILE),
    ("report", FILE, "-o", FILE),
    ("report", FILE, "-o", "/nosuch/page.html"),
    ("recommend", FILE, "--at-most", "x"),
    ("recommend", FILE, "--group", "nobody"),
)


@pytest.mark.parametrize("args", WRONG, ids=" ".join)
def test_what_cannot_be_carried_out_is_refused_in_russian(
    args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same is refused with the same code; in Russian nothing of the English is left in it."""
    english = call(*args)
    monkeypatch.setenv(LANGUAGE, "ru")
    russian = call(*args)
    assert (russian.code, russian.out) == (english.code, english.out)
    assert english.err != russian.err
    assert len(english.err.splitlines()) == len(russian.err.splitlines())
    told = re.sub(r"--?[a-z-]+|'[^']*'|[a-z]+: group|/\S+", "", russian.err)
    assert ENGLISH.search(told) is None, russian.err
    assert "Ошибка: " in russian.err


def test_every_value_that_an_option_cannot_have_is_refused_in_words_that_are_known() -> None:
    """Whatever click says of a value of an option of any command, it can be told in another language."""
    refused = set()
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        for option in command.params:
            if isinstance(option.type, click.types.BoolParamType):
                continue  # a flag takes no value
            try:
                option.type.convert("nosuch, 0,75", option, click.Context(command))
            except click.BadParameter as error:
                told = refusal(error)
                assert isinstance(told, Worded), told
                assert isinstance(told.values["message"], Worded), told
                refused.add((name, option.name))
    assert {("duplicates", "least"), ("recommend", "at_most"), ("analyse", "form")} <= refused


def test_what_is_doubtful_is_told_in_russian() -> None:
    """`check` heads its list with a number that agrees, and json stays as it is."""
    lines = call("check", "--lang", "ru", "--as-of", "2026-11-26", FILE).out.splitlines()
    assert lines[0].endswith("можно использовать; 1 вопрос требует внимания:")
    assert all("издатель документа" in line for line in lines[1:])
    machine = [call("check", "--format", "json", *lang, FILE).out for lang in ([], ["--lang", "ru"])]
    assert machine[0] == machine[1]


def test_what_click_says_is_taken_apart() -> None:
    """Each saying is recognised as itself, whatever is in its gaps; what is not known stays as it is."""
    for saying in SAYINGS:
        gaps = dict.fromkeys(re.findall(r"\{(\w+)\}", saying), "'x'")
        found = refusal(click.UsageError(saying.format(**gaps)))
        assert isinstance(found, Worded)
        assert found == saying.format(**gaps)
    ours = worded("a number")
    inner = refusal(click.BadParameter(ours, param_hint="'--a'"))
    assert isinstance(inner, Worded)
    assert inner.values["message"] is ours
    assert type(refusal(click.UsageError("what nobody says"))) is str
    assert LANGUAGES[0] == "en"
