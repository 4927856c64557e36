"""What is hidden of a table of counts stays hidden from whoever tries everything."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.values.attacker import Cell, found_out, found_out_of_parts

from partnermodel.values import guard
from partnermodel.values.parts import suppressed_parts
from partnermodel.values.suppression import TOTALS, Suppressed, possible_counts, suppressed

Rows = list[list[int]]
Ask = tuple[Rows, int, list[str], bool]


@st.composite
def tables(draw: st.DrawFn, cells: int = 6, highest: int = 6) -> Ask:
    """Return a small table, the least count that may be told, the published totals, and whether zeros are."""
    wide = draw(st.integers(1, 3 if cells == 6 else 5))
    row = st.lists(st.integers(0, highest), min_size=wide, max_size=wide)
    rows = draw(st.lists(row, min_size=1, max_size=cells // wide))
    totals = draw(st.lists(st.sampled_from(TOTALS), unique=True))
    return rows, draw(st.integers(2, 3 if cells == 6 else 6)), totals, draw(st.booleans())


def attacked(
    rows: Rows, hidden: Suppressed, totals: Sequence[str], floor: int, most: int
) -> dict[Cell, set[int]]:
    """Return what the attacker finds out of a table."""
    row_totals = {
        i: sum(row) for i, row in enumerate(rows) if "rows" in totals and i not in hidden.row_totals
    }
    column_totals = {
        j: sum(column)
        for j, column in enumerate(zip(*rows, strict=True))
        if "columns" in totals and j not in hidden.column_totals
    }
    total = sum(map(sum, rows)) if "all" in totals and not hidden.total else None
    return found_out(rows, hidden.cells, row_totals, column_totals, total, floor=floor, most=most)


@given(tables())
def test_nobody_narrows_a_hidden_cell(ask: Ask) -> None:
    """Each hidden cell can have `min_count` values, and each small one every small value, totals or not."""
    rows, least, totals, zeros = ask
    hidden = suppressed(rows, min_count=least, totals=totals, zeros=zeros)
    found = attacked(rows, hidden, totals, int(zeros), 6 + least)
    for (i, j), values in found.items():
        assert len(values) >= least
        small = range(int(zeros), least + int(zeros))
        assert rows[i][j] not in small or {*small} <= values


@given(tables(25, 12))
def test_nobody_narrows_a_hidden_cell_of_a_larger_table(ask: Ask) -> None:
    """The same holds where there are too many tables to try, by what `possible_counts` finds."""
    rows, least, totals, zeros = ask
    hidden = suppressed(rows, min_count=least, totals=totals, zeros=zeros)
    for (i, j), (lowest, highest) in possible_counts(rows, hidden, totals=totals, zeros=zeros).items():
        assert highest is None or highest - lowest + 1 >= least
        if zeros <= rows[i][j] < least + zeros:
            assert lowest == zeros
            assert highest is None or highest >= least + zeros - 1


@given(tables())
def test_every_small_number_is_hidden(ask: Ask) -> None:
    """No number below `min_count` is published, in a cell or as a total; a zero only where zeros are."""
    rows, least, totals, zeros = ask
    hidden = suppressed(rows, min_count=least, totals=totals, zeros=zeros)

    def may_be_told(number: int) -> bool:
        return number > least or (number == least and not zeros) or (number == 0 and zeros)

    for i, row in enumerate(rows):
        assert "rows" not in totals or i in hidden.row_totals or may_be_told(sum(row))
        assert all((i, j) in hidden.cells or may_be_told(value) for j, value in enumerate(row))
    for j, column in enumerate(zip(*rows, strict=True)):
        assert "columns" not in totals or j in hidden.column_totals or may_be_told(sum(column))
    assert "all" not in totals or hidden.total or may_be_told(sum(map(sum, rows)))


@given(tables())
def test_a_total_that_is_not_published_is_not_said_to_be_hidden(ask: Ask) -> None:
    """Only what would else be published is hidden; a published zero never is."""
    rows, least, totals, zeros = ask
    hidden = suppressed(rows, min_count=least, totals=totals, zeros=zeros)
    assert "rows" in totals or not hidden.row_totals
    assert "columns" in totals or not hidden.column_totals
    assert "all" in totals or not hidden.total
    assert not zeros or all(rows[i][j] for i, j in hidden.cells)


@given(tables(), st.integers(0, 20))
def test_nothing_is_hidden_where_nothing_is_small(ask: Ask, more: int) -> None:
    """A table without a small number is published whole."""
    rows, least, totals, zeros = ask
    rows = [[value + least + 1 + more for value in row] for row in rows]
    assert not len(suppressed(rows, min_count=least, totals=totals, zeros=zeros))


@given(tables())
def test_without_totals_only_the_small_numbers_are_hidden(ask: Ask) -> None:
    """Where nothing can be subtracted from, nothing is hidden for another's sake."""
    rows, least, _, zeros = ask
    hidden = suppressed(rows, min_count=least, totals=(), zeros=zeros)
    small = range(int(zeros), least + int(zeros))
    assert hidden.cells == {
        (i, j) for i, row in enumerate(rows) for j, value in enumerate(row) if value in small
    }


