"""What a person should look at, and what nobody knows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from partnermodel.errors import Issue
from partnermodel.model.catalogues import type_of
from partnermodel.model.entities import UNKNOWN_STATUS, Person
from partnermodel.model.relations import Record
from partnermodel.queries.checks import check
from partnermodel.queries.doubts import DOUBTS
from partnermodel.queries.provisions import Provision
from partnermodel.queries.timelines import timeline
from partnermodel.values.dates import Day
from partnermodel.views.facts import DATABLE, publishers
from partnermodel.views.markup import Content, code, element, joined, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import MOST_LINKS, Words, counted

R = TypeVar("R", bound=Record)

Lack = tuple[tuple[str, ...], int]
"""The ids of the records that lack something, and how many records might have it."""

_OTHERS_SHOWN = 5


def findings(words: Words, as_of: Day | None) -> tuple[Issue, ...]:
    """Return what is doubtful; without a day, all that does not depend on one."""
    if as_of is not None:
        return check(words.model, as_of=as_of).items
    return tuple(issue for doubt in DOUBTS for issue in doubt(words.model))


def to_look_at(words: Words, as_of: Day | None) -> Section:
    """Return the section on what is doubtful."""
    issues = findings(words, as_of)
    scope = (
        "No day was given, so nobody looked for statuses that the calendar has overtaken."
        if as_of is None
        else f"Statuses that the calendar has overtaken are as of {as_of}."
    )
    parts: list[Content] = [
        paragraph(
            "Nothing that follows is broken, or this page would not be there. "
            f"A person should look at {counted(len(issues), 'thing')}. {scope}"
            if issues
            else f"Nothing was found that a person should look at. {scope}"
        )
    ]
    if issues:
        rows = [_issue(words, issue) for issue in issues]
        parts.append(table("issues", "To look at", ["Record", "What", "What to do", "Code"], rows))
    return section("to-look-at", "What a person should look at", *parts)


def _issue(words: Words, issue: Issue) -> tuple[Content, ...]:
    first, *others = issue.records
    parts: list[Content] = [words.link(first)]
    if others:
        seen = tuple(dict.fromkeys(others))
        parts.append(element("p", "with ", words.links(seen, _OTHERS_SHOWN), class_="soft"))
    return joined(parts), f"{issue.message}.", issue.hint, code(issue.code)


def not_known(words: Words) -> Section:
    """Return the section on what nobody says."""
    rows = [
        (what, f"{len(ids)} of {of}", "all of them" if len(ids) == of > MOST_LINKS else words.links(ids))
        for what, (ids, of) in _unknowns(words)
        if ids
    ]
    lead = paragraph(
        "What nobody states is not guessed. It may well be known to somebody: this is what to ask for."
    )
    if not rows:
        return section("not-known", "What is not known", paragraph("Nothing that is looked for is missing."))
    columns = ["What is not stated", "For how many", "For which"]
    return section("not-known", "What is not known", lead, table("unknowns", "Not stated", columns, rows))


def _lacking(records: Iterable[R], lacks: Callable[[R], bool]) -> Lack:
    asked = list(records)
    return tuple(record.id for record in asked if lacks(record)), len(asked)


def _unknowns(words: Words) -> Iterator[tuple[str, Lack]]:
    """Yield what may be missing, the ids of the records that miss it, and how many might."""
    model = words.model
    entities = [entity for entity in model.entities.values() if not isinstance(entity, Person)]
    sets = [entity for entity in entities if entity.collective]
    everything: list[Record] = [*entities, *model.relations.values()]
    ties = [tie for tie in model.relations.values() if words.is_tie(tie)]
    yield "Who or what is in a set", _lacking(sets, lambda one: True)
    yield "How many are in a set", _lacking(sets, lambda one: one.size is None)
    yield "How many people are in a group", _lacking(model.groups.values(), lambda one: one.size is None)
    yield "What kind of thing it is", _lacking(entities, lambda one: one.kind is None)
    yield "How far it has come", _lacking(everything, lambda one: one.status == UNKNOWN_STATUS)
    undated = frozenset(timeline(model).undated)
    datable = [record for record in everything if type_of(record) in DATABLE]
    yield "When it is, was or will be", _lacking(datable, lambda one: one.id in undated)
    yield from _unknown_provisions(words.coverage.provisions)
    yield "How closely the two work together", _lacking(ties, lambda one: one.level is None)
    yield "Who published it", _lacking(model.documents.values(), lambda one: not publishers(model, one.id))
    cited = [record for record in everything if record.evidence]
    yield (
        "Where in the document it stands",
        _lacking(cited, lambda one: all(citation.locator is None for citation in one.evidence)),
    )
    yield (
        "How sure the source is",
        _lacking(cited, lambda one: all(citation.confidence is None for citation in one.evidence)),
    )


def _unknown_provisions(provisions: Iterable[Provision]) -> Iterator[tuple[str, Lack]]:
    """Yield what serves a group, and nobody says where, or by whom."""
    given = list(provisions)
    providers = dict.fromkeys(provision.provision for provision in given)
    for what, field in (
        ("Where it serves a group", "place"),
        ("Which organisation gives it", "organisation"),
    ):
        stated = {provision.provision for provision in given if getattr(provision, field) is not None}
        yield what, (tuple(id for id in providers if id not in stated), len(providers))
