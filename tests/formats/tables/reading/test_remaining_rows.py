"""What a name means in the rows that are left it means in the whole table, or its row is broken too."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.reading.tables import Made, mapping, read, record, table

from partnermodel import Organisation, PartnerModel
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


ROWS = st.tuples(
    st.sampled_from(["Bridge", "Arch"]),
    st.sampled_from(["", *INNS]),
    st.sampled_from(["", "Bridge", "Arch"]),
    st.sampled_from(["", "size", "number"]),
)


@given(st.lists(ROWS, min_size=1, max_size=5), st.lists(st.sampled_from([4, 5]), min_size=1, max_size=2))
def test_no_row_means_another_record_when_others_are_broken(
    rows: list[tuple[str, str, str, str]], columns: list[int]
) -> None:
    """A tie leads where it leads when nothing is spoilt, or to a record that has nothing but the name."""
    links: list[list[str]] = []
    for number, column in enumerate(columns):
        link = [f"Own {number}", "", "", "", "", ""]
        link[column] = "Bridge"
        links.append(link)
    heads = [head.strip() for head in HEADS.split("|")]

    def ends(some: list[list[str]]) -> dict[str, str | None]:
        found = read(Made("t", [heads, *some, *links]), HOW, on_error="collect").model
        numbers = {
            id: next((said.value for said in one.identifiers), None)
            for id, one in found.organisations.items()
        }
        return {found.organisations[one.source].name: numbers[one.target] for one in found.relations.values()}

    whole = ends([[name, inn, also, "", "", "", ""] for name, inn, also, _ in rows])
    left = ends(
        [
            [
                name,
                LOST if inn and how == "number" else inn,
                also,
                "x" if how == "size" else "",
                "",
                "",
                "",
            ]
            for name, inn, also, how in rows
        ]
    )
    for own, meant in left.items():
        assert meant is None or (own in whole and whole[own] == meant)
