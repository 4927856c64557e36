"""What a person should look at, and what nobody knows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

import attrs

from partnermodel.errors import Issue
from partnermodel.language.retelling import retold
from partnermodel.model.entities import UNKNOWN_STATUS, Entity, Person
from partnermodel.model.model import PartnerModel
from partnermodel.model.redaction import suppressed_fields
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.checks import check
from partnermodel.queries.doubts import DOUBTS
from partnermodel.queries.provisions import Provision
from partnermodel.queries.timelines import timeline
from partnermodel.values.citations import Citation
from partnermodel.values.text import shown
from partnermodel.views.facts import DATABLE, holdings, publishers
from partnermodel.views.markup import Content, code, element, joined, paragraph
from partnermodel.views.room import LINKS_AT_MOST
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words
from partnermodel.wording import worded

R = TypeVar("R", bound=Record)

Lack = tuple[tuple[str, ...], int]
"""The ids of the records that lack something, and how many records might have it."""

_OTHERS_SHOWN = 5

_COUNT = re.compile(r"\.stated\[(\d+)\]$")
"""The end of the path of an issue that is about a number that a source states."""


def findings(model: PartnerModel, as_of: str | None) -> tuple[Issue, ...]:
    """Return what is doubtful; without a day, all that does not depend on one."""
    if as_of is not None:
        return check(model, as_of=as_of).items
    return tuple(issue for doubt in DOUBTS for issue in doubt(model))


def to_look_at(words: Words, issues: Sequence[Issue], as_of: str | None) -> Section:
    """Return the section on what is doubtful.

    Args:
        words: The words of the page.
        issues: What is doubtful.
        as_of: The day by which statuses may be out of date, if somebody looked for such.
    """
    scope = (
        words.say("doubts-no-day") if as_of is None else words.say("doubts-day", day=words.speech.date(as_of))
    )
    found = words.say("doubts-lead" if issues else "doubts-nothing", count=len(issues))
    parts: list[Content] = [paragraph(found, " ", scope)]
    if issues:
        shown, more = words.room.first(issues)
        rows = [_issue(words, issue) for issue in shown]
        columns = words.heads("report-record", "doubts-what", "doubts-mend", "doubts-code")
        parts += [table("issues", words.label("doubts-caption"), columns, rows), words.rest(more)]
    return section("to-look-at", words.label("doubts-title"), *parts)


def _issue(words: Words, issue: Issue) -> tuple[Content, ...]:
    first, *others = issue.records
    parts: list[Content] = [words.link(first)]
    if others:
        seen = tuple(dict.fromkeys(others))
        others_seen = words.say("doubts-with", others=words.links(seen, _OTHERS_SHOWN))
        parts.append(element("p", others_seen, class_="soft"))
    told = retold(_discreet(words, issue), language=words.language)
    return joined(parts), f"{told.message}.", told.hint, code(issue.code)


def _discreet(words: Words, issue: Issue) -> Issue:
    """Return an issue without the number of people that a source states where it is too small to be told."""
    place = _COUNT.search(issue.path)
    record = words.model[issue.records[0]]
    if issue.code != "count-exceeded" or place is None or isinstance(record, Relation):
        return issue
    stated = record.stated[int(place[1])]
    if not words.is_too_few(stated.kind, stated.number):
        return issue
    told = worded(
        "{named} of the kind {kind} are named, and the source counts {number}",
        named=len(issue.records) - 1,
        kind=shown(stated.kind),
        number=words.number_of(stated.kind, stated.number),
    )
    return attrs.evolve(issue, message=told)


def not_known(words: Words) -> Section:
    """Return the section on what nobody says."""
    rows = [
        (
            words.label(f"unstated-{what}"),
            words.say("unknowns-share", count=len(ids), of=of),
            words.label("unknowns-all") if len(ids) == of > LINKS_AT_MOST else words.links(ids),
        )
        for what, (ids, of) in _unknowns(words)
        if ids
    ]
    title = words.label("unknowns-title")
    if not rows:
        return section("not-known", title, paragraph(words.say("unknowns-nothing")))
    columns = words.heads("unknowns-what", "unknowns-many", "unknowns-which")
    lead = paragraph(words.say("unknowns-lead"))
    return section(
        "not-known", title, lead, table("unknowns", words.label("unknowns-caption"), columns, rows)
    )


def _lacking(records: Iterable[R], lacks: Callable[[R], bool]) -> Lack:
    asked = list(records)
    return tuple(record.id for record in asked if lacks(record)), len(asked)


def _is_unsized(entity: Entity) -> bool:
    """Return whether nobody says how many there are; what was suppressed, somebody said."""
    return entity.size is None and "size" not in suppressed_fields(entity)


def _unknowns(words: Words) -> Iterator[tuple[str, Lack]]:
    """Yield the key of what may be missing, the ids of the records that miss it, and how many might."""
    model = words.model
    entities = [entity for entity in model.entities.values() if not isinstance(entity, Person)]
    sets = [entity for entity in entities if entity.collective]
    everything: list[Record] = [*entities, *model.relations.values()]
    yield "members", _lacking(sets, lambda one: True)
    yield "set-size", _lacking(sets, _is_unsized)
    yield "people", _lacking(model.groups.values(), _is_unsized)
    yield "sort", _lacking(entities, lambda one: one.kind is None)
    yield "progress", _lacking(everything, lambda one: one.status == UNKNOWN_STATUS)
    of_type = holdings(model)
    yield "dates", (model.once(timeline).undated, sum(of_type.get(type, 0) for type in DATABLE))
    yield from _unknown_provisions(words.coverage.provisions)
    yield "level", _lacking(words.ties, lambda one: one.level is None)
    yield "publisher", _lacking(model.documents.values(), lambda one: not publishers(model, one.id))
    cited = [record for record in everything if record.evidence]
    yield "locator", _unsaid(cited, attrgetter("locator"))
    yield "confidence", _unsaid(cited, attrgetter("confidence"))


def _unsaid(cited: Sequence[Record], said: Callable[[Citation], object]) -> Lack:
    """Return the records of which no citation says something."""
    return tuple([one.id for one in cited if not any(map(said, one.evidence))]), len(cited)


def _unknown_provisions(provisions: Iterable[Provision]) -> Iterator[tuple[str, Lack]]:
    """Yield what serves a group, and nobody says where, or by whom."""
    placed: dict[str, bool] = {}
    given: dict[str, bool] = {}
    for one in provisions:
        id = one.provision
        placed[id] = one.place is not None or placed.get(id, False)
        given[id] = one.organisation is not None or given.get(id, False)
    for what, stated in (("service-place", placed), ("service-giver", given)):
        yield what, (tuple([id for id, is_stated in stated.items() if not is_stated]), len(stated))
