"""What holds of every table that is read, whatever is in it."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.reading.tables import Made, mapping, read, record
from tests.strategies import models

from partnermodel import InvalidTableError, Issue, PartnerModel
from partnermodel.formats.flat.flattening import flattened
from partnermodel.formats.shape import LISTS
from partnermodel.formats.tables.mappings.mapping import (
    FieldMapping,
    RecordMapping,
    SheetMapping,
    TableMapping,
)
from partnermodel.formats.tables.mappings.mapping_files import load_mapping
from partnermodel.formats.tables.reading.reading import read_table
from partnermodel.values.text import folded

# Flat tables, as a person would map them


def _line(column: str) -> FieldMapping:
    plain: dict[str, Any] = {"columns": [column], "trimmed": False}
    if column.startswith("name_"):
        return FieldMapping(f"names.{column.removeprefix('name_')}", **plain)
    if column.startswith("identifier_"):
        return FieldMapping(f"identifiers.{column.removeprefix('identifier_')}", **plain)
    if column in ("start", "end"):
        return FieldMapping(f"period.{column}", **plain)
    if column in ("level_scheme", "level"):
        return FieldMapping("level.scheme" if column == "level_scheme" else "level.value", **plain)
    if column == "documents":
        return FieldMapping("evidence", separator=" ", **plain)
    json = column in ("identifiers", "aliases", "stated", "evidence", "extra")
    return FieldMapping(column, json=json, **plain)


def _tables(model: PartnerModel) -> tuple[list[Made], list[SheetMapping]]:
    tables, sheets = [], []
    for key, cls in LISTS.items():
        rows = [flattened(record) for record in model.values() if type(record) is cls]
        for row in rows:
            if "aliases" in row and not str(row["aliases"]).startswith("[{"):
                names = str(row["aliases"]).split(" | ")
                row["aliases"] = json.dumps([{"name": name} for name in names])
        heads = sorted({column for row in rows for column in row})
        cells = [[row.get(head) for head in heads] for row in rows]
        if rows:
            tables.append(Made("flat", [heads, *cells], key))
            lines = [_line(head) for head in heads]
            sheets.append(SheetMapping(sheet=key, records=[RecordMapping(cls.scheme, fields=lines)]))
    return tables, sheets


@given(models())
def test_a_flat_table_of_a_model_makes_the_model(model: PartnerModel) -> None:
    """What stands in flat tables comes back whole, if the mapping says what their columns are."""
    tables, sheets = _tables(model)
    if tables:
        told = TableMapping(model.name, language=model.language, vocabulary=model.vocabulary, sheets=sheets)
        found = read(tables, told)
        assert found.model == model
        assert found.account.problems == ()


@given(models())
def test_nothing_added_to_a_model_leaves_it_as_it_is(model: PartnerModel) -> None:
    """A model that no row is added to is the same afterwards, whatever it holds."""
    empty = Made("empty", [["a"]])
    assert read(empty, mapping(record("organisation", {"name": "a"})), into=model).model == model


# Tables of participation with a fault here and there

NAMES = ("Школа № 5", "школа №5", "Школа № 15", "Колледж", "«Колледж»", "Завод", " ", "")
INNS = ("5501234560", "7707083893", "550123456", "123", "", "")
STATUSES = ("действует", "Действует ", "закрыто", "active", "дейстует", "-", "")
DATES = ("01.09.2024", "2024", "сентябрь 2024", "01.09.24", "31.02.2020", "когда-то", "", "")
PARTNERS = ("Завод", "Завод; Школа № 15", "Музей\nЗавод", ";", "", "")
ROLES = ("organiser", "partner", "Нет такой", "", "")
HEADS = ["Название", "ИНН", "Статус", "Начало", "Партнёры", "Роль", "Заметка"]

MAPPING = mapping(
    record(
        "organisation",
        {
            "name": "Название",
            "identifiers.inn": "ИНН",
            "status": {"columns": ["Статус"], "codes": {"действует": "active", "закрыто": "ended"}},
        },
    ),
    record("organisation", {"name": "Партнёры"}, name="partner", each="Партнёры"),
    record("initiative", {"name": {"constant": "Ярмарка"}}, when=["Роль"]),
    record(
        "relation",
        {
            "source": {"record": "organisation"},
            "target": {"record": "initiative"},
            "kind": {"constant": "participates-in"},
            "role": "Роль",
            "period.start": "Начало",
        },
        when=["Роль"],
    ),
    record(
        "relation",
        {
            "source": {"record": "organisation"},
            "target": {"record": "partner"},
            "kind": {"constant": "partners-with"},
        },
    ),
    blank=["-"],
)

rows = st.tuples(*map(st.sampled_from, (NAMES, INNS, STATUSES, DATES, PARTNERS, ROLES, ("x", ""))))
tables = st.lists(rows, max_size=6)


def _good(some: list[tuple[str, ...]]) -> bool:
    try:
        read(Made("t", [HEADS, *some]), MAPPING)
    except InvalidTableError:
        return False
    return True


@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_changes_the_model(some: list[tuple[str, ...]], random: Any) -> None:
    """Rows in any order make one model, and are refused in any order or in none."""
    mixed = list(some)
    random.shuffle(mixed)
    assert _good(some) == _good(mixed)
    if _good(some):
        one, other = (read(Made("t", [HEADS, *order]), MAPPING) for order in (some, mixed))
        assert one.model == other.model
        assert one.account == other.account


@given(tables)
def test_the_account_adds_up(some: list[tuple[str, ...]]) -> None:
    """Each row is made, idle, blank, skipped or broken, and each broken row is told of."""
    found = read(Made("t", [HEADS, *some]), MAPPING, on_error="collect")
    (counts,) = found.account.tables
    # Blank rows at the end are no rows of the table.
    stated = [number for number, row in enumerate(some, 1) if any(row)]
    assert counts.read == max(stated, default=0)
    assert counts.read == counts.made + counts.idle + counts.blank + counts.skipped + counts.broken
    assert counts.broken == sum(map(len, found.broken)) == found.account.broken
    places = [place for one in found.account.problems for place in (one.path, *one.also)]
    told = {place.split("row ")[1].split(",")[0] for place in places}
    assert told <= {str(number) for rows in found.broken for number, *_ in rows.rows}
    assert bool(told) == bool(counts.broken)
    assert dict(found.account.records) == dict(Counter(one.scheme for one in found.model.values()))


@given(tables)
def test_what_is_raised_is_what_is_collected(some: list[tuple[str, ...]]) -> None:
    """A table is refused exactly when a row of it is broken, and each fault that is raised is collected."""
    table = Made("t", [HEADS, *some])
    collected = read(table, MAPPING, on_error="collect")
    if not collected.broken:
        assert read(table, MAPPING) == collected
        return
    with pytest.raises(InvalidTableError) as caught:
        read(table, MAPPING)
    assert _said(caught.value.issues) <= _said(collected.account.problems)


def _said(issues: Iterable[Issue]) -> set[tuple[str, ...]]:
    """Return what is wrong in each place."""
    return {(one.code, place, one.value, one.hint) for one in issues for place in (one.path, *one.also)}


@given(tables)
def test_no_cell_is_lost_in_silence(some: list[tuple[str, ...]]) -> None:
    """Of the cells of a column, those that are not in the model word for word are told of."""
    found = read(Made("t", [HEADS, *some]), MAPPING, on_error="collect")
    broken = {number for rows in found.broken for number, *_ in rows.rows}
    text = json.dumps([flattened(one) for one in found.model.values()], ensure_ascii=False)
    told = Counter[str]()
    for change in found.account.changes:
        told[change.column] += change.cells
    names = {name for joining in found.account.joinings for name in joining.names}
    for place, head in enumerate(HEADS[:-1]):
        lost = [
            row[place]
            for number, row in enumerate(some, 2)
            if number not in broken and row[place].strip() and f'"{row[place]}"' not in text
        ]
        lost = [cell for cell in lost if cell not in names]
        assert len(lost) <= told[head], (head, lost)
    for column in found.account.columns:
        assert column.use == ("reported" if column.column == "Заметка" else "mapped")
        assert column.cells == sum(bool(row[HEADS.index(column.column)]) for row in some)


def _called(row: tuple[str, ...]) -> str:
    return folded(row[0].replace("№ ", "№"))


@given(st.lists(rows, min_size=1, max_size=5, unique_by=_called), st.data())
def test_what_is_mended_and_read_again_makes_the_whole(some: list[tuple[str, ...]], data: Any) -> None:
    """The good rows, and then the broken ones mended, make what the table would have made when mended."""
    some = [row for row in some if row[0].strip()]
    mended = [(row[0], "", "active", "2024", "", "partner", row[6]) for row in some]
    spoilt = [
        (*row[:3], "01.09.24", *row[4:]) if data.draw(st.booleans()) else row for row in mended
    ]  # fmt: skip
    first = read(Made("t", [HEADS, *spoilt]), MAPPING, on_error="collect")
    again = [row for row, bad in zip(mended, spoilt, strict=True) if row != bad]
    assert sum(map(len, first.broken)) == len(again)
    whole = read(Made("t", [HEADS, *mended]), MAPPING)
    assert read(Made("u", [HEADS, *again]), MAPPING, into=first.model).model == whole.model


def test_broken_rows_are_a_file_to_mend(tmp_path: Path) -> None:
    """The file of the broken rows has their cells as they were, and reads with the mapping beside it."""
    path = tmp_path / "colleges.csv"
    path.write_text("Перечень\n\nИмя;Начало\nА;=1+1\nБ;2024\n-В;01.09.24\n", encoding="utf-8")
    told = mapping(record("organisation", {"name": "Имя", "period.start": "Начало"}), header=3)
    found = read_table(path, told, on_error="collect")
    broken, beside = found.save_broken(tmp_path / "broken.csv")
    assert broken.read_text(encoding="utf-8-sig").splitlines() == [
        "Имя;Начало;What is wrong",
        'А;\'=1+1;"Начало: ""=1+1"" is not a date"',
        '\'-В;01.09.24;"Начало: ""01.09.24"" has a year of two digits, which may be of either century"',
    ]
    broken.write_text(
        broken.read_text(encoding="utf-8-sig").replace("'=1+1", "2023").replace("01.09.24", "01.09.2024"),
        encoding="utf-8",
    )
    whole = read_table(broken, load_mapping(beside), into=found.model).model
    assert {one.name: one.period.start for one in whole.organisations.values()} == {
        "А": "2023",
        "Б": "2024",
        "-В": "2024-09-01",
    }


@pytest.mark.parametrize("head", ["=1+1", " +7", "-@"])
def test_no_head_of_the_broken_rows_is_a_formula(tmp_path: Path, head: str) -> None:
    """A head is a text to a spreadsheet, as is what is wrong below it; the mapping finds it all the same."""
    told = mapping(record("organisation", {"name": "Name", "period.start": head}))
    found = read(Made("t", [["Name", head], ["A", "soon"]]), told, on_error="collect")
    broken, beside = found.save_broken(tmp_path / "broken.csv")
    with broken.open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file, delimiter=";"):
            assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in line)
    broken.write_text(broken.read_text(encoding="utf-8-sig").replace("soon", "2024"), encoding="utf-8")
    model = read_table(broken, load_mapping(beside), into=found.model).model
    assert [one.period.start for one in model.organisations.values()] == ["2024"]
