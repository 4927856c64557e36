"""What is going on, what was only talked about, and what is over: status by status."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.model.entities import Entity
from partnermodel.model.relations import Relation
from partnermodel.views.facts import statuses
from partnermodel.views.markup import Content, Markup, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capitalised, listed

_MEANING = {
    "active": "Said to be going on.",
    "exists": "Said to be there.",
    "agreed": "Agreed, and not said to have begun.",
    "planned": "Planned, and not agreed.",
    "expected": "Hoped for.",
    "discussed": "Talked about only: nothing here is said to be agreed, planned or begun.",
    "suspended": "Begun, and interrupted.",
    "completed": "Over: it took place.",
    "cancelled": "Called off.",
    "not-pursued": "Talked about once, and let go.",
    "unknown": "Nobody says how far these have come.",
}


def progress(words: Words) -> Section:
    """Return the section on programmes, initiatives and direct ties, by status."""
    parts = [part for status in statuses(words.model) for part in _status(words, status)]
    if not parts:
        parts = [paragraph("The model has no initiative, no programme and no tie between organisations.")]
    return section("progress", "What is active, and what is only discussed", *parts)


def _status(words: Words, status: str) -> Iterator[Markup]:
    model = words.model
    things: list[Entity] = [
        entity
        for catalogue in (model.initiatives, model.programmes)
        for entity in catalogue.values()
        if entity.status == status
    ]
    ties = [
        relation
        for relation in model.relations.values()
        if relation.status == status and words.is_tie(relation)
    ]
    if not things and not ties:
        return
    label = capitalised(words.term("status", status))
    yield element("h3", label)
    if status in _MEANING:
        yield paragraph(_MEANING[status])
    if things:
        yield table(
            f"progress-things-{status}",
            joined(["Initiatives and programmes: ", words.term("status", status)]),
            ["Name", "Kind", "Who takes part", "For whom"],
            [_thing(words, thing) for thing in things],
        )
    if ties:
        yield table(
            f"progress-ties-{status}",
            joined(["Direct ties between organisations: ", words.term("status", status)]),
            ["Tie", "What is said of it", "On whose word"],
            [
                (
                    words.sentence(tie),
                    words.block(tie.description) or "nothing more",
                    words.evidence(tie),
                )
                for tie in ties
            ],
        )


def _thing(words: Words, thing: Entity) -> tuple[Content, ...]:
    nature = words.model.vocabulary.nature
    relations = words.model.relations_of(thing.id)
    parties = [
        _end(words, thing, relation) for relation in relations if nature(relation.kind) == "participation"
    ]
    parties += [
        joined([_end(words, thing, relation), " (", words.term("relation", relation.kind), ")"])
        for relation in relations
        if nature(relation.kind) == "tie"
    ]
    served = [
        _end(words, thing, relation)
        for relation in relations
        if nature(relation.kind) == "provision" and relation.source == thing.id
    ]
    return (
        words.link(thing.id),
        words.kind(thing),
        listed(parties) if parties else "not stated",
        listed(served) if served else "not stated",
    )


def _end(words: Words, thing: Entity, relation: Relation) -> Markup:
    """Return who takes part or is served, in which role, and how far if not as far as the thing itself."""
    parts: list[Content] = [words.link(relation.other_end(thing.id)), words.manner(relation)]
    active = words.model.codes("status", "active")
    if relation.status not in (thing.status, "unknown") and not {relation.status, thing.status} <= active:
        parts.append(joined([": ", words.status(relation)]))
    return joined(parts)
