"""A shelf is the dict of its relations by id, and makes that dict only when somebody asks for an id."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from copy import copy, deepcopy
from operator import attrgetter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel import PartnerModel, dumps, loads
from partnermodel.model.entities import Organisation
from partnermodel.model.relations import Relation
from partnermodel.model.shelves import Shelf

RELATIONS = sorted(
    (Relation(one, "funds", other) for one in "abc" for other in "abc" if one != other), key=attrgetter("id")
)


@given(st.lists(st.sampled_from(RELATIONS), unique_by=attrgetter("id")), st.booleans())
def test_a_shelf_is_the_dict_of_its_relations(some: list[Relation], given_by_id: bool) -> None:
    """Whatever a mapping is asked, a shelf of a list and one of a dict answer as the dict does."""
    some.sort(key=attrgetter("id"))
    by_id = {relation.id: relation for relation in some}
    shelf = Shelf(by_id if given_by_id else some)
    assert len(shelf) == len(shelf.values()) == len(by_id)
    assert list(shelf.values()) == list(by_id.values())
    assert list(reversed(shelf.values())) == some[::-1]  # type: ignore[call-overload]  # as for a dict
    assert list(shelf) == list(shelf.keys()) == list(by_id)
    assert list(shelf.items()) == list(by_id.items())
    for relation in RELATIONS:
        assert (relation.id in shelf) == (relation.id in by_id)
        assert (relation in shelf.values()) == (relation in some)
        assert shelf.get(relation.id) == by_id.get(relation.id)
    assert shelf == Shelf(by_id) == Shelf(some)
    assert shelf.by_id == by_id
    assert (shelf == Shelf(RELATIONS)) == (len(some) == len(RELATIONS))
    assert shelf != by_id.values()
    assert repr(shelf.values()) == f"ValuesView({some!r})"


@given(st.lists(st.sampled_from(RELATIONS), unique_by=attrgetter("id")))
def test_the_relations_of_a_model_can_be_pickled_and_copied(some: list[Relation]) -> None:
    """However a model came to its relations, what is made of a copy of them is the same."""
    model = PartnerModel("Town", [*(Organisation(id, id.upper()) for id in "abc"), *some])
    changed = model.with_(Relation("a", "advises", "b"))
    for one in (model, loads(dumps(model)), changed, changed.without("a")):
        relations = one.relations
        for other in (pickle.loads(pickle.dumps(relations)), deepcopy(relations), copy(relations)):
            assert other == relations
            assert list(other) == list(relations)
            assert list(other.values()) == list(relations.values())


QUESTIONS: list[Callable[[PartnerModel], object]] = [
    len,
    repr,
    dumps,
    lambda model: list(model.relations.values()),
    lambda model: model.relations_of("a"),
    lambda model: model == loads(dumps(model)),
    lambda model: model.with_(Organisation("z", "Z")),
]


@pytest.mark.parametrize("ask", QUESTIONS)
def test_no_id_is_made_before_somebody_asks_for_one(ask: Callable[[PartnerModel], object]) -> None:
    """A model that was read makes no dict of its relations for questions that only go through them."""
    entities = [Organisation(id, id.upper()) for id in "abc"]
    model = loads(dumps(PartnerModel("Town", [*entities, *RELATIONS])))
    ask(model)
    assert model._shelves.relations._by_id is None
    assert model["a/funds/b"] is model.relations["a/funds/b"]
    assert model._shelves.relations._by_id is not None


class _Counted(list[Relation]):
    """Relations that count how often somebody goes through them."""

    times = 0

    def __iter__(self) -> Iterator[Relation]:
        self.times += 1
        return super().__iter__()


def test_to_add_entities_again_and_again_goes_through_the_relations_once() -> None:
    """Whether one takes the place of a relation is known of all models that have the same relations."""
    relations = _Counted([*RELATIONS, Relation("a", "funds", "b", id="own")])
    model = PartnerModel("Town", [*(Organisation(id, id.upper()) for id in "abc"), *relations])
    object.__setattr__(model, "_shelves", attrs.evolve(model._shelves, relations=Shelf(relations)))
    relations.times = 0
    for id in "uvwxyz":
        model = model.with_(Organisation(id, id.upper()))
    assert relations.times == 1
    assert "own" not in model.with_(Organisation("own", "Own")).relations
