"""Where a cell is, is said in words that a person can follow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from partnermodel.errors import InvalidTableError, Issue
from partnermodel.formats.tables.sources.grid import Grid
from partnermodel.formats.tables.sources.places import letters, place
from partnermodel.language.retelling import retold


@pytest.mark.parametrize(
    ("keywords", "english", "russian"),
    [
        ({}, 'colleges.xlsx, sheet "Реестр"', 'colleges.xlsx, лист "Реестр"'),
        ({"row": 7}, 'colleges.xlsx, sheet "Реестр", row 7', 'colleges.xlsx, лист "Реестр", строка 7'),
        (
            {"row": 7, "column": "ИНН"},
            'colleges.xlsx, sheet "Реестр", row 7, column "ИНН"',
            'colleges.xlsx, лист "Реестр", строка 7, столбец "ИНН"',
        ),
        (
            {"column": 28},
            'colleges.xlsx, sheet "Реестр", column AB',
            'colleges.xlsx, лист "Реестр", столбец AB',
        ),
    ],
)
def test_a_place_is_said_in_both_languages(
    keywords: dict[str, int | str], english: str, russian: str
) -> None:
    """File, sheet, row and column, as many as are known; an issue told in Russian has it in Russian."""
    path = place(("colleges.xlsx", "Реестр"), **keywords)  # type: ignore[arg-type]
    assert path == english
    assert retold(path, language="ru") == russian
    assert retold(Issue("a", path), language="ru").path == russian
    assert retold(InvalidTableError("a", [Issue("a", path)]), language="ru").issues[0].path == russian


def test_a_grid_gives_its_names() -> None:
    """A grid knows what it is called; where there are no sheets, none is said."""
    assert place(Grid("a.csv", None, []), 3) == "a.csv, row 3"
    assert place(Grid("a.xlsx", 'x"\u202e', []), 3) == 'a.xlsx, sheet "x\\"\\u202e", row 3'


@given(st.integers(1, 18278))
def test_letters_are_those_of_spreadsheets(number: int) -> None:
    """The letters are those that openpyxl knows."""
    assert letters(number) == get_column_letter(number)
