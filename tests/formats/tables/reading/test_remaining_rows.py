"""What a name means in the rows that are left it means in the whole table, or its row is broken too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.formats.tables.reading.tables import Made, mapping, read, record, table

from partnermodel import InvalidTableError, Organisation, PartnerModel
from partnermodel.formats.tables.reading.reading import Import
from partnermodel.language.retelling import retold

LOST = "5.5E+09"
"""An INN as a spreadsheet shows it that took it for a number."""

INNS = ("9903246795", "9903325983", "9903405170")

LINK = {"source": {"record": "organisation"}, "kind": {"constant": "partners-with"}}

HOW = mapping(
    record("organisation", {"name": "n", "identifiers.inn": "i", "aliases": "a", "size": "s"}),
    record("organisation", {"name": "p"}, name="partner", each="p", separator=";"),
    record("relation", LINK | {"target": {"record": "partner"}}),
    record("relation", LINK | {"target": "t"}),
)
"""Organisations, those that a list names, and relations to those and to what a text means."""

HEADS = "n | i | a | s | p | t\n"


def collected(*rows: str) -> Import:
    """Return what is made of rows when those that cannot be read are collected."""
    return read(table(HEADS + "\n".join(rows)), HOW, on_error="collect")


def told(found: Import, language: str = "en") -> dict[int, str]:
    """Return what is wrong with each broken row, by its number."""
    return {
        number: str(retold(why, language=language)) for some in found.broken for number, _, why in some.rows
    }


NAMED = {"in a list": "Own | | | | Bridge |", "by a text": "Own | | | | | Bridge"}


@pytest.mark.parametrize("row", NAMED.values(), ids=NAMED)
def test_a_name_of_a_row_whose_number_cannot_be_read_is_ambiguous(row: str) -> None:
    """That row may be of the record that is left, or of another of the same name: nobody can tell."""
    found = collected(f"Bridge | {INNS[0]} | | | | ", "Bridge | 5.5E+09 | | | | ", row)
    assert list(found.model) == [f"inn-{INNS[0]}"]
    shown = f"inn {INNS[0]}" if row == NAMED["in a list"] else f"inn-{INNS[0]}"
    column = "p" if row == NAMED["in a list"] else "t"
    assert told(found)[4] == (
        f'{column}: "Bridge" may be {shown}, or a record of a row whose identifier could not be read'
    )
    assert told(found, "ru")[4] == (
        f'{column}: под "Bridge" может подразумеваться {shown} или запись из строки, '
        "идентификатор в которой не удалось прочитать"
    )


def test_a_record_of_the_model_that_is_added_to_may_be_another_as_well() -> None:
    """Its id is told; a row that has no name, whatever else is wrong with it, makes no name ambiguous."""
    model = PartnerModel("Town", [Organisation("b", "Bridge"), Organisation("a", "Arch")])
    rows = f"Bridge | {LOST} | | | | \n | {LOST} | | | | \nOwn | | | | Bridge | \nSelf | | | | Arch | "
    found = read(table(HEADS + rows), HOW, on_error="collect", into=model)
    assert list(found.model) == ["a", "b", "self", "self/partners-with/a"]
    assert told(found)[4].startswith('p: "Bridge" may be b, or a record of a row')


@pytest.mark.parametrize("row", NAMED.values(), ids=NAMED)
def test_a_name_never_comes_to_mean_another_record(row: str) -> None:
    """What bears the name stands in a broken row; that another one is also called so does not help."""
    found = collected(f"Arch | {INNS[0]} | Bridge | | | ", f"Bridge | {INNS[1]} | | x | | ", row)
    assert list(found.model) == [f"inn-{INNS[0]}"]
    assert told(found)[4].endswith('"Bridge" is of a row that could not be read')


def test_a_name_that_is_ambiguous_stays_so_when_a_row_that_says_it_is_broken() -> None:
    """Two rows say the same thing of a name of two records; that one is broken makes it no clearer."""
    found = collected(
        f"Bridge | {INNS[0]} | | | | ",
        f"Bridge | {INNS[1]} | | x | | ",
        "One | | | | Bridge |",
        "Two | | | x | Bridge |",
    )
    assert list(found.model) == [f"inn-{INNS[0]}"]
    assert sorted(told(found)) == [3, 4, 5]
    assert told(found)[4] == f'p: "Bridge" may be any of several: inn {INNS[0]}, inn {INNS[1]}'


def test_a_name_of_one_record_is_joined_whatever_rows_of_it_are_broken() -> None:
    """A broken row that says the same number, or none, leaves no doubt whom a name means."""
    same = collected(
        f"Bridge | {INNS[0]} | | | | ",
        f"Bridge | {INNS[0]} | | x | | ",
        "Bridge | | | y | | ",
        *NAMED.values(),
    )
    assert sorted(told(same)) == [3, 4]
    assert [link.target for link in same.model.relations.values()] == [f"inn-{INNS[0]}"]


@pytest.mark.parametrize("row", NAMED.values(), ids=NAMED)
@pytest.mark.parametrize("bad", [f"{INNS[1]} | | x", f"{LOST} | | "])
def test_a_name_of_a_record_that_is_left_out_makes_no_second_one(bad: str, row: str) -> None:
    """A row that names it waits for it: else there would be two of that name when the bad row is mended."""
    found = collected(f"Bridge | {bad} | | ", row)
    assert list(found.model) == []
    assert told(found)[3].endswith('"Bridge" is of a row that could not be read')


def test_the_model_that_is_added_to_is_no_table_that_is_named() -> None:
    """What cannot be read is said of the tables that were given, in either language."""
    model = PartnerModel("Town", [Organisation("b", "Bridge")])
    with pytest.raises(InvalidTableError) as caught:
        read(table(f"{HEADS}Arch | | | x | | "), HOW, into=model)
    assert str(caught.value).startswith("table.csv cannot be read with this mapping:\n")


ROWS = st.tuples(
    st.sampled_from(["Bridge", "Arch"]),
    st.sampled_from(["", *INNS]),
    st.sampled_from(["", "Bridge", "Arch"]),
    st.sampled_from(["", "size", "number"]),
)
COLUMNS = st.lists(st.sampled_from([4, 5]), min_size=1, max_size=2)
Row = tuple[str, str, str, str]


def lines(rows: list[Row], columns: list[int], *, spoilt: bool) -> list[list[str]]:
    """Return rows of records, some of them spoilt, and rows that name one in a list or by a text."""
    found = [
        [
            name,
            LOST if spoilt and inn and how == "number" else inn,
            also,
            "x" if spoilt and how == "size" else "",
            "",
            "",
        ]
        for name, inn, also, how in rows
    ]
    for number, column in enumerate(columns):
        link = [f"Own {number}", "", "", "", "", ""]
        link[column] = "Bridge"
        found.append(link)
    return found


def made(some: list[list[str]], **options: Any) -> Import:
    """Return what is made of rows."""
    heads = [head.strip() for head in HEADS.split("|")]
    return read(Made("t", [heads, *some]), HOW, on_error="collect", **options)


def ends(model: PartnerModel) -> dict[str, str | None]:
    """Return the number of what each organisation has a tie with, by its name."""
    all = model.organisations
    numbers = {id: next((said.value for said in one.identifiers), None) for id, one in all.items()}
    return {all[one.source].name: numbers[one.target] for one in model.relations.values()}


@example([("Bridge", INNS[0], "", "number"), ("Arch", "", "Bridge", "")], [5])
@example([("Arch", INNS[0], "Bridge", ""), ("Arch", INNS[1], "Bridge", "number")], [4])
@given(st.lists(ROWS, min_size=1, max_size=5), COLUMNS)
def test_no_row_means_another_record_when_others_are_broken(rows: list[Row], columns: list[int]) -> None:
    """A tie leads where it leads when nothing is spoilt."""
    whole = ends(made(lines(rows, columns, spoilt=False)).model)
    left = ends(made(lines(rows, columns, spoilt=True)).model)
    assert left.items() <= whole.items()


ONE_NAME = st.tuples(
    st.sampled_from([("Bridge", INNS[0], ""), ("Arch", INNS[1], ""), ("Bridge", "", ""), ("Arch", "", "")]),
    st.sampled_from(["", "size", "number"]),
).map(lambda row: (*row[0], row[1]))
"""Rows of records that have one name each; of several, the first model need not know which is used most."""


@given(st.lists(ONE_NAME, min_size=1, max_size=5), COLUMNS)
def test_rows_that_are_mended_and_added_make_the_whole(rows: list[Row], columns: list[int]) -> None:
    """Whatever was broken, and whatever waited for it, the model is in the end that of the whole table."""
    good, spoilt = (lines(rows, columns, spoilt=spoilt) for spoilt in (False, True))
    whole = made(good)
    assume(not whole.broken)
    first = made(spoilt)
    numbers = [number for some in first.broken for number, _, _ in some.rows]
    mended = made([good[number - 2] for number in numbers], into=first.model)
    assert not mended.broken
    assert sorted(mended.model.relations) == sorted(whole.model.relations)
    assert sorted(mended.model.organisations) == sorted(whole.model.organisations)
