"""What `save_tables` writes, `read_table` reads back to an equal model, with the mapping beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from tests.hostile import hostile
from tests.strategies import models

from partnermodel import Alias, Document, Identifier, Level, Organisation, PartnerModel, Relation, save_tables
from partnermodel.formats.tables.mapping_files import load_mapping
from partnermodel.formats.tables.reading import read_table

pytest.importorskip("xlsxwriter")
pytest.importorskip("python_calamine")

PLACES = {"csv": "folder", "xlsx": "book.xlsx", "data-package": "package"}

ROOMY = settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])


def read_again(model: PartnerModel, folder: Path, format: str) -> PartnerModel:
    """Save a model, and read it again."""
    *files, mapping = save_tables(model, folder / PLACES[format], format=format)
    found = read_table([file for file in files if file.name != "datapackage.json"], load_mapping(mapping))
    assert not found.broken
    return found.model


@pytest.mark.parametrize("format", PLACES)
@given(model=models())
@ROOMY
def test_any_model_reads_back(format: str, model: PartnerModel, tmp_path: Path) -> None:
    """Records, words, name and language are those that were written."""
    assert read_again(model, tmp_path, format) == model


@pytest.mark.parametrize("format", PLACES)
def test_what_is_hostile_reads_back(format: str, tmp_path: Path) -> None:
    """Formulas, markup, spaces, line feeds and apostrophes come back to the letter."""
    assert read_again(hostile(), tmp_path, format) == hostile()


@pytest.mark.parametrize("format", PLACES)
def test_what_is_awkward_reads_back(format: str, tmp_path: Path) -> None:
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
                aliases=[Alias(" 2024-05-17"), Alias("-"), Alias("null")],
                identifiers=[Identifier("zz-a", " 688110.0 "), Identifier("zz-b", "1e5")],
                size=2**53 - 1,
                extra={"o:a": "=1", "o:b": [1.5, True, {"": ""}]},
            ),
            Organisation("-", "'", identifiers=[Identifier("zz-b", "2"), Identifier("zz-a", "1")]),
            Relation("true", "partner-of", "-", level=Level("zz-scheme", "near"), id="=r"),
            Relation("-", "funds", "true", level=Level("scheme", "value")),
        ],
    )
    assert read_again(model, tmp_path, format) == model
