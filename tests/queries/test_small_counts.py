"""A matrix of coverage that tells no number below one that is given, and gives none away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.queries.networks import networks
from tests.queries.town import town
from tests.values.attacker import found_out_of_parts

from partnermodel.model.entities import Group, Place, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.coverage import coverage
from partnermodel.queries.tally import DIMENSIONS

LAYOUTS = [("group", "place"), ("kind", "group"), ("place", "kind", "group"), DIMENSIONS[1:]]


@given(networks(), st.sampled_from(LAYOUTS), st.integers(2, 4))
def test_every_number_is_told_or_suppressed_and_every_gap_is_told(
    model: PartnerModel, by: tuple[str, ...], least: int
) -> None:
    """What is suppressed is all that is small and maybe more; the rest and the gaps are as without."""
    whole, public = coverage(model, by=by), coverage(model, by=by, min_count=least)
    assert public.counts.keys() | public.suppressed == whole.counts.keys()
    assert not public.counts.keys() & public.suppressed
    assert all(whole.counts[cell] == count > least for cell, count in public.counts.items())
    assert [gap.cell for gap in public.gaps] == [gap.cell for gap in whole.gaps]
    assert not any(gap.nearly for gap in public.gaps)
    assert not whole.suppressed
    assert public != whole
    assert hash(public) == hash(coverage(model, by=by, min_count=least))
    if "place" not in by:
        assert public.suppressed == {cell for cell, count in whole.counts.items() if count <= least}


@given(networks(), st.sampled_from(LAYOUTS))
def test_a_matrix_shows_itself_alike_in_every_process(model: PartnerModel, by: tuple[str, ...]) -> None:
    """What is suppressed is shown in the order of its texts: that of a set is another one each time."""
    public = coverage(model, by=by, min_count=3)
    cells = ", ".join(sorted(map(repr, public.suppressed)))
    assert f", suppressed=frozenset({f'{{{cells}}}' if cells else ''}), min_count=3, " in repr(public)


@given(networks(), st.sampled_from(LAYOUTS))
def test_no_table_names_what_could_be_counted(model: PartnerModel, by: tuple[str, ...]) -> None:
    """Where numbers are told, no text has a name of what serves somebody, nor what nearly does."""
    secret = model.with_(
        *(
            type(one)(one.id, f"Zq7{one.id}", kind=one.kind, status=one.status)
            for one in model.entities.values()
            if one.scheme in ("programme", "initiative", "centre")
        )
    )
    public = coverage(secret, by=by, min_count=2)
    for text in (
        str(public),
        public._repr_html_(),
        str(public.gaps),
        public.gaps._repr_html_(),
        repr(public),
    ):
        assert "Zq7" not in text
    ids = {one.id for one in secret.entities.values() if one.scheme in ("programme", "initiative", "centre")}
    for rows in (public.rows(), public.gaps.rows()):
        assert not ids & {value for row in rows for value in row.values() if isinstance(value, str)}


@given(networks(), st.sampled_from(LAYOUTS), st.integers(2, 4))
def test_rows_for_machines_keep_to_the_least_number(
    model: PartnerModel, by: tuple[str, ...], least: int
) -> None:
    """A row has the count, or says that it is suppressed and has none; a gap has its cell alone."""
    public = coverage(model, by=by, min_count=least)
    rows = list(public.rows())
    for row in rows:
        cell = tuple(None if row[dimension] is None else str(row[dimension]) for dimension in by)
        hidden = cell in public.suppressed
        assert row["suppressed"] is hidden
        assert row["count"] == (None if hidden else public.counts.get(cell, 0))
        assert len(row) == len(by) + 2
    assert sum(bool(row["suppressed"]) for row in rows) == len(public.suppressed)
    assert [tuple(row.values()) for row in public.gaps.rows()] == [gap.cell for gap in public.gaps]


def region(counts: dict[str, int], *, everywhere: int = 0) -> PartnerModel:
    """Return a region with towns: in each so many programmes, and some that are in the region alone."""
    records: list[Record] = [Group("deaf", "Deaf learners"), Place("region", "Region")]
    numbers = [*((town, number) for town, count in counts.items() for number in range(count))]
    numbers += [("region", number) for number in range(everywhere)]
    for name in counts:
        records += [Place(name, name), Relation(name, "part-of", "region")]
    for name, number in numbers:
        id = f"{name}-{number}"
        records += [
            Programme(id, id, status="active"),
            Relation(id, "serves", "deaf", status="active"),
            Relation(id, "located-in", name, status="active"),
        ]
    return PartnerModel("Region", records)


@given(
    st.dictionaries(st.sampled_from("abc"), st.integers(0, 6), min_size=1),
    st.integers(0, 2),
    st.integers(2, 3),
)
def test_nobody_narrows_a_town_by_its_region(counts: dict[str, int], everywhere: int, least: int) -> None:
    """Who subtracts the towns that are told from their region finds `min_count` values for any other."""
    public = coverage(region(counts, everywhere=everywhere), min_count=least)
    hidden = frozenset(str(cell[1]) for cell in public.suppressed)
    told = {str(cell[1]): count for cell, count in public.counts.items()}
    real = {name: count for name, count in counts.items() if count}
    if total := sum(counts.values()) + everywhere:
        real["region"] = total
    assert hidden | told.keys() == real.keys()
    wholes = {name: ["region"] for name in counts}
    if hidden:
        found = found_out_of_parts(real, wholes, hidden, floor=1, most=22 if len(hidden) < 4 else 12)
        assert all(len(values) >= least for values in found.values())


def test_a_table_says_how_many_cells_are_suppressed_and_why() -> None:
    """Numbers and words stand in the cells, never nothing or 0 for what is suppressed; in both languages."""
    public = coverage(region({"a": 9, "b": 2, "c": 7}), min_count=3)
    assert str(public.table()) == (
        "Coverage by group and place\n"
        "group          a  b           c           Region\n"
        "Deaf learners  9  suppressed  suppressed  18\n"
        "What counts is active or exists.\n"
        "A number says how many different provisions count.\n"
        "Suppressed cells: 2. Each holds a number from 1 to 3, "
        "or one from which such a number could be worked out."
    )
    assert str(public.table(language="ru")).endswith(
        "Deaf learners  9  скрыто  скрыто  18\n"
        "Учитывается только то, что имеет статус: действует или существует.\n"
        "Число показывает, сколько разных мер поддержки учтено.\n"
        "Скрыто ячеек: 2. В каждой из них число от 1 до 3 или число, "
        "по которому можно было бы вычислить такое."
    )
    whole = coverage(region({"a": 9, "b": 5}), min_count=3)
    assert whole.table().notes[-1] == "No cell had to be suppressed: none holds a number from 1 to 3."
    listed = coverage(region({"a": 9, "b": 2}), by=("group", "place", "kind"), min_count=3)
    assert listed.table().columns == ("group", "place", "kind", "number")
    assert [row[-1] for row in listed.table().rows] == ["suppressed", "suppressed", "11"]


def test_gaps_are_told_without_what_nearly_fills_them() -> None:
    """How many are planned would be a count, too."""
    gaps = coverage(town(), min_count=3).gaps
    assert gaps.table().columns == ("group", "place")
    assert "Suppressed cells" in str(gaps)


@pytest.mark.parametrize("least", [1, 0, -5, 2.0, True, "5"])
def test_a_least_number_that_hides_nothing_is_refused(least: int) -> None:
    """It is a whole number from 2 on: of what is below 1 there is nothing to hide."""
    with pytest.raises(ValueError, match=r"^min_count is a whole number, 2 at the least, not "):
        coverage(town(), min_count=least)
