"""The laws of candidate pairs: whatever the records, their order and their names."""

from __future__ import annotations

import random
import re
import sys
from itertools import combinations
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.queries.matching.registers import model_of, registers

from partnermodel.errors import MissingExtraError
from partnermodel.model.entities import Organisation, Place
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.checks import check
from partnermodel.queries.matching.duplicates import Duplicates, find_duplicates
from partnermodel.queries.matching.pairing import COMMON
from partnermodel.values.identifiers import Identifier
from partnermodel.values.normalising import normalised_name

TYPES = ("organisation", "centre")


def everything(model: PartnerModel, **options: Any) -> Duplicates:
    """Return all pairs, whatever their score."""
    return find_duplicates(model, type=TYPES, threshold=0, **options)


@given(registers(), st.randoms(use_true_random=False))
@settings(max_examples=30)
def test_the_order_of_records_makes_no_difference(records: tuple[Record, ...], chance: random.Random) -> None:
    """The same records in another order give the same answer, word for word."""
    mixed = list(records)
    chance.shuffle(mixed)
    one, other = everything(model_of(records)), everything(model_of(tuple(mixed)))
    assert one == other
    assert str(one) == str(other)
    assert str(one.table(language="ru")) == str(other.table(language="ru"))


@given(registers())
def test_a_pair_is_of_two_records_of_one_type_and_stands_once(records: tuple[Record, ...]) -> None:
    """No record is its own duplicate, the ids are in order, no pair is told twice, and scores fall."""
    model = model_of(records)
    found = everything(model)
    pairs = [*found.items, *found.apart]
    assert all(pair.one < pair.other for pair in pairs)
    assert len({(pair.one, pair.other) for pair in pairs}) == len(pairs)
    for pair in pairs:
        one, other = model.entity(pair.one), model.entity(pair.other)
        assert one.scheme == other.scheme == pair.type
        assert (one.name, other.name) == (pair.one_name, pair.other_name)
        assert 0 <= pair.score <= 1
        assert pair.reasons
        assert all(reason.words for reason in (*pair.reasons, *pair.against))
    for some in (found.items, found.apart):
        assert list(some) == sorted(some, key=lambda pair: (-pair.score, pair.one, pair.other))


@given(registers(), st.dictionaries(st.integers(0, 5), st.integers(0, 5)))
@settings(max_examples=30)
def test_it_is_symmetric(records: tuple[Record, ...], swaps: dict[int, int]) -> None:
    """What two records are called makes the score, and not which of them has the lesser id."""
    order = [f"r{number}" for number in range(6)]
    for one, other in swaps.items():
        order[one], order[other] = order[other], order[one]
    renamed = {f"r{number}": id for number, id in enumerate(order)}

    def said(found: Duplicates, names: dict[str, str]) -> set[tuple[frozenset[str], float, str]]:
        pairs = (*found.items, *found.apart)
        return {(frozenset((names[p.one], names[p.other])), p.score, p.verdict) for p in pairs}

    def renamed_in(record: Record) -> Record:
        if isinstance(record, Relation):
            source, target = (renamed.get(id, id) for id in (record.source, record.target))
            return attrs.evolve(record, source=source, target=target)
        return attrs.evolve(record, id=renamed.get(record.id, record.id))

    others = tuple(map(renamed_in, records))
    same = {id: id for id in order}
    assert said(everything(model_of(records)), renamed) == said(everything(model_of(others)), same)


def _called(record: Any) -> list[tuple[str, str | None]]:
    plain = [record.name, *record.names.values()]
    return [(normalised_name(n), None) for n in plain] + [
        (normalised_name(a.name), a.scope) for a in record.aliases
    ]


@given(registers())
def test_every_pair_of_one_name_or_number_is_found(records: tuple[Record, ...]) -> None:
    """A comparison of all pairs finds the same pairs of one identifier, and of one normalised name."""
    model = model_of(records)
    found = everything(model)
    entities = [entity for entity in model.entities.values() if entity.scheme in TYPES]
    numbered, named = set(), set()
    for one, other in combinations(entities, 2):
        if one.scheme == other.scheme:
            pair = tuple(sorted((one.id, other.id)))
            shared = {(i.scheme, i.value) for i in one.identifiers} & {
                (i.scheme, i.value) for i in other.identifiers
            }
            if any(scheme not in ("kpp", "oktmo") for scheme, _ in shared):
                numbered.add(pair)
            if any(
                first == second and {scope, scope_2} != {"RU-OMS", "RU-TOM"}
                for first, scope in _called(one)
                for second, scope_2 in _called(other)
            ):
                named.add(pair)

    def with_reason(code: str) -> set[tuple[str, ...]]:
        pairs = (*found.items, *found.apart)
        return {(p.one, p.other) for p in pairs if any(reason.code == code for reason in p.reasons)}

    assert with_reason("same-identifier") == numbered
    assert with_reason("same-name") == named


@given(registers())
def test_numbers_are_compared_exactly(records: tuple[Record, ...]) -> None:
    """No two names are called alike whose numbers differ, or of which one has none."""
    found = everything(model_of(records))
    for pair in (*found.items, *found.apart):
        for reason in pair.reasons:
            if "name" in reason.code and reason.other:
                assert re.findall(r"\d+", reason.one) == re.findall(r"\d+", reason.other)


