"""What is going on, what was only talked about, and what is over: status by status."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.model.entities import UNKNOWN_STATUS, Entity
from partnermodel.model.relations import Relation
from partnermodel.views.facts import AHEAD_TO_OVER, statuses
from partnermodel.views.markup import Content, Markup, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capitalised

_MEANT = frozenset(AHEAD_TO_OVER) | {UNKNOWN_STATUS}
"""The statuses of which the page says what they mean; a file may have others."""


def progress(words: Words) -> Section:
    """Return the section on programmes, initiatives and direct ties, by status."""
    model = words.model
    things: dict[str, list[Entity]] = {}
    for catalogue in (model.initiatives, model.programmes):
        for entity in catalogue.values():
            things.setdefault(entity.status, []).append(entity)
    ties: dict[str, list[Relation]] = {}
    for tie in words.ties:
        ties.setdefault(tie.status, []).append(tie)
    parts = [
        part
        for status in statuses(model)
        for part in _status(words, status, things.get(status, []), ties.get(status, []))
    ]
    if not parts:
        parts = [paragraph(words.say("progress-nothing"))]
    return section("progress", words.label("progress-title"), *parts)


def _status(words: Words, status: str, things: list[Entity], ties: list[Relation]) -> Iterator[Markup]:
    if not things and not ties:
        return
    label = words.term("status", status)
    yield element("h3", capitalised(label))
    if status in _MEANT:
        yield paragraph(words.say(f"progress-{status}"))
    if things:
        shown, more = words.room.first(things)
        yield table(
            f"progress-things-{status}",
            words.say("progress-things", status=label),
            words.heads("progress-name", "progress-kind", "progress-parties", "progress-served"),
            [_thing(words, thing) for thing in shown],
        )
        yield words.rest(more)
    if ties:
        shown_ties, more = words.room.first(ties)
        yield table(
            f"progress-ties-{status}",
            words.say("progress-ties", status=label),
            words.heads("progress-tie", "progress-said", "report-evidence"),
            [
                (
                    words.sentence(tie),
                    words.block(tie.description) or words.label("progress-no-more"),
                    words.evidence(tie),
                )
                for tie in shown_ties
            ],
        )
        yield words.rest(more)


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
        _some(words, parties),
        _some(words, served),
    )


def _some(words: Words, ends: list[Markup]) -> Content:
    shown, more = words.room.first(ends)
    return words.listed_at_most(shown, more) if ends else words.label("not-stated")


def _end(words: Words, thing: Entity, relation: Relation) -> Markup:
    """Return who takes part or is served, in which role, and how far if not as far as the thing itself."""
    parts: list[Content] = [words.link(relation.other_end(thing.id)), words.manner(relation)]
    active = words.model.codes("status", "active")
    if relation.status not in (thing.status, "unknown") and not {relation.status, thing.status} <= active:
        parts.append(joined([": ", words.status(relation)]))
    return joined(parts)
