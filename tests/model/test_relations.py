"""The relation: its id, and its other end."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import codes, ids, relations

from partnermodel.errors import InvalidRecordError
from partnermodel.model.entities import Organisation
from partnermodel.model.relations import Relation

ENDS = st.tuples(ids(), codes("relation"), ids(), st.none() | codes("role"))


@given(ENDS, ENDS)
def test_a_derived_id_tells_relations_apart(
    first: tuple[str, str, str, str | None], second: tuple[str, str, str, str | None]
) -> None:
    """Two relations have the same derived id exactly when source, kind, target and role are the same."""
    one, other = (Relation(*ends[:3], role=ends[3]) for ends in (first, second))
    assert (one.id == other.id) == (first == second)
    assert one.id == "/".join(part for part in first if part is not None)
    assert one.own_id is None


@given(relations(), ids())
def test_a_given_id_is_kept_and_is_never_a_derived_one(relation: Relation, id: str) -> None:
    """An id of its own is the id; it cannot have the slash that every derived id has."""
    own = Relation(relation.source, relation.kind, relation.target, id=id)
    assert own.id == own.own_id == id
    assert relation.id != id
    with pytest.raises(InvalidRecordError) as caught:
        Relation("a", "hosts", "b", id=relation.id)
    assert [issue.code for issue in caught.value.issues] == ["bad-id"]


@given(ids(), ids(), ids())
def test_the_other_end_is_the_end_that_was_not_named(source: str, target: str, stranger: str) -> None:
    """From either end the other is found, and what is at neither end is refused."""
    relation = Relation(source, "partners-with", target)
    assert relation.other_end(source) == target
    if source != target:
        assert relation.other_end(target) == source
    if stranger not in (source, target):
        with pytest.raises(ValueError, match="is at neither end of the relation"):
            relation.other_end(stranger)


def test_a_faulty_relation_is_named_by_its_id() -> None:
    """The path of a fault begins with the id of the relation, given or derived, and names the argument."""
    with pytest.raises(InvalidRecordError) as caught:
        Relation("a b", "Hosts", "c", id="x/y", level="high")  # type: ignore[arg-type]  # that is the test
    assert [issue.path for issue in caught.value.issues] == [
        'Relation("x/y").id', 'Relation("x/y").source', 'Relation("x/y").kind', 'Relation("x/y").level'
    ]  # fmt: skip
    with pytest.raises(InvalidRecordError) as caught:
        Relation("a", "hosts", "b c")
    assert [issue.path for issue in caught.value.issues] == ['Relation("a/hosts/b c").target']


def test_a_record_in_place_of_its_id_is_told_by_its_id() -> None:
    """The ends of a relation are ids: whoever gives records is told the ids, and no more of them."""
    college, school = Organisation("college", "College"), Organisation("school", "School")
    with pytest.raises(InvalidRecordError) as caught:
        Relation(college, "advises", school)  # type: ignore[arg-type]  # that is the test
    assert [(issue.path, issue.hint) for issue in caught.value.issues] == [
        ("Relation.source", 'Give its id: "college".'),
        ("Relation.target", 'Give its id: "school".'),
    ]
    with pytest.raises(InvalidRecordError, match=r'Relation\("own"\)\.source: an Organisation stands where'):
        Relation(college, "advises", "b", id="own")  # type: ignore[arg-type]  # that is the test


class _Unsaid:
    """What cannot be written into a text."""

    def __format__(self, spec: str) -> str:
        raise RuntimeError("nobody may ask")


@pytest.mark.parametrize("field", ["source", "kind", "target", "role"])
def test_no_id_is_made_of_what_is_no_text(field: str) -> None:
    """What is refused is called by its own id or by none; nothing that is given is made a text for it."""
    given: dict[str, Any] = {"source": "a", "kind": "funds", "target": "b", field: _Unsaid()}
    for own, called in ((None, "Relation"), ("tie", 'Relation("tie")')):
        with pytest.raises(InvalidRecordError) as caught:
            Relation(**given, id=own)
        (issue,) = caught.value.issues
        assert (issue.path, issue.code) == (f"{called}.{field}", "wrong-type")
