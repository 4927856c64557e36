"""What can be said of a whole model in a few sentences and two small tables, on a page or in a terminal."""

from __future__ import annotations

from collections import Counter

import attrs

from partnermodel.model.catalogues import RECORD_TYPES, plural, type_of
from partnermodel.model.entities import Document, Entity
from partnermodel.model.model import PartnerModel
from partnermodel.queries.doubts import named_members, self_reported
from partnermodel.queries.timelines import timeline
from partnermodel.values.counts import StatedCount
from partnermodel.values.table import Cell, Phrase, Table
from partnermodel.views.words import capital, counted, counted_records, labelled

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
    counts = Counter(type_of(record) for record in model.values())
    return {type: counts[type] for type in RECORD_TYPES if counts[type]}


def holdings_line(model: PartnerModel) -> str:
    """Return how many records of each type there are, in a line.

    Example:
        >>> from partnermodel import Centre, Place
        >>> holdings_line(PartnerModel("Town", [Place("omsk", "Omsk"), Centre("club", "Club")]))
        '1 centre or facility, 1 place'
    """
    counts = (counted_records(number, type) for type, number in holdings(model).items())
    return ", ".join(counts) or "no records"


def statuses(model: PartnerModel) -> list[str]:
    """Return the statuses that occur, in the order in which a reader asks for them; unknown comes last."""
    known = {status: place for place, status in enumerate(AHEAD_TO_OVER)}
    occurring = {record.status for record in model.values()}
    return sorted(occurring, key=lambda status: (status == "unknown", known.get(status, len(known)), status))


def status_table(model: PartnerModel) -> Table:
    """Return how many records are how far: what happens type by type, and all that merely is together."""
    counts: Counter[tuple[str, str]] = Counter()
    for record in model.values():
        type = type_of(record)
        counts[record.status, type if type in _HAPPENS else "other"] += 1
    types = [type for type in (*_HAPPENS, "other") if any(key[1] == type for key in counts)]
    heads = ["other records" if type == "other" else plural(type) for type in types]
    rows = tuple(
        (labelled(model.vocabulary, "status", status), *(str(counts[status, type]) for type in types))
        for status in statuses(model)
    )
    return Table("How far things have come, in records", ("status", *heads), rows)


def sources(model: PartnerModel) -> tuple[Sentence, ...]:
    """Return on whose word the model stands."""
    documents = model.documents
    others = [record for record in model.values() if not isinstance(record, Document)]
    silent = sum(not record.evidence for record in others)
    sentences: list[Sentence] = []
    if not documents:
        sentences.append(("Nobody is cited for anything in it.",))
    elif len(documents) == 1:
        (document,) = documents.values()
        one: Sentence = ("one document: ", Phrase(document.name, model.language), ".")
        sentences.append(
            ("All of it rests on ", *one)
            if not silent
            else (f"{len(others) - silent} of {counted(len(others), 'record')} rest on ", *one)
        )
    else:
        sentences.append(
            (f"{len(others) - silent} of {counted(len(others), 'record')} cite {len(documents)} documents.",)
        )
    if documents and silent:
        sentences.append((f"For {counted(silent, 'record')} nobody is cited.",))
    for issue in self_reported(model):
        publisher = documents[issue.records[0]]
        ties = counted(len(set(issue.records[1:])), "tie")
        sentences.append(
            (
                "Self-reported: the publisher of ",
                Phrase(publisher.name, model.language),
                f" is itself a party to {ties} for which there is no other source.",
            )
        )
    return tuple(sentences)


def publishers(model: PartnerModel, document: str) -> tuple[str, ...]:
    """Return the ids of the organisations that published a document."""
    published = model.relations_of(document, kind="published-by", direction="out")
    return tuple(relation.target for relation in published)


def dates(model: PartnerModel, *, called: str = "it") -> Sentence:
    """Return from when to when the dates of the model run, or that it has none.

    Args:
        model: The model.
        called: What the sentence calls it.
    """
    line = timeline(model)
    have = "has" if len(line.undated) == 1 else "have"
    undated = f"{counted(len(line.undated), 'record')} that could have a date {have} none"
    if line.items:
        first, last = line.items[0].date, line.items[-1].date
        span = f"The only date is {first}" if first == last else f"The dates run from {first} to {last}"
    else:
        span = f"Nothing in {called} is dated"
        undated = f": {undated}" if line.undated else ""
        return (f"{span}{undated}.",)
    return (f"{span}; {undated}." if line.undated else f"{span}.",)


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


def unnamed(model: PartnerModel) -> Sentence:
    """Return how much is stated without being named; nothing when there is no such thing."""
    sets = sum(entity.collective for entity in model.entities.values())
    short = sum(tally.missing > 0 for tally in tallies(model))
    parts = []
    if sets:
        stand = "stands" if sets == 1 else "stand"
        parts.append(f"{counted(sets, 'record')} {stand} for a set whose members are not named")
    if short:
        are = "is" if short == 1 else "are"
        parts.append(f"{counted(short, 'number')} {are} stated though not all that is counted is named")
    return (f"{capital('; '.join(parts))}.",) if parts else ()


def sentences(model: PartnerModel) -> tuple[Sentence, ...]:
    """Return what everybody should know before reading on: sources, dates, what is not named."""
    return tuple(found for found in (*sources(model), dates(model), unnamed(model)) if found)
