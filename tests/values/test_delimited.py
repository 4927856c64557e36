"""Delimited text is RFC 4180, and nothing in it is a formula."""

from __future__ import annotations

import csv
import io

from hypothesis import example, given
from hypothesis import strategies as st
from tests.strategies import blocks

from partnermodel.values.delimited import delimited_text, guarded, harmless

FORMULAS = "=+-@\t\n\r＝＋－＠"


def texts() -> st.SearchStrategy[str]:
    """Return texts, many of which begin with what matters here."""
    return st.builds("".join, st.tuples(st.text(" '" + FORMULAS, max_size=3), blocks()))


@given(texts())
@example("=HYPERLINK(\"https://example.org/\"&A1,'x')")
@example("'")
@example(" \u00a0=1")
def test_a_guarded_text_is_no_formula_and_comes_back(text: str) -> None:
    """It never begins as a formula does, not after spaces either; its first apostrophe can be taken away."""
    made = guarded(text)
    assert not made.startswith(tuple(FORMULAS))
    assert not made.lstrip().startswith(tuple(FORMULAS))
    assert made.removeprefix("'") == text
    assert made in (text, "'" + text)


def test_what_is_no_formula_is_left_alone() -> None:
    """An apostrophe stands before nothing else."""
    for text in ("", "Omsk", "1-2", "a=b", "№ 5", "«=»"):
        assert guarded(text) == text


@given(texts())
@example("'=1")
@example(" \n")
def test_a_harmless_text_is_no_formula(text: str) -> None:
    """It never begins as a formula does; an apostrophe stands before nothing else, not before another one."""
    made = harmless(text)
    assert not made.lstrip().startswith(tuple(FORMULAS))
    formula = any(part.startswith(tuple(FORMULAS)) for part in (text, text.lstrip()))
    assert made == ("'" + text if formula else text)


@given(
    st.lists(st.lists(blocks(), min_size=2, max_size=4), max_size=4),
    st.sampled_from(",;\t"),
)
def test_another_reader_finds_the_same_cells(rows: list[list[str]], delimiter: str) -> None:
    """Delimiters, quotation marks and ends of lines within cells survive; lines end as the standard says."""
    made = delimited_text(rows, delimiter)
    assert list(csv.reader(io.StringIO(made, newline=""), delimiter=delimiter, strict=True)) == rows
    assert made.endswith("\r\n") or not rows
