"""What `save_tables` writes, `read_table` reads back to an equal model, with the mapping beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.hostile import hostile
from tests.strategies import models

from partnermodel import (
    Alias,
    Citation,
    Document,
    Identifier,
    Level,
    Organisation,
    PartnerModel,
    Relation,
    save_tables,
)
from partnermodel.formats.tables.mappings.mapping_files import load_mapping
from partnermodel.formats.tables.reading.reading import read_table

pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")

pytest.importorskip("pyarrow")

PLACES = {
    "csv": ("folder", "csv"),
    "workbook": ("book.xlsx", "xlsx"),
    "package": ("package", "data-package"),
    "archive": ("package.zip", "data-package"),
    "parquet": ("parquet", "parquet"),
}

ROOMY = settings(
    max_examples=settings().max_examples // 2, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def read_again(model: PartnerModel, folder: Path, place: str) -> PartnerModel:
    """Save a model, and read it again: the package by its description, what has none file by file."""
    name, format = PLACES[place]
    *files, mapping = save_tables(model, folder / name, format=format)
    packages = [file for file in files if file.name == "datapackage.json"]
    found = read_table(packages or files, load_mapping(mapping))
    assert not found.broken
    return found.model


@pytest.mark.parametrize("place", PLACES)
@given(model=models())
@ROOMY
def test_any_model_reads_back(place: str, model: PartnerModel, tmp_path: Path) -> None:
    """Records, words, name and language are those that were written."""
    assert read_again(model, tmp_path, place) == model


@pytest.mark.parametrize("place", PLACES)
def test_what_seems_to_be_misread_reads_back(place: str, tmp_path: Path) -> None:
    """The tables say that they are in UTF-8, so a name that looks as if it were not comes back as it is."""
    name = "Министерство".encode().decode("windows-1251")
    model = PartnerModel(name, [Organisation("a", name, description=name)])
    assert read_again(model, tmp_path, place) == model


@pytest.mark.parametrize("place", PLACES)
def test_what_is_hostile_reads_back(place: str, tmp_path: Path) -> None:
    """Formulas, markup, spaces, line feeds and apostrophes come back to the letter."""
    assert read_again(hostile(), tmp_path, place) == hostile()


@pytest.mark.parametrize("place", PLACES)
def test_what_is_awkward_reads_back(place: str, tmp_path: Path) -> None:
    """Numbers, dates and truth values in texts stay texts, and what is blank to the eye stays where it is."""
    model = PartnerModel(
        "N",
        [
            Document("1.0", "0012", published="2024-05", description=" "),
            Organisation(
                "true",
                " 1,5 ",
                names={"KK": "a  b", "kk": "c"},
                description="\n\t'=x\n",
                aliases=[
                    Alias(" 2024-05-17"),
                    Alias("-"),
                    Alias("null"),
                    Alias('"a'),
                    Alias('b"'),
                    Alias("-"),
                ],
                identifiers=[Identifier("zz-a", " 688110.0 "), Identifier("zz-b", "1e5")],
                size=2**53 - 1,
                evidence=[Citation("1.0"), Citation("1.0")],
                extra={"o:a": "=1", "o:b": [1.5, True, {"": ""}]},
            ),
            Organisation("-", "'", identifiers=[Identifier("zz-b", "2"), Identifier("zz-a", "1")]),
            Relation("true", "partner-of", "-", level=Level("zz-scheme", "near"), id="=r"),
            Relation("-", "funds", "true", level=Level("scheme", "value")),
        ],
    )
    assert read_again(model, tmp_path, place) == model
