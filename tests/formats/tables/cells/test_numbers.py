"""Numbers and truth values are read as they are written; what a spreadsheet spoilt is not guessed at."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.formats.tables.cells.numbers import flag_of, identifier_of, text_of, whole_of
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.sources.grid import Cell


@given(st.integers(-(10**15), 10**15), st.sampled_from(".,"))
def test_a_whole_number_is_read_however_its_thousands_stand(number: int, decimal: str) -> None:
    """Spaces of any width, and the mark that is not the decimal one, may stand between thousands."""
    for mark in (" ", "\u00a0", "\u202f", "'"):
        assert whole_of(f"{number:,}".replace(",", mark), decimal) == number
    assert whole_of(f"{number}{decimal}00", decimal) == number
    if number >= 0:
        assert whole_of(f"{number:,}".replace(",", "," if decimal == "." else "."), decimal) == number


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [("1,234,567", ".", 1234567), ("1.234.567,0", ",", 1234567), ("25.00", ".", 25), ("1 200", ",", 1200)],
)
def test_a_mark_between_thousands_is_none_before_a_fraction(text: str, decimal: str, number: int) -> None:
    """Which mark is which is said, and the other one may stand between thousands."""
    assert whole_of(text, decimal) == number


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2.5", '"2.5" has a fraction, and a whole number belongs here'),
        ("много", '"много" is not a whole number'),
        ("501234567890 шт.", "a long number is not a whole number"),
    ],
)
def test_what_is_no_whole_number_is_refused(text: str, message: str) -> None:
    """The reason is said, and a number that may be a person's is not repeated."""
    found = whole_of(text)
    assert isinstance(found, Refusal)
    assert found.message == message


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (688110.0, "688110"),
        (1.5, "1,5"),
        (5.5e15, "5.500000e+15"),
        (True, "true"),
        (False, "false"),
        (7, "7"),
        (None, ""),
        ("x", "x"),
        (datetime.date(2024, 9, 1), "2024-09-01"),
        (datetime.datetime(2024, 9, 1), "2024-09-01"),
        (datetime.datetime(2024, 9, 1, 10, 30), "2024-09-01 10:30:00"),
    ],
)
def test_a_cell_is_the_text_that_it_shows(cell: Cell, text: str) -> None:
    """What is whole has no fraction, and what has lost digits does not hide it."""
    assert text_of(cell, ",") == text


@pytest.mark.parametrize("text", ["да", "Да ", "yes", "1", "+", "TRUE"])
def test_a_truth_value_may_be_said_in_words_or_signs(text: str) -> None:
    """What means yes is true, and what means no is false."""
    assert flag_of(text) is True
    assert flag_of("нет") is flag_of("-") is flag_of("0") is False
    assert isinstance(flag_of("возможно"), Refusal)


@pytest.mark.parametrize(
    ("scheme", "text", "code"),
    [
        ("kpp", "50401001", "lost-zeros"),
        ("oktmo", "1701000", "lost-zeros"),
        ("inn", "5.5E+09", "lost-digits"),
        ("inn", "5504000001.5", "not-whole"),
    ],
)
def test_an_identifier_that_was_spoilt_is_refused(scheme: str, text: str, code: str) -> None:
    """Zeros and digits that are lost are not put back in silence."""
    found = identifier_of(scheme, text)
    assert isinstance(found, Refusal)
    assert found.code == code


@pytest.mark.parametrize(
    ("scheme", "text", "value"),
    [
        ("fips", "688110.0", "688110"),
        ("fips", "1.5", "1.5"),
        ("oktmo", "52701000", "52701000"),
        ("kpp", "5504", "5504"),
        ("wikidata", "Q42", "Q42"),
    ],
)
def test_an_identifier_is_what_it_was(scheme: str, text: str, value: str) -> None:
    """A number that lost its type is an identifier again; anything else is for the reading to judge."""
    assert identifier_of(scheme, text) == value
