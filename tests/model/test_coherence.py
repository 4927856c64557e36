"""Whether records keep together, asked quickly: the same verdict as of the one who words what is wrong."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from partnermodel.model.coherence import Gathering, gathered
from partnermodel.model.entities import Centre, Document, Entity, Organisation, Place
from partnermodel.model.integrity import integrity_faults
from partnermodel.model.model import trusted
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import Vocabulary

WORDS = Vocabulary(
    (),
    [
        RelationTerm("runs", broader="hosts", nature="structure"),
        RelationTerm("reports-to", acyclic=True, nature="structure"),
        RelationTerm("answers-to", broader="reports-to", acyclic=True, nature="structure"),
        RelationTerm("leads", sources=("organisation", "place"), nature="structure"),
        RelationTerm("shows", targets=("centre", "document"), nature="structure"),
    ],
)
KINDS = ("part-of", "hosts", "runs", "succeeds", "reports-to", "answers-to", "leads", "shows", "zz")
TYPES: dict[str, type[Entity]] = {"o": Organisation, "c": Centre, "p": Place, "d": Document}
BODIES: list[Record] = [cls(f"{letter}{number}", "N") for letter, cls in TYPES.items() for number in "012"]
BODY_IDS = [body.id for body in BODIES]


def _text(text: str) -> str:
    """Return an equal text that is another object: nothing may rest on which object a text is."""
    return "".join(list(text))


@st.composite
def _records(draw: st.DrawFn) -> list[Record]:
    """Draw records that mostly keep together, so that one breach is not hidden by ten others."""
    often = st.sampled_from([*BODY_IDS * 4, "gone", "r0"])
    evidence = st.lists(
        st.builds(Citation, st.sampled_from(["d0", "d1"] * 6 + ["d9", "o0"]).map(_text)), max_size=2
    )
    drawn: list[Record] = list(BODIES)
    for number in range(draw(st.integers(0, 6))):
        drawn.append(
            Relation(
                _text(draw(often)),
                draw(st.sampled_from(KINDS)),
                _text(draw(often)),
                role=draw(st.sampled_from([None, None, "party"])),
                id=draw(st.sampled_from([None, None, f"r{number}", f"q{number}", "o1", "r0"])),
                evidence=draw(evidence),
            )
        )
    if draw(st.booleans()):
        drawn.append(
            draw(st.sampled_from(list(TYPES.values())))(
                draw(st.sampled_from(["new", "zzz", "o0", "r1"])), "N", evidence=draw(evidence)
            )
        )
    return draw(st.permutations(drawn))


@settings(max_examples=400)
@given(_records())
@example([*BODIES, Relation("o0", "zz", _text("o0"))])
@example([*BODIES, Relation("o0", "zz", "o1"), Relation("o1", "zz", "o1"), Relation("o2", "zz", "o1")])
@example([*BODIES, Relation("o0", "zz", "o1", id="o2")])
@example([*BODIES, Place("new", "N", evidence=[Citation("d9")])])
@example([*BODIES, Place("new", "N", evidence=[Citation("d0"), Citation("o0")])])
def test_the_quick_verdict_is_that_of_the_worded_one(records: list[Record]) -> None:
    """Records in any order, in one piece or one by one, agree exactly when nothing is found against them."""
    faults = list(integrity_faults(records, WORDS, str))
    assert (gathered(records, WORDS) is None) == bool(faults)
    gathering = Gathering(WORDS)
    for record in sorted(records, key=lambda one: isinstance(one, Relation)):
        gathering.add(record.scheme, [record])
    model = trusted("Town", gathering, WORDS, "und")
    assert (model is None) == bool(faults)
    if model is not None:
        assert list(model.relations) == sorted(one.id for one in records if isinstance(one, Relation))
        assert all(id == record.id for id, record in model.items())
        assert set(map(id, model.values())) == set(map(id, records))


# Of hosts, the standard word allows organisations only, and centres only as what they host.
RINGS = [("part-of", "runs"), ("hosts", "runs"), ("reports-to", "answers-to")]


@pytest.mark.parametrize("kinds", RINGS)
def test_a_circle_is_found_wherever_relations_lead_in_and_out_of_it(kinds: tuple[str, str]) -> None:
    """A chain of two kinds by turns is coherent; closed to a ring it is not, with branches or without."""
    bodies = [(Organisation, Centre)[number % 2](f"n{number}", "N") for number in range(8)]

    def link(start: int, end: int) -> Relation:
        kind = kinds[start % 2 == 0]
        if kind in ("hosts", "runs"):  # they are read from the target
            start, end = end, start
        return Relation(f"n{start}", kind, f"n{end}")

    chain = [link(first, second) for first, second in itertools.pairwise(range(6))]
    for branches in ([], [link(6, 1), link(2, 7)]):
        records: list[Record] = [*bodies, *chain, *branches]
        ring = [*records, link(5, 0)]
        assert gathered(records, WORDS) is not None
        assert gathered(ring, WORDS) is None
