"""What records must keep together: every breach at once, word for word; circles as networkx sees them."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Sequence

import attrs
import networkx as nx
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.strategies import entities, models, relations

from partnermodel.errors import IntegrityError, Issue
from partnermodel.model.entities import Centre, Document, Entity, Organisation, Person, Place
from partnermodel.model.integrity import Unread, integrity_faults
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary


def _issues(records: Sequence[Record], vocabulary: Vocabulary = STANDARD) -> tuple[Issue, ...]:
    with pytest.raises(IntegrityError) as caught:
        PartnerModel("Town", records, vocabulary=vocabulary)
    assert caught.value.heading == 'the records of "Town" contradict each other:'
    return caught.value.issues


A, B, C = Organisation("a", "A"), Organisation("b", "B"), Centre("c", "C")
D, P = Document("d", "D"), Person("p", "P")
TOWN = [A, B, C, D, P]

ALONE: dict[str, tuple[list[Record], str, str, str, str]] = {
    "an id of two records": (
        [Centre("a", "A again")],
        "duplicate-id",
        'centres["a"].id',
        '"a" is the id of two records',
        "Give one of them another id; all records of a model share one set of ids.",
    ),
    "an id of an entity and a relation": (
        [Relation("a", "hosts", "c", id="b")],
        "duplicate-id",
        'relations["b"].id',
        '"b" is the id of two records',
        "Give one of them another id; all records of a model share one set of ids.",
    ),
    "the same record twice": (
        [A],
        "duplicate-id",
        'organisations["a"].id',
        '"a" is the id of two records',
        "Give one of them another id; all records of a model share one set of ids.",
    ),
    "like relations": (
        [Relation("a", "hosts", "c"), Relation("a", "hosts", "c", status="active")],
        "duplicate-id",
        'relations["a/hosts/c"].id',
        "a second relation has the same source, kind, target and role: a/hosts/c",
        "Remove one of the two, or give one an id of its own.",
    ),
    "a source that is not there": (
        [Relation("x", "partners-with", "b")],
        "unknown-id",
        'relations["x/partners-with/b"].source',
        'no entity has the id "x"',
        "Add the entity, or correct the id.",
    ),
    "a target that is nearly there": (
        [Organisation("college", "C"), Relation("a", "partners-with", "colege")],
        "unknown-id",
        'relations["a/partners-with/colege"].target',
        'no entity has the id "colege"',
        'Did you mean "college"?',
    ),
    "a nearly right end never means a relation": (
        [Relation("a", "hosts", "c", id="college"), Relation("a", "partners-with", "colege")],
        "unknown-id",
        'relations["a/partners-with/colege"].target',
        'no entity has the id "colege"',
        "Add the entity, or correct the id.",
    ),
    "a relation as an end": (
        [Relation("a", "hosts", "c", id="r"), Relation("b", "funds", "r")],
        "wrong-end",
        'relations["b/funds/r"].target',
        '"r" is a relation, and an entity belongs here',
        "A relation links two entities; make what they do together an initiative, and link to that.",
    ),
    "a source of the wrong type": (
        [Relation("c", "hosts", "c2"), Centre("c2", "C2")],
        "wrong-end",
        'relations["c/hosts/c2"].source',
        '"c" is of the type centre, and the source of "hosts" is of the type organisation',
        "Exchange the ends, or use another kind of relation.",
    ),
    "a target of the wrong type": (
        [Relation("a", "partners-with", "p")],
        "wrong-end",
        'relations["a/partners-with/p"].target',
        '"p" is of the type person, and the target of "partners-with" is of the type organisation or centre',
        "Exchange the ends, or use another kind of relation.",
    ),
    "a relation to itself": (
        [Relation("a", "partners-with", "a")],
        "self-relation",
        'relations["a/partners-with/a"].target',
        'the relation leads from "a" to itself',
        "Name two different records.",
    ),
    "a document that is not there": (
        [Organisation("e", "E", evidence=[Citation("dd")]), Document("ddd", "D")],
        "unknown-id",
        'organisations["e"].evidence[0].document',
        'no document has the id "dd"',
        'Did you mean "ddd"?',
    ),
    "a citation of what is no document": (
        [Relation("a", "hosts", "c", evidence=[Citation("d"), Citation("b")])],
        "wrong-end",
        'relations["a/hosts/c"].evidence[1].document',
        '"b" is of the type organisation, and a document belongs here',
        "Cite the document that says so.",
    ),
    "a citation of a relation": (
        [Relation("a", "hosts", "c", id="r"), Place("e", "E", evidence=[Citation("r")])],
        "wrong-end",
        'places["e"].evidence[0].document',
        '"r" is a relation, and a document belongs here',
        "Cite the document that says so.",
    ),
    "parts of each other": (
        [Relation("a", "part-of", "b"), Relation("b", "part-of", "a")],
        "circular-relation",
        'relations["a/part-of/b"]',
        "the relation closes a circle: a → b → a",
        "Remove or turn round one of its relations.",
    ),
    "a host within what it hosts": (
        [Relation("a", "hosts", "c"), Relation("a", "part-of", "c")],
        "circular-relation",
        'relations["a/part-of/c"]',
        "the relation closes a circle: a → c → a",
        "Remove or turn round one of its relations.",
    ),
    "successors of each other": (
        [Relation("a", "succeeds", "b"), Relation("b", "succeeds", "a", role="party")],
        "circular-relation",
        'relations["a/succeeds/b"]',
        "the relation closes a circle: a → b → a",
        "Remove or turn round one of its relations.",
    ),
}


@pytest.mark.parametrize("breach", list(ALONE))
def test_a_breach_is_worded_exactly(breach: str) -> None:
    """Each sort of breach is refused alone, with its path, what is wrong and how to mend it."""
    added, code, path, message, hint = ALONE[breach]
    (issue,) = _issues([*TOWN, *added])
    assert (issue.code, issue.path, issue.message, issue.hint) == (code, path, message, hint)


def test_every_breach_is_named_at_once() -> None:
    """Breaches of all sorts are found together, in the order of the records, and say whom they concern."""
    found = _issues(
        [
            *TOWN,
            Centre("a", "A again"),
            Organisation("e", "E", evidence=[Citation("x"), Citation("b")]),
            Relation("a", "hosts", "c"),
            Relation("a", "hosts", "c"),
            Relation("q", "hosts", "q"),
            Relation("p", "hosts", "d"),
            Relation("c", "part-of", "b"),
            Relation("b", "part-of", "c"),
        ]
    )
    assert [(issue.code, issue.path, issue.records) for issue in found] == [
        ("duplicate-id", 'centres["a"].id', ("a",)),
        ("duplicate-id", 'relations["a/hosts/c"].id', ("a/hosts/c",)),
        ("unknown-id", 'organisations["e"].evidence[0].document', ("e",)),
        ("wrong-end", 'organisations["e"].evidence[1].document', ("e",)),
        ("self-relation", 'relations["q/hosts/q"].target', ("q/hosts/q",)),
        ("unknown-id", 'relations["q/hosts/q"].source', ("q/hosts/q",)),
        ("unknown-id", 'relations["q/hosts/q"].target', ("q/hosts/q",)),
        ("wrong-end", 'relations["p/hosts/d"].source', ("p/hosts/d",)),
        ("wrong-end", 'relations["p/hosts/d"].target', ("p/hosts/d",)),
        ("circular-relation", 'relations["b/part-of/c"]', ("b/part-of/c", "c/part-of/b")),
    ]


def test_a_link_to_what_could_not_be_read_is_not_held_against_anyone() -> None:
    """An id that stands for a faulty record of a file is neither missing nor of the wrong type."""
    records: list[Record] = [
        Organisation("a", "A", evidence=[Citation("lost")]),
        Relation("a", "hosts", "lost"),
        Relation("gone", "hosts", "lost"),
    ]
    found = list(
        integrity_faults(records, STANDARD, lambda index: f"$[{index}]", Unread(frozenset({"lost"})))
    )
    assert [(issue.code, issue.path) for issue in found] == [("unknown-id", "$[2].source")]


@given(models(max_relations=6), st.data())
def test_a_model_with_a_record_twice_is_refused(model: PartnerModel, data: st.DataObject) -> None:
    """Whatever record is given a second time, the same object or a copy, it is refused by its id."""
    assume(model)
    again = data.draw(st.sampled_from(list(model.values())))
    twin = data.draw(st.sampled_from([again, attrs.evolve(again)]))
    found = _issues([*model.values(), twin], model.vocabulary)
    assert ("duplicate-id", (again.id,)) in {(issue.code, issue.records) for issue in found}


@given(models(max_entities=6, max_relations=6), st.data())
def test_an_end_that_goes_is_missed_by_every_relation_that_had_it(
    model: PartnerModel, data: st.DataObject
) -> None:
    """Without one of its entities a model is refused, once for each end and citation that led to it."""
    assume(model.entities)
    gone = data.draw(st.sampled_from(list(model.entities)))
    left = [record for record in model.values() if record.id != gone]
    ends = [end for one in model.relations.values() for end in (one.source, one.target)]
    cited = [citation.document for record in left for citation in record.evidence]
    expected = (ends + cited).count(gone)
    if expected:
        found = _issues(left, model.vocabulary)
        assert [issue.code for issue in found] == ["unknown-id"] * expected
        assert {issue.value for issue in found} == {found[0].value}
    else:
        assert len(PartnerModel("Town", left, vocabulary=model.vocabulary)) == len(left)


TYPES: list[type[Entity]] = [Organisation, Centre, Document, Person, Place]


@given(st.sampled_from(TYPES), st.sampled_from(TYPES), st.sampled_from(STANDARD.codes("relation")), st.data())
def test_the_vocabulary_says_between_what_a_relation_can_stand(
    source: type[Entity], target: type[Entity], kind: str, data: st.DataObject
) -> None:
    """A relation of a known kind is refused exactly at the ends whose type its term does not allow."""
    ends = [
        data.draw(entities(source, id="x", documents=())),
        data.draw(entities(target, id="y", documents=())),
    ]
    link = data.draw(relations(source="x", kind=kind, target="y", documents=()))
    term = STANDARD.relation(kind)
    assert term is not None
    wrong = [
        name
        for name, entity, allowed in (("source", ends[0], term.sources), ("target", ends[1], term.targets))
        if allowed and entity.scheme not in allowed
    ]
    if wrong:
        found = _issues([*ends, link])
        assert [issue.code for issue in found] == ["wrong-end"] * len(wrong)
        assert [issue.path.rpartition(".")[2] for issue in found] == wrong
    else:
        assert link.id in PartnerModel("Town", [*ends, link])


# Circles

WORDS = Vocabulary(
    (),
    [
        RelationTerm("renamed-from", broader="succeeds", nature="structure"),
        RelationTerm("department-of", broader="part-of", nature="structure"),
        RelationTerm("runs", broader="hosts", nature="structure"),
        RelationTerm("reports-to", acyclic=True, nature="structure"),
        RelationTerm("answers-to", broader="reports-to", acyclic=True, nature="structure"),
        RelationTerm("lists", nature="structure"),
    ],
)
# In which circle each kind counts, and whether it is read from the target.
FAMILIES = {
    "part-of": ("containment", False),
    "department-of": ("containment", False),
    "hosts": ("containment", True),
    "runs": ("containment", True),
    "succeeds": ("succession", False),
    "renamed-from": ("succession", False),
    "reports-to": ("reporting", False),
    "answers-to": ("reporting", False),
}
BODIES: list[Entity] = [*(Organisation(id, id) for id in "abcd"), *(Centre(id, id) for id in "vwxyz")]
IDS = [body.id for body in BODIES]


@st.composite
def _links(draw: st.DrawFn) -> list[Relation]:
    """Draw relations that may close circles, with ids of their own, each allowed at both its ends."""
    kinds = draw(st.lists(st.sampled_from([*FAMILIES, "lists", "zz"]), min_size=1, max_size=3))
    found = []
    for number in range(draw(st.integers(0, 14))):
        kind = draw(st.sampled_from(kinds))
        if kind == "hosts":
            source, target = draw(st.sampled_from("abcd")), draw(st.sampled_from("vwxyz"))
        else:
            # An entity is never related to itself: that is another breach, and not a circle.
            source, target = draw(st.sampled_from(list(itertools.permutations(IDS, 2))))
        found.append(Relation(source, kind, target, id=f"r{number}"))
    return found


def _graphs(links: Sequence[Relation]) -> dict[str, nx.MultiDiGraph[str]]:
    graphs: dict[str, nx.MultiDiGraph[str]] = {}
    for link in links:
        if link.kind in FAMILIES:
            family, backward = FAMILIES[link.kind]
            start, end = (link.target, link.source) if backward else (link.source, link.target)
            graphs.setdefault(family, nx.MultiDiGraph()).add_edge(start, end, key=link.id)
    return graphs


@given(_links())
def test_a_circle_is_reported_exactly_when_networkx_finds_one(links: list[Relation]) -> None:
    """Of each tangle of circles one is reported at least, and where networkx finds none, none is."""
    faults = integrity_faults([*BODIES, *links], WORDS, str)
    reported = [set(issue.records) for issue in faults if issue.code == "circular-relation"]
    for graph in _graphs(links).values():
        mine = [circle for circle in reported if any(key in circle for _, _, key in graph.edges)]
        tangles = [part for part in nx.strongly_connected_components(graph) if len(part) > 1]
        left = graph.copy()
        for circle in mine:
            # What is reported is a circle: each of its nodes is entered once and left once.
            edges = [(start, end) for start, end, key in graph.edges if key in circle]
            assert len(edges) == len(circle)
            assert Counter(start for start, _ in edges) == Counter(end for _, end in edges)
            assert set(Counter(start for start, _ in edges).values()) == {1}
            assert nx.is_strongly_connected(nx.DiGraph(edges))
            left.remove_nodes_from(start for start, _ in edges)
        for tangle in tangles:
            assert any(tangle >= {start for start, _, key in graph.edges if key in circle} for circle in mine)
        assert nx.is_directed_acyclic_graph(left)
        reported = [circle for circle in reported if circle not in mine]
    assert reported == []


@given(_links())
def test_what_has_no_circle_is_a_model(links: list[Relation]) -> None:
    """The same relations make a model if none of their families has a circle, and else are refused."""
    circular = any(not nx.is_directed_acyclic_graph(graph) for graph in _graphs(links).values())
    if circular:
        assert {issue.code for issue in _issues([*BODIES, *links], WORDS)} == {"circular-relation"}
    else:
        assert len(PartnerModel("Town", [*BODIES, *links], vocabulary=WORDS).relations) == len(links)


def test_two_circles_are_both_reported_though_one_leads_into_the_other() -> None:
    """A circle from which a relation leads into a second circle does not hide it, nor is hidden by it."""
    links = [("a", "b"), ("a", "c"), ("c", "d"), ("d", "c"), ("b", "a")]
    for order in itertools.permutations(links):
        found = _issues([*BODIES, *(Relation(one, "part-of", other) for one, other in order)])
        assert {issue.records for issue in found} == {
            ("a/part-of/b", "b/part-of/a"),
            ("c/part-of/d", "d/part-of/c"),
        }


def test_a_circle_is_told_from_where_it_begins_to_where_it_closes() -> None:
    """The message follows the circle from its first node back to it, and the path is its first relation."""
    found = _issues([*BODIES, *(Relation(one, "part-of", other) for one, other in ("bc", "cd", "db", "ab"))])
    assert [(issue.path, issue.value, issue.message) for issue in found] == [
        ('relations["b/part-of/c"]', '"b"', "the relation closes a circle: b → c → d → b")
    ]


def test_a_long_chain_and_a_large_ring_are_told_apart() -> None:
    """Thousands of parts in a row are no circle, and as a ring they are one; neither exhausts the stack."""
    bodies = [Organisation(f"n{number:05d}", "N") for number in range(5000)]
    chain = [Relation(one.id, "part-of", other.id) for one, other in itertools.pairwise(bodies)]
    assert not list(integrity_faults([*bodies, *chain], STANDARD, str))
    ring = [*chain, Relation(bodies[-1].id, "part-of", bodies[0].id)]
    (issue,) = integrity_faults([*bodies, *ring], STANDARD, str)
    assert len(issue.records) == 5000