@given(registers())
def test_what_check_calls_the_same_is_found(records: tuple[Record, ...]) -> None:
    """There is one notion of sameness: what `check` says of names and identifiers is among the pairs."""
    model = model_of(records)
    found = everything(model, alike=False)
    pairs = {(pair.one, pair.other) for pair in (*found.items, *found.apart)}
    for issue in check(model, as_of="2024"):
        if issue.code in ("same-name", "same-identifier") and issue.records[0].startswith("r"):
            first, *others = issue.records
            assert {tuple(sorted((first, other))) for other in others} <= pairs


@given(registers(), st.floats(0, 1))
def test_a_threshold_only_leaves_out(records: tuple[Record, ...], threshold: float) -> None:
    """With a greater threshold come the same pairs, less those below; those that are two stay."""
    model = model_of(records)
    whole, some = everything(model), find_duplicates(model, type=TYPES, threshold=threshold)
    assert some.items == tuple(pair for pair in whole.items if pair.score >= threshold)
    assert some.apart == whole.apart


@given(registers())
def test_groups_are_the_pairs_joined(records: tuple[Record, ...]) -> None:
    """A group is what pairs join: every pair is within one, no id is in two, and none is alone."""
    found = everything(model_of(records))
    ids = [id for group in found.groups for id in group]
    assert len(ids) == len(set(ids))
    assert set(ids) == {id for pair in found for id in (pair.one, pair.other)}
    group_of = {id: place for place, group in enumerate(found.groups) for id in group}
    assert all(group_of[pair.one] == group_of[pair.other] for pair in found)
    for group in found.groups:
        reached, new = {group[0]}, {group[0]}
        while new:
            new = {
                p.other if p.one in reached else p.one
                for p in found
                if (p.one in reached) != (p.other in reached)
            }
            reached |= new
        assert reached == set(group)


@given(registers())
def test_without_likeness_come_the_same_pairs_but_those_alike(records: tuple[Record, ...]) -> None:
    """Without names that are alike, all other pairs are as they were."""
    model = model_of(records)
    whole, exact = everything(model), everything(model, alike=False)
    alike = {(p.one, p.other) for p in whole if p.reasons[0].code == "alike-name"}
    assert [(p.one, p.other, p.score) for p in exact] == [
        (p.one, p.other, p.score) for p in whole if (p.one, p.other) not in alike
    ]


def test_a_name_that_very_many_have_makes_no_pairs() -> None:
    """A name of more than thirty records is told once, and only neighbours of that name are pairs."""
    many = [Organisation(f"o{number:02}", f"Школа № 1{' ' * number}") for number in range(COMMON + 1)]
    found = find_duplicates(PartnerModel("Country", many))
    assert (found.items, found.apart) == ((), ())
    assert [(one.value, len(one.ids)) for one in found.common] == [("школа 1", COMMON + 1)]
    assert "школа 1 says nothing by itself: 31 records have it." in str(found.table().notes)
    fewer = find_duplicates(PartnerModel("Country", many[1:]))
    assert len(fewer) == COMMON * (COMMON - 1) // 2
    assert fewer.common == ()
    near = [Relation(id, "located-in", "tara") for id in ("o03", "o07")]
    beside = find_duplicates(PartnerModel("Country", [*many, Place("tara", "Тара"), *near]))
    assert [(pair.one, pair.other) for pair in beside] == [("o03", "o07")]


def test_a_number_that_very_many_have_makes_no_pairs() -> None:
    """An identifier of more than thirty records is told once."""
    number = Identifier("inn", "5503023451")
    many = [Organisation(f"o{one}", f"Школа № {one}", identifiers=[number]) for one in range(COMMON + 1)]
    found = find_duplicates(PartnerModel("Country", many))
    assert found.items == ()
    assert [(one.type, one.value, len(one.ids)) for one in found.common] == [
        ("organisation", "INN 5503023451", COMMON + 1)
    ]


def test_progress_is_told_up_to_the_end() -> None:
    """What is told of the work never falls, and ends with all of it."""
    told: list[float] = []
    model = PartnerModel("Town", [Organisation("a", "Колледж"), Organisation("b", "Лицей")])
    find_duplicates(model, type=TYPES, progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"type": "organization"}, '"organization" is not a type of entity. Did you mean "organisation"?'),
        ({"type": ["centre", "relation"]}, '"relation" is not a type of entity.'),
        ({"threshold": 1.5}, "threshold is 1.5; give a number of 0 to 1."),
        ({"threshold": float("nan")}, "threshold is NaN; give a number of 0 to 1."),
        ({"threshold": "high"}, 'threshold is "high"; give a number of 0 to 1.'),
    ],
)
def test_what_makes_no_sense_is_refused(options: dict[str, Any], said: str) -> None:
    """A type that is none, and a threshold beyond its bounds, are errors that say so."""
    with pytest.raises(ValueError, match=re.escape(said)):
        find_duplicates(PartnerModel("Town"), **options)


def test_without_rapidfuzz_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Likeness without its package is an error that names the extra; the rest needs no package."""
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    model = PartnerModel("Town", [Organisation("a", "Колледж"), Organisation("b", "«КОЛЛЕДЖ»")])
    with pytest.raises(MissingExtraError, match=r'the extra "match" brings it: pip install .*alike=False'):
        find_duplicates(model)
    found = find_duplicates(model, alike=False)
    assert [(pair.one, pair.other) for pair in found] == [("a", "b")]
    assert "Names that are alike, and not the same, were not looked for." in found.table().notes
