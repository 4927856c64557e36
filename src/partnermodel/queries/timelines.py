"""What begins and ends when, as far as anybody knows."""

from __future__ import annotations

from functools import cache

import attrs

from partnermodel.language.amounts import Date
from partnermodel.language.sayings import Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.catalogues import type_of
from partnermodel.model.doors import door
from partnermodel.model.entities import Document, Entity
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.answers import Listing, label, named
from partnermodel.values.dates import OPEN, span
from partnermodel.values.table import Table


@attrs.frozen
class Moment:
    """Something that happens on a day, or some day in a month or a year.

    Attributes:
        date: The date, as precise as it is known.
        event: `starts`, `ends` or `published`.
        record: The id of the record.
    """

    date: str
    event: str
    record: str


@attrs.frozen
class Timeline(Listing[Moment]):
    """What `timeline` returns: moments in order, and beside them what nobody has dated.

    Attributes:
        items: The moments, by their first possible day; what is less precise stands after what is
            more precise, and what starts before what ends.
        undated: The ids of programmes, initiatives, centres, documents and relations without any date.
        open: The ids of records whose period is known to go on.
    """

    items: tuple[Moment, ...]
    undated: tuple[str, ...]
    open: tuple[str, ...]
    _caption: str = attrs.field(repr=False, alias="caption")
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each moment, and a note on what has no date.

        Args:
            language: The language of the words and dates: `en` or `ru`.
        """
        caption = saying("timeline-of", name=self._caption)
        notes = (
            saying("timeline-undated", number=len(self.undated)),
            saying("timeline-open", number=len(self.open)),
        )
        return Sheet(caption, ("date", "event", "record", "id"), self._rows, notes).table(language)


_DATED = frozenset({"programme", "initiative", "centre", "document", "relation"})
_ORDER = {"published": 0, "starts": 1, "ends": 2}


@door
def timeline(model: PartnerModel) -> Timeline:
    """Return the starts, ends and publications that the model knows, in the order of their days.

    Args:
        model: The model.

    Returns:
        The moments, the records that have no date at all, and those that are known to go on.

    Example:
        >>> from partnermodel import Initiative, PartnerModel, Period, timeline
        >>> model = PartnerModel("Town", [
        ...     Initiative("fair", "Fair", period=Period("2024-05", "2024-06-01")),
        ...     Initiative("club", "Club"),
        ... ])
        >>> [(moment.date, moment.event) for moment in timeline(model)], timeline(model).undated
        ([('2024-05', 'starts'), ('2024-06-01', 'ends')], ('club',))
    """
    moments: list[Moment] = []
    undated: list[str] = []
    going_on: list[str] = []
    for id, record in model.items():
        period = record.period
        published = record.published if isinstance(record, Document) else None
        if published is not None:
            moments.append(Moment(published, "published", id))
        if period.start is not None:
            moments.append(Moment(period.start, "starts", id))
        if period.end == OPEN:
            going_on.append(id)
        elif period.end is not None:
            moments.append(Moment(period.end, "ends", id))
        if period.start is None and period.end is None and published is None and type_of(record) in _DATED:
            undated.append(id)
    days = cache(span)  # many things happen on one day
    moments.sort(key=lambda one: (*days(one.date), _ORDER[one.event], one.record))
    rows = tuple(
        (
            Date(moment.date),
            saying(f"event-{moment.event}"),
            _name(model, model[moment.record]),
            moment.record,
        )
        for moment in moments
    )
    return Timeline(tuple(moments), tuple(undated), tuple(going_on), model.name, rows)


def _name(model: PartnerModel, record: Record) -> Untold:
    if isinstance(record, Relation):
        return saying(
            "relation-told",
            source=named(model, model.entity(record.source)),
            how=label(model, "relation", record.kind),
            target=named(model, model.entity(record.target)),
        )
    assert isinstance(record, Entity)
    return named(model, record)