@given(tables())
def test_nothing_is_hidden_that_need_not_be(ask: Ask) -> None:
    """Publish one of the large cells that were hidden, and some hidden number is no longer safe."""
    rows, least, totals, zeros = ask
    hidden = suppressed(rows, min_count=least, totals=totals, zeros=zeros)
    if hidden.row_totals or hidden.column_totals or hidden.total:
        return  # what totals need is not looked at by this attacker
    small = range(int(zeros), least + int(zeros))
    for cell in hidden.cells:
        if rows[cell[0]][cell[1]] not in small:
            fewer = Suppressed(hidden.cells - {cell})
            found = possible_counts(rows, fewer, totals=totals, zeros=zeros)
            assert any(
                (is_small and lowest > zeros)
                or (highest is not None and highest < max(lowest + least - 1, small[-1] if is_small else 0))
                for (i, j), (lowest, highest) in found.items()
                for is_small in [rows[i][j] in small]
            )


@given(tables(), st.data())
def test_what_can_be_found_out_is_found_exactly(ask: Ask, data: st.DataObject) -> None:
    """Of any hidden cells, the possible values are those that trying every table finds, and no others."""
    rows, _, totals, zeros = ask
    cells = [(i, j) for i, row in enumerate(rows) for j, value in enumerate(row) if value >= zeros]
    some = data.draw(st.sets(st.sampled_from(cells), max_size=4)) if cells else set()
    gone = [{*data.draw(st.sets(st.integers(0, size - 1)))} for size in (len(rows), len(rows[0]))]
    hidden = Suppressed(frozenset(some), frozenset(gone[0]), frozenset(gone[1]), data.draw(st.booleans()))
    most = 13
    found = attacked(rows, hidden, totals, int(zeros), most)
    told = possible_counts(rows, hidden, totals=totals, zeros=zeros)
    assert told.keys() == found.keys()
    for cell, (least, greatest) in told.items():
        assert [*found[cell]] == [] or min(found[cell]) == least
        if greatest is None or greatest > most:
            assert max(found[cell]) == most
        else:
            assert found[cell] == {*range(least, greatest + 1)}


@given(st.lists(st.integers(0, 12), min_size=2, max_size=5), st.integers(2, 5))
def test_of_a_list_few_are_hidden(row: list[int], least: int) -> None:
    """Of a list with a total as few are hidden as can be, or one more, as trying every choice finds."""
    hidden = suppressed([row], min_count=least, totals=["rows"])
    if hidden.row_totals:
        return
    small = {(0, j) for j, value in enumerate(row) if value < least}
    others = [(0, j) for j, value in enumerate(row) if value >= least]
    for more in chain.from_iterable(combinations(others, size) for size in range(len(others) + 1)):
        found = possible_counts([row], Suppressed(frozenset({*small, *more})), totals=["rows"])
        if all(
            highest is not None
            and highest - lowest + 1 >= least
            and (cell not in small or (lowest == 0 and highest >= least - 1))
            for cell, (lowest, highest) in found.items()
        ):
            assert len(hidden.cells) <= len(small) + len(more) + 1
            return
    raise AssertionError("a choice of cells was found, and no choice does")


