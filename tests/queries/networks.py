"""Small dense networks of few ids and many links, to find what large loose ones would not show."""

from __future__ import annotations

from collections.abc import Iterator

from hypothesis import strategies as st

from partnermodel.model.entities import (
    Centre,
    Entity,
    Group,
    Initiative,
    Organisation,
    Place,
    Programme,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.vocabulary.terms import RelationTerm
from partnermodel.vocabulary.vocabulary import Vocabulary

ORGANISATIONS = ("o1", "o2", "o3", "o4")
CENTRES = ("c1", "c2", "c3")
PROGRAMMES = ("p1",)
INITIATIVES = ("i1", "i2")
GROUPS = ("g1", "g2", "g3")
PLACES = ("t1", "t2", "t3")

WORDS = Vocabulary(
    [],
    [
        RelationTerm("houses", labels={"en": "houses"}, nature="participation", broader="hosts"),
        RelationTerm("shelters", labels={"en": "shelters"}, nature="structure", broader="hosts"),
        RelationTerm("branch-of", labels={"en": "is a branch of"}, nature="structure", broader="part-of"),
        RelationTerm("sits-in", labels={"en": "sits in"}, nature="structure", broader="located-in"),
        RelationTerm("helps", labels={"en": "helps"}, nature="provision"),
        RelationTerm("invites", labels={"en": "invites"}, nature="participation"),
    ],
)
"""The standard words, and narrower ones that must be read like the standard ones above them."""

# What the questions have to make of each kind, told by hand: no code of ours is asked.
TIES = frozenset({"cooperates-with", "funds", "zz-helps"})
JOINING = TIES | {"participates-in", "hosts", "offers", "houses", "invites"}
HOSTING = frozenset({"hosts", "houses", "shelters"})
PARTS = frozenset({"part-of", "branch-of"})
SERVING = frozenset({"serves", "helps"})
LOCATING = frozenset({"located-in", "sits-in"})

_BODIES = ORGANISATIONS + CENTRES
_SHARED = INITIATIVES + PROGRAMMES
_LINKS: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = (
    ("cooperates-with", _BODIES, _BODIES),
    ("funds", ORGANISATIONS, _BODIES + _SHARED),
    ("zz-helps", _BODIES, _BODIES + _SHARED),
    ("participates-in", ORGANISATIONS + CENTRES + GROUPS, _SHARED),
    ("participates-in", ORGANISATIONS, _SHARED),
    ("invites", _SHARED, ORGANISATIONS),
    ("hosts", ORGANISATIONS, CENTRES),
    ("houses", ORGANISATIONS, CENTRES),
    ("shelters", ORGANISATIONS, CENTRES),
    ("offers", _BODIES, PROGRAMMES),
    ("part-of", CENTRES, CENTRES + ORGANISATIONS),
    ("branch-of", CENTRES, CENTRES + ORGANISATIONS),
    ("serves", _BODIES + _SHARED, GROUPS),
    ("helps", _BODIES + _SHARED, GROUPS),
    ("located-in", _BODIES + _SHARED, PLACES),
    ("sits-in", _BODIES + _SHARED, PLACES),
    ("part-of", PLACES, PLACES),
)
_NESTING = [place for place, (kind, *_) in enumerate(_LINKS) if kind in HOSTING | PARTS | {"cooperates-with"}]
_SERVICE = [
    place
    for place, (kind, *_) in enumerate(_LINKS)
    if kind in SERVING | LOCATING | {"part-of", "offers", "participates-in", "invites", "hosts"}
]
_ROLES = (None, None, "host", "party", "beneficiary", "site")
STATUSES = ("unknown", "active", "exists", "discussed", "planned", "completed", "cancelled", "zz-odd")
_CLASSES: dict[str, type[Entity]] = {
    "o": Organisation, "c": Centre, "p": Programme, "i": Initiative, "g": Group, "t": Place,
}  # fmt: skip
_KINDS = {"p": "welding", "i": "visit", "c": "studio", "o": "school", "g": None, "t": None}


@st.composite
def networks(draw: st.DrawFn, *, most: int = 16, service: bool = False) -> PartnerModel:
    """Draw a network of the ids above; what no relation touches is in it as well.

    Args:
        draw: Given by Hypothesis.
        most: The greatest number of relations.
        service: Whether it is all about who serves whom where.
    """
    number = st.integers(min_value=0, max_value=11)
    # Now all kinds, now only those that make one thing hard: what is within what, or who serves whom.
    choices = _SERVICE if service else draw(st.sampled_from((range(len(_LINKS)), _NESTING)))
    size = draw(st.integers(min_value=most // 3 if service else 0, max_value=most))
    link = st.tuples(st.sampled_from(choices), number, number, number, number)
    links = draw(st.lists(link, min_size=size, max_size=size))
    states = draw(st.lists(st.sampled_from(STATUSES), min_size=3, max_size=3))
    ids = ORGANISATIONS + CENTRES + PROGRAMMES + INITIATIVES + GROUPS + PLACES
    records: list[Entity | Relation] = [
        _CLASSES[id[0]](
            id, f"Name of {id}", kind=_KINDS[id[0]] if place % 2 else None, status=states[place % 3]
        )
        for place, id in enumerate(ids)
    ]
    taken: set[str] = set()
    for place, (choice, first, second, role, status) in enumerate(links):
        kind, sources, targets = _LINKS[choice]
        source, target = sources[first % len(sources)], targets[second % len(targets)]
        # A relation never leads to itself; what is part of something comes after it, so no circles.
        if source == target or (kind in PARTS and source[0] == target[0] and source < target):
            continue
        relation = Relation(
            source, kind, target, role=_ROLES[role % len(_ROLES)], status=STATUSES[status % len(STATUSES)]
        )
        if relation.id in taken:
            relation = Relation(
                source, kind, target, role=relation.role, status=relation.status, id=f"again-{place}"
            )
        taken.add(relation.id)
        records.append(relation)
    return PartnerModel("Dense", records, vocabulary=WORDS)


def standing(statuses: set[str]) -> str:
    """Return what statuses say together: the worst that is stated, else active, else unknown."""
    for status in ("cancelled", "completed", "discussed", "planned", "zz-odd", "active", "exists"):
        if status in statuses:
            return "active" if status == "exists" else status
    return "unknown"


def containers(model: PartnerModel, centre: str) -> Iterator[tuple[str, tuple[Relation, ...]]]:
    """Yield each organisation that a centre is within, over every way there is, with the relations."""
    for relation in model.relations.values():
        if relation.kind in HOSTING and relation.target == centre:
            outer = relation.source
        elif relation.kind in PARTS and relation.source == centre:
            outer = relation.target
        else:
            continue
        if outer in ORGANISATIONS:
            yield outer, (relation,)
        elif outer in CENTRES:
            for organisation, way in containers(model, outer):
                yield organisation, (*way, relation)
