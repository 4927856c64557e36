"""`partnermodel duplicates`: pairs that may be one, as a table, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import attrs
import pytest
from tests.cli.running import call

from partnermodel.cli.duplicates import TYPES
from partnermodel.formats.files import load, save
from partnermodel.model.entities import Centre, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.queries.matching.duplicates import CandidatePair, find_duplicates
from partnermodel.values.identifiers import Identifier
from partnermodel.vocabulary.terms import ENTITY_TYPES


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Return a file with a pair alike, a pair of one name, and a pair that is told apart."""
    path = tmp_path / "register.json"
    numbers = (Identifier("inn", "5503023451"), Identifier("inn", "7707083893"))
    save(
        PartnerModel(
            "Register",
            [
                Organisation("a", "=Колледж связи"),
                Organisation("b", "«Коледж связи»"),
                Organisation("c", "Лицей", identifiers=numbers[:1]),
                Organisation("d", "ЛИЦЕЙ", identifiers=numbers[1:]),
                Centre("e", "Media Centre"),
                Centre("f", "Media-Centre"),
            ],
        ),
        path,
    )
    return str(path)


def test_the_types_are_those_that_there_are() -> None:
    """The command takes every type of entity."""
    assert TYPES == ENTITY_TYPES


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_table_is_that_of_the_answer(file: str, language: str) -> None:
    """The command prints what `find_duplicates` answers, of the types that are asked for."""
    ran = call("duplicates", file, "--lang", language)
    found = find_duplicates(load(file))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{found.table(language=language)}\n"
    both = call("duplicates", file, "--type", "centre", "--type", "organisation", "--lang", language)
    wanted = find_duplicates(load(file), type=["centre", "organisation"])
    assert both.out == f"{wanted.table(language=language)}\n"


def test_the_least_score_is_that_of_the_pairs(file: str) -> None:
    """Pairs below it are left out, and what is told apart is not."""
    assert "Коледж" in call("duplicates", file).out
    ran = call("duplicates", file, "--least", "0.9")
    assert "Коледж" not in ran.out
    assert "two of one name" in ran.out
    ran = call("duplicates", file, "--least", "2")
    assert ran.code == 2
    assert "0<=x<=1" in ran.err


def test_json_has_the_pairs_with_their_reasons(file: str) -> None:
    """JSON has every field of every pair, those told apart too, in English whatever the language."""
    said = json.loads(call("duplicates", file, "--format", "json", "--lang", "ru").out)
    assert {key: value for key, value in said.items() if key != "duplicates"} == {
        "common": [],
        "compared": 4,
        "least": 0.75,
    }
    assert said["duplicates"] == json.loads(json.dumps(list(find_duplicates(load(file)).rows())))
    assert [pair["verdict"] for pair in said["duplicates"]] == ["possibly one", "two"]
    assert said["duplicates"][0]["reasons"] == ["names alike by 97%"]


def test_csv_has_a_row_a_pair_and_no_formula(file: str) -> None:
    """CSV has the fields of a pair as columns, those told apart too, and no cell that a spreadsheet runs."""
    rows = list(csv.DictReader(io.StringIO(call("duplicates", file, "--format", "csv", "--lang", "ru").out)))
    names = [field.name for field in attrs.fields(CandidatePair) if not field.name.startswith("_")]
    assert list(rows[0]) == names
    assert [(row["one"], row["other"], row["verdict"]) for row in rows] == [
        ("a", "b", "possibly one"),
        ("c", "d", "two"),
    ]
    assert rows[0]["one_name"] == "'=Колледж связи"
    assert rows[1]["against"] == "different INN (taxpayer number): 5503023451, 7707083893"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            ["Error: Names that are alike", 'the extra "match"', "Or give --exact, which needs no package."],
        ),
        (
            "ru",
            ["Ошибка: Чтобы искать", "дополнение «match»", "Или укажите --exact: для этого пакеты не нужны."],
        ),
    ],
)
def test_without_the_package_it_says_what_to_do(
    file: str, language: str, said: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without rapidfuzz the command says which extra brings it, and what can be had without."""
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    ran = call("duplicates", file, "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert all(text in ran.err for text in said)
    exact = call("duplicates", file, "--exact", "--type", "centre")
    assert exact.code == 0
    assert "0.90" in exact.out