@st.composite
def families(draw: st.DrawFn, most_wholes: int) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Return counts, and of each what it is part of: always something that comes before it."""
    names = "abcd"[: draw(st.integers(1, 4))]
    # Small numbers among large ones: where all are small, all are hidden, and nothing is to be found out.
    counts = {name: draw(st.sampled_from((8, 6, 7, 1, 0, 2, 5))) for name in names}
    wholes = {
        name: draw(st.lists(st.sampled_from(names[:at]), unique=True, max_size=most_wholes)) if at else []
        for at, name in enumerate(names)
    }
    return counts, wholes


@pytest.mark.parametrize("most_wholes", [1, 3])
@given(data=st.data(), least=st.integers(2, 3))
def test_nobody_narrows_a_hidden_part(most_wholes: int, data: st.DataObject, least: int) -> None:
    """A hidden count can have `min_count` values for whoever subtracts parts from wholes, at any depth.

    A small one can have every small value, but for those that contradict what everybody knows when nothing
    is published at all. Where a part is a part of several wholes, so it is for the small ones; a large one
    that is hidden besides may be found out.
    """
    counts, wholes = data.draw(families(most_wholes))
    hidden = suppressed_parts(counts, wholes, min_count=least)
    assert {name for name, count in counts.items() if count < least} <= hidden
    found = found_out_of_parts(counts, wholes, hidden, floor=0, most=8 + least)
    known = found_out_of_parts(counts, wholes, frozenset(counts), floor=0, most=8 + least)
    for name, values in found.items():
        large = counts[name] >= least and any(len(above) > 1 for above in wholes.values())
        assert len(values) >= least or values == known[name] or large
        small = {value for value in known[name] if value < min(known[name]) + least}
        assert counts[name] >= least or small <= values


@given(families(3), st.integers(2, 3))
def test_large_parts_are_published(family: tuple[dict[str, int], dict[str, list[str]]], least: int) -> None:
    """Where nothing is small, nothing is hidden."""
    counts, wholes = family
    assert not suppressed_parts(
        {name: count + least for name, count in counts.items()}, wholes, min_count=least
    )


def test_of_several_wholes_all_that_would_tell_are_hidden() -> None:
    """A part that is small hides all its wholes but the first, and what these are part of."""
    counts = {"first": 50, "rest": 47, "second": 60, "above": 80, "part": 3}
    wholes = {"part": ["first", "second"], "rest": ["first"], "second": ["above"]}
    assert suppressed_parts(counts, wholes, min_count=10) == {"part", "rest", "second", "above"}


def test_what_is_part_of_a_part_is_not_counted_beside_it() -> None:
    """A village of a district is in the region by its district, whether or not that is said twice."""
    counts = {"region": 60, "district": 23, "village": 3, "town": 20, "rest": 37}
    wholes = {"village": ["district"], "town": ["district"], "district": ["region"], "rest": ["region"]}
    twice = wholes | {"village": ["region", "district"]}
    assert suppressed_parts(counts, wholes, min_count=10) == {"village", "town"}
    assert suppressed_parts(counts, twice, min_count=10) == {"village", "town"}


def test_a_diamond_is_walked_once() -> None:
    """What two wholes are part of is hidden once with them."""
    counts = {"top": 90, "left": 40, "middle": 30, "right": 20, "part": 3}
    wholes = {"part": ["left", "middle", "right"], "left": ["top"], "middle": ["top"], "right": ["top"]}
    assert suppressed_parts(counts, wholes, min_count=10) == set(counts)


def test_a_table_with_much_to_look_at_again_is_safe_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it would take too long, what need not have been hidden stays hidden; nothing is given away."""
    rows = [[30, 12, 8], [30, 2, 20], [1, 8, 1]]
    few = suppressed(rows, min_count=5)
    monkeypatch.setattr(guard, "_TIDY", -1)
    more = suppressed(rows, min_count=5)
    assert (len(few), len(more)) == (7, 8)
    for least, greatest in possible_counts(rows, more).values():
        assert greatest is None or greatest - least >= 4


