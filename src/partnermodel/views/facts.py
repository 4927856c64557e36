"""What can be said of a whole model in a few sentences and small tables, on a page or in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from operator import attrgetter

import attrs

from partnermodel.language.speech import Speech, speech
from partnermodel.model.catalogues import RECORD_TYPES
from partnermodel.model.days import Once
from partnermodel.model.entities import Document, Entity
from partnermodel.model.joins import JOINING
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.doubts import named_members, self_reported
from partnermodel.queries.timelines import timeline
from partnermodel.values.counts import StatedCount
from partnermodel.values.table import Cell, Table
from partnermodel.views.naming import labelled, name_in

Sentence = tuple[Cell, ...]
"""A sentence in parts, of which those in a known language are phrases."""

AHEAD_TO_OVER = (
    "active",
    "exists",
    "agreed",
    "planned",
    "expected",
    "discussed",
    "suspended",
    "completed",
    "cancelled",
    "not-pursued",
)
"""The statuses in the order in which a reader asks for them: what goes on, what may come, what is over."""

DATABLE = frozenset({"programme", "initiative", "centre", "document", "relation"})
"""The types of record that a timeline misses a date in."""

_HAPPENS = ("programme", "initiative", "statement", "relation")


def holdings(model: PartnerModel) -> dict[str, int]:
    """Return how many records of each type there are, of the types that there are."""
    counts = Counter(map(attrgetter("scheme"), model.values()))
    return {type: counts[type] for type in RECORD_TYPES if counts[type]}


def holdings_line(model: PartnerModel, *, language: str = "en") -> str:
    """Return how many records of each type there are, in a line.

    Example:
        >>> from partnermodel import Centre, Place
        >>> holdings_line(PartnerModel("Town", [Place("omsk", "Omsk"), Centre("club", "Club")]))
        '1 centre or facility, 1 place'
    """
    words = speech(language)
    counts = (words.counted(number, type) for type, number in holdings(model).items())
    return ", ".join(counts) or words.say("facts-no-records")


def statuses(model: PartnerModel) -> list[str]:
    """Return the statuses that occur, in the order in which a reader asks for them; unknown comes last."""
    known = {status: place for place, status in enumerate(AHEAD_TO_OVER)}
    occurring = {record.status for record in model.values()}
    return sorted(occurring, key=lambda status: (status == "unknown", known.get(status, len(known)), status))


def status_table(model: PartnerModel, *, language: str = "en") -> Table:
    """Return how many records are how far: what happens type by type, and all that merely is together."""
    words = speech(language)
    counts: Counter[tuple[str, str]] = Counter()
    for (status, type), number in Counter(map(attrgetter("status", "scheme"), model.values())).items():
        counts[status, type if type in _HAPPENS else "other"] += number
    types = [type for type in (*_HAPPENS, "other") if any(key[1] == type for key in counts)]
    rows = tuple(
        (
            labelled(model.vocabulary, "status", status, words.language),
            *(words.number(counts[status, type]) for type in types),
        )
        for status in statuses(model)
    )
    heads = (words.say("facts-status"), *(words.say(f"types-{type}") for type in types))
    return Table(words.say("facts-statuses"), heads, rows, none=words.say("none"))


def joining_directly(model: PartnerModel) -> Callable[[Relation], bool]:
    """Return what says of a relation of a model whether it joins two organisations directly."""
    nature, organisations = model.vocabulary.nature, model.organisations.keys()
    joining: Once[str, bool] = Once(lambda kind: nature(kind) in JOINING)
    return lambda one: joining[one.kind] and one.source in organisations and one.target in organisations


def sources(model: PartnerModel, words: Speech) -> tuple[Sentence, ...]:
    """Return on whose word the model stands."""
    documents = model.documents
    others = [record for record in model.values() if not isinstance(record, Document)]
    silent = sum(not record.evidence for record in others)
    share = {"cited": len(others) - silent, "records": len(others)}
    sentences: list[Sentence] = []
    if not documents:
        sentences.append(words.parts("facts-sources-none"))
    elif len(documents) == 1:
        (document,) = documents.values()
        name = name_in(model, document, words.language)
        sentences.append(
            words.parts("facts-sources-some", document=name, **share)
            if silent
            else words.parts("facts-sources-one", document=name)
        )
    else:
        sentences.append(words.parts("facts-sources-many", documents=len(documents), **share))
    if documents and silent:
        sentences.append(words.parts("facts-silent", count=silent))
    for issue in self_reported(model):
        document = documents[issue.records[0]]
        sentences.append(
            words.parts(
                "facts-own-word",
                document=name_in(model, document, words.language),
                count=len(set(issue.records[1:])),
            )
        )
    return tuple(sentences)


def publishers(model: PartnerModel, document: str) -> tuple[str, ...]:
    """Return the ids of the organisations that published a document."""
    published = model.relations_of(document, kind="published-by", direction="out")
    return tuple(relation.target for relation in published)


def dates(model: PartnerModel, words: Speech, *, undated: str = "facts-undated") -> Sentence:
    """Return from when to when the dates of the model run, or that it has none.

    Args:
        model: The model.
        words: The library speaking a language.
        undated: The key of what is said of a model in which nothing is dated.
    """
    line = model.once(timeline)
    missing = words.say("facts-dateless", count=len(line.undated)) if line.undated else ""
    if not line.items:
        return (stopped(": ".join(filter(None, (words.say(undated), missing)))),)
    first, last = words.date(line.items[0].date), words.date(line.items[-1].date)
    span = (
        words.say("facts-date-one", date=first)
        if first == last
        else words.say("facts-date-span", first=first, last=last)
    )
    return (stopped("; ".join(filter(None, (span, missing)))),)


def stopped(clause: str) -> str:
    """Return a clause with a full stop, and with one only: a Russian date ends with one of its own.

    Example:
        >>> stopped("2022 г."), stopped("2022")
        ('2022 г.', '2022.')
    """
    return clause if clause.endswith(".") else f"{clause}."


@attrs.frozen
class Tally:
    """A number that a source states, beside what the model names of it.

    Attributes:
        entity: The record that holds the number.
        stated: The number, and what it counts.
        named: The ids of what is named.
    """

    entity: Entity
    stated: StatedCount
    named: tuple[str, ...]

    @property
    def missing(self) -> int:
        """How many are stated and not named; 0 also when the source states only how many at the most."""
        at_most = self.stated.qualifier == "at-most"
        return 0 if at_most else max(0, self.stated.number - len(self.named))


def tallies(model: PartnerModel) -> tuple[Tally, ...]:
    """Return every stated number, in the order of the model, with what is named of it."""
    return tuple(
        Tally(entity, stated, named_members(model, entity, stated.kind, stated.through))
        for entity in model.entities.values()
        for stated in entity.stated
    )


def unnamed(model: PartnerModel, words: Speech) -> Sentence:
    """Return how much is stated without being named; nothing when there is no such thing."""
    sets = sum(entity.collective for entity in model.entities.values())
    short = sum(tally.missing > 0 for tally in tallies(model))
    parts = [
        words.say(key, count=count) for key, count in (("facts-sets", sets), ("facts-short", short)) if count
    ]
    return (f"{'; '.join(parts)}.",) if parts else ()


def sentences(model: PartnerModel, *, language: str = "en") -> tuple[Sentence, ...]:
    """Return what everybody should know before reading on: sources, dates, what is not named."""
    words = speech(language)
    told = (*sources(model, words), dates(model, words), unnamed(model, words))
    return tuple(found for found in told if found)


def to_look_at(count: int, words: Speech) -> str:
    """Return how many things there are for a person to look at, as a clause."""
    return words.say("facts-look-at" if count else "facts-look-at-none", count=count)
