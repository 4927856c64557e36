"""`analyse`, `describe` and `recommend`: what they print."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import attrs
import pytest
from tests.cli.running import OMSK, call

import partnermodel
from partnermodel import (
    Organisation,
    PartnerModel,
    Relation,
    describe,
    expectation,
    figures,
    recommend,
    save,
    standings,
)
from partnermodel.analysis.recommending import recommendations
from partnermodel.cli import answers, face
from partnermodel.cli import recommend as recommend_command
from partnermodel.language.speech import TONGUES
from partnermodel.values.table import Shown, Table
from partnermodel.views.written import markdown

FILE = str(OMSK)


@pytest.fixture
def model() -> PartnerModel:
    """Return the model of the file."""
    return partnermodel.load(FILE)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_analyse_prints_the_figures_and_the_organisations(model: PartnerModel, language: str) -> None:
    """The command prints both tables in the language that is asked for, or the one that is asked for."""
    tables = [answer.table(language=language) for answer in (figures(model), standings(model))]
    args = ("analyse", FILE, "--lang", language)
    assert call(*args).out == f"{tables[0]}\n\n{tables[1]}\n"
    assert call(*args, "--part", "organisations").out == f"{tables[1]}\n"
    assert call(*args, "--part", "figures", "--format", "md").out == f"{markdown(tables[0])}\n"


def test_analyse_filters_as_the_library_does(model: PartnerModel) -> None:
    """Only what is in a status, or may hold on a day, counts."""
    ran = call("analyse", FILE, "--part", "figures", "--status", "active", "--at", "2024")
    assert ran.out == f"{figures(model.at('2024').where(status='active'))}\n"
    ran = call("analyse", FILE, "--status", "activ")
    assert (ran.code, ran.out) == (2, "")
    assert "'activ' is not a known code. Did you mean \"active\"?" in ran.err


def test_json_has_the_numbers_as_they_are(model: PartnerModel) -> None:
    """In JSON, each answer is a list of objects with the fields of the library, not rounded, None as null."""
    found = json.loads(call("analyse", FILE, "--format", "json").out)
    assert [(one["code"], one["value"]) for one in found["figures"]] == [
        (one.code, one.value) for one in figures(model)
    ]
    assert [one["betweenness"] for one in found["organisations"]] == [
        one.betweenness for one in standings(model)
    ]
    assert list(found["figures"][0]) == ["code", "value", "unit", "records"]


def test_csv_is_read_by_others(model: PartnerModel) -> None:
    """In CSV, the first line has the names of the fields, and each of the others is an answer."""
    out = call("analyse", FILE, "--part", "figures", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["code"] for row in rows] == [one.code for one in figures(model)]
    assert [row["value"] for row in rows] == [
        "" if one.value is None else repr(one.value).removesuffix(".0") for one in figures(model)
    ]
    ran = call("analyse", FILE, "--format", "csv")
    assert (ran.code, ran.out) == (2, "")
    assert "csv holds one table: say which with --part." in ran.err


@pytest.mark.parametrize("language", ["en", "ru"])
def test_describe_prints_the_description(model: PartnerModel, language: str) -> None:
    """The command prints what `describe` tells, in the language and of the part that is asked for."""
    assert call("describe", FILE, "--lang", language).out == f"{describe(model, language=language)}\n"
    part = model.at("2024").where(status="discussed")
    assert call("describe", FILE, "--status", "discussed", "--at", "2024").out == f"{describe(part)}\n"


def test_recommend_prints_the_steps(model: PartnerModel) -> None:
    """The command prints what `recommend` finds for what should be there."""
    assert call("recommend", FILE).out == f"{recommend(model)}\n"
    wanted = expectation(model, groups=["residents"], kinds=["joint-training"])
    args = ("recommend", FILE, "--group", "residents", "--kind", "joint-training", "--at-most", "1")
    assert call(*args).out == f"{recommend(model, wanted, at_most=1)}\n"
    parts = recommend(model.at("2024"), close="parts", at_most=2)
    assert call("recommend", FILE, "--close", "parts", "--at-most", "2", "--at", "2024").out == f"{parts}\n"


def test_recommend_prints_for_other_programs(model: PartnerModel) -> None:
    """In JSON and CSV the steps are the rows of the library; Markdown has the table."""
    found = json.loads(call("recommend", FILE, "--format", "json").out)
    assert found["separate"] == recommend(model).separate
    none = json.loads(call("recommend", FILE, "--format", "json", "--at-most", "0").out)
    assert [cell["group"] for cell in none["left"]] == [
        one.expected.group for one in recommend(model, at_most=0).left
    ]
    steps = found["recommendations"]
    assert steps == json.loads(json.dumps(list(recommend(model).rows())))
    assert [step["action"] for step in steps] == [one.proposal.action for one in recommend(model)]
    rows = list(csv.reader(io.StringIO(call("recommend", FILE, "--format", "csv").out)))
    assert rows[0] == list(steps[0])
    assert [row[-1] for row in rows[1:]] == [step["reason"] for step in steps]
    assert call("recommend", FILE, "--format", "md").out == f"{markdown(recommend(model).table())}\n"


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--group", "resident"), 'Did you mean "residents"?'),
        (("--place", "omsk"), "omsk"),
        (("--kind", "joint-trainin"), 'Did you mean "joint-training"?'),
    ],
)
def test_recommend_refuses_what_nobody_knows(args: tuple[str, ...], said: str) -> None:
    """A group, a place or a kind that is not there is an error in one line, with what was meant."""
    ran = call("recommend", FILE, *args)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"Error: {FILE}: ")
    assert said in ran.err
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize("form", answers.FORMATS)
@pytest.mark.parametrize("name", ["analyse", "recommend", "describe"])
def test_nothing_in_a_file_acts_on_a_terminal_or_a_spreadsheet(tmp_path: Path, name: str, form: str) -> None:
    """A name that is a formula stays a text, and nothing that is printed turns a line round."""
    path = tmp_path / "hostile.json"
    bodies = [Organisation("a", "=HYPERLINK(1)"), Organisation("b", "B")]
    save(PartnerModel("-Town", [*bodies, Relation("a", "partners-with", "b")]), path)
    args: tuple[str, ...] = () if name == "describe" else ("--format", form)
    if (name, form) == ("analyse", "csv"):
        args += ("--part", "organisations")
    ran = call(name, str(path), *args)
    assert (ran.code, ran.err) == (0, "")
    if form == "csv" and name != "describe":
        for row in csv.reader(io.StringIO(ran.out)):
            assert not any(cell.startswith(("=", "@", "+", "\t")) for cell in row)


@pytest.mark.parametrize("form", answers.FORMATS)
def test_whatever_is_in_an_answer_cannot_act_on_a_terminal(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An escape in an answer is printed as a text that says so, in every format."""

    @attrs.frozen
    class Hostile(Shown):
        name: str = "\x1b[31m"

        def table(self, *, language: str = "en") -> Table:
            return Table("\x1b[1m", ("name",), (("\x1b[31m",),))

    answers.say_answers(form, {"it": Hostile()}, "en")
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert "31m" in out


def test_what_can_be_asked_for_is_what_there_is() -> None:
    """The choices of the commands are those of the library."""
    assert recommend_command.AIMS == recommendations.AIMS
    assert tuple(TONGUES) == face.LANGUAGES


def test_the_variable_says_the_language_where_the_option_is_left_out(
    model: PartnerModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `--lang` says comes first, then the variable if it says a language, and then it is English."""
    monkeypatch.setenv(face.LANGUAGE, "ru")
    args = ("analyse", FILE, "--part", "figures")
    assert call(*args).out == f"{figures(model).table(language='ru')}\n"
    assert call(*args, "--lang", "en").out == f"{figures(model)}\n"
    monkeypatch.setenv(face.LANGUAGE, "")
    assert call(*args).out == f"{figures(model)}\n"
    monkeypatch.setenv(face.LANGUAGE, "fr")
    assert call(*args).out == f"{figures(model)}\n"