def test_a_whole_without_a_count_hands_its_parts_on() -> None:
    """Towns of a district that nobody counted are subtracted from the region that somebody did."""
    counts = {"region": 60, "town": 3, "village": 20, "city": 37}
    wholes = {"town": ["district"], "village": ["district"], "district": ["region"], "city": ["region"]}
    assert suppressed_parts(counts, wholes, min_count=5) == {"town", "village"}


def test_what_leads_back_is_walked_once() -> None:
    """A circle among what has no count, which no model has, does not go on for ever."""
    assert suppressed_parts({"town": 3}, {"town": ["a"], "a": ["b"], "b": ["a"]}, min_count=5) == {"town"}


def test_a_whole_of_nothing_that_has_a_part_protects_nothing() -> None:
    """Where the numbers contradict each other, what is small is hidden all the same."""
    hidden = suppressed_parts({"whole": 0, "part": 3}, {"part": ["whole"]}, min_count=5, zeros=True)
    assert hidden == {"part"}
    counts, both = {"whole": 0, "other": 9, "part": 3}, {"part": ["other", "whole"]}
    assert suppressed_parts(counts, both, min_count=5, zeros=True) == {"part", "other"}


@pytest.mark.parametrize(
    ("rows", "least", "totals", "message"),
    [
        ([[1]], 1, TOTALS, "min_count is a whole number, 2 at the least, not 1"),
        ([[1]], 2.5, TOTALS, "min_count is a whole number, 2 at the least, not 2.5"),
        ([[-1]], 5, TOTALS, "a count is a whole number, 0 at the least, not -1"),
        ([[True]], 5, TOTALS, "a count is a whole number, 0 at the least, not true"),
        ([[1], [1, 2]], 5, TOTALS, "the rows of a table of counts are equally long"),
        ([[1]], 5, ["row"], 'a table of counts has totals of rows, columns and all, not of "row"'),
    ],
)
def test_what_is_no_table_of_counts_is_refused(
    rows: Rows, least: int, totals: list[str], message: str
) -> None:
    """What cannot be counted is named."""
    with pytest.raises(ValueError, match=r".") as refused:
        suppressed(rows, min_count=least, totals=totals)
    assert str(refused.value) == message


def test_a_large_table_takes_seconds() -> None:
    """A table of 40 by 40 with all totals, a tenth of it small, is protected."""
    rows = [[(i * 7 + j * 13) % 50 for j in range(40)] for i in range(40)]
    hidden = suppressed(rows, min_count=5)
    assert len(hidden.cells) < 2.5 * sum(value < 5 for row in rows for value in row)
    for least, greatest in possible_counts(rows, hidden).values():
        assert greatest is None or greatest - least >= 4


def test_whole_numbers_of_other_libraries_are_counts() -> None:
    """A count of NumPy or pandas is what it is in Python; a truth value is none."""
    numpy = pytest.importorskip("numpy")
    rows = [[1, 20], [30, 40]]
    assert suppressed(numpy.array(rows), min_count=5) == suppressed(rows, min_count=5)
    with pytest.raises(ValueError, match="a count is a whole number, 0 at the least, not true"):
        suppressed([[True]], min_count=5)


def test_what_is_known_whatever_is_hidden_cannot_be_hidden() -> None:
    """Where zeros are told, a total of two hidden numbers is 2 at the least, and that takes nothing more."""
    hidden = suppressed([[1, 1], [9, 9]], min_count=3, zeros=True, totals=["rows"])
    assert (hidden.cells, hidden.row_totals) == (frozenset({(0, 0), (0, 1)}), frozenset({0}))
