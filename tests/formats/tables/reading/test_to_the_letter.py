"""A text that is not trimmed is read to the letter, and a head that is written as it stands is meant."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import lines

from partnermodel import STANDARD
from partnermodel.formats.tables.cells.cells import CellReader, Said
from partnermodel.formats.tables.mappings.mapping import FieldMapping, SheetMapping
from partnermodel.formats.tables.reading.heads import heads_of


def said(to: str, text: str, *, separator: str = "", dates: str = "day-first", blank: str = "нет") -> Said:
    """Return what a cell of a line that is not trimmed says."""
    columns = ("a",)
    line = FieldMapping(to, columns=columns, separator=separator, trimmed=False, dates=dates)
    return CellReader("organisation", line, SheetMapping(blank=[blank]), STANDARD).read(text)


@given(st.lists(lines().filter(lambda text: "|" not in text), min_size=1, max_size=3))
def test_what_is_joined_comes_apart_again(names: list[str]) -> None:
    """Spaces, quotation marks over separators, and what stands twice are all there."""
    found = said("aliases", " | ".join(names), separator=" | ", blank="nothing-at-all")
    assert found.value == tuple(names)


def test_nothing_is_mended() -> None:
    """An identifier keeps what another would lose, and nothing is said to be changed."""
    for text in ("688110.0", "1e5", " 050401001", "=1"):
        assert said("identifiers.zz-a", text) == Said((text,))
    assert said("description", " a\n b ") == Said(" a\n b ")
    assert said("description", "  ") == Said("  ")


def test_what_says_nothing_says_nothing() -> None:
    """An empty cell states nothing, and so does one of the texts that mean nothing."""
    assert said("name", "") == Said()
    assert said("name", "Нет") == Said(None, ("blank",))


def test_what_cannot_be_read_is_refused() -> None:
    """A date that is none, and two values where one belongs, are refused as ever."""
    refusal = said("period.start", "soon").refusal
    assert refusal is not None
    assert said("name", "a;b", separator=";").refusal is not None
    assert said("extra.o:a", "a;b", separator=";") == Said(("a", "b"))


def test_heads_of_other_cases_are_other_columns() -> None:
    """A name finds the column that is so called, and only if there is none, one of other cases."""
    heads = heads_of([["name_KK", "name_kk", "Имя", "name_kk"]])
    assert heads.names == ("name_KK", "name_kk", "Имя", "name_kk (2)")
    names = ("name_kk", "name_KK", "ИМЯ", "name_kk (2)", "name-kk")
    assert [heads.find(name) for name in names] == [1, 0, 2, 3, None]
    assert heads.find("NAME_kk") in (0, 1)
