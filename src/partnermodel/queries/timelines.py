"""What begins and ends when, as far as anybody knows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import attrs

from partnermodel.language.amounts import Date
from partnermodel.language.sayings import Label, Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.days import Once
from partnermodel.model.doors import door
from partnermodel.model.entities import Document
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing, label, named
from partnermodel.queries.later import Later
from partnermodel.values.collector import collector_paused
from partnermodel.values.dates import OPEN, span
from partnermodel.values.table import Table
from partnermodel.values.unfrozen import unfrozen


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
class Timeline(Later, Listing[Moment]):
    """What `timeline` returns: moments in order, and beside them what nobody has dated.

    The rows of the table are made when somebody looks at them.

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

    def _make_rows(self) -> tuple[tuple[Untold, ...], ...]:
        with collector_paused(kept=True):
            return tuple(_rows(self._model, self.items))


_OpenTimeline = unfrozen(Timeline)

_DATED = frozenset({"programme", "initiative", "centre", "document", "relation"})
_ORDER = {"published": 0, "starts": 1, "ends": 2}

Happening = defaultdict[tuple[str, str], list[str]]
"""The ids of what begins, ends or is published on a date, by the date and the event."""


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
    happening: Happening = defaultdict(list)
    undated: list[str] = []
    going_on: list[str] = []
    for id, record in model.items():
        start, end = record.period.start, record.period.end
        published = record.published if isinstance(record, Document) else None
        if published is not None:
            happening[published, "published"].append(id)
        if start is not None:
            happening[start, "starts"].append(id)
        if end == OPEN:
            going_on.append(id)
        elif end is not None:
            happening[end, "ends"].append(id)
        elif start is None and published is None and record.scheme in _DATED:
            undated.append(id)
    found = _OpenTimeline()
    with collector_paused(kept=True):
        found.items = tuple(_in_order(happening))
    found.undated = tuple(undated)
    found.open = tuple(going_on)
    found._caption = model.name
    found._model = model
    found.__class__ = Timeline
    return found  # type: ignore[no-any-return]  # it is closed now


def _in_order(happening: Happening) -> Iterator[Moment]:
    """Yield the moments in their order. Many happen on one date, and the dates are fewer to sort."""
    days = cache(span)
    for date, event in sorted(happening, key=lambda one: (*days(one[0]), _ORDER[one[1]])):
        for id in sorted(happening[date, event]):
            yield Moment(date, event, id)


def _rows(model: PartnerModel, moments: tuple[Moment, ...]) -> Iterator[tuple[Untold, ...]]:
    """Yield a row for each moment: its date, what happens, and what the record is called."""
    entities, relations = dict(model.entities.items()), dict(model.relations.items())
    events = {event: saying(f"event-{event}") for event in _ORDER}
    how: Once[str, Label] = Once(lambda kind: label(model, "relation", kind))
    for moment in moments:
        id = moment.record
        relation = relations.get(id)
        name: Untold = (
            named(model, entities[id])
            if relation is None
            else saying(
                "relation-told",
                source=named(model, entities[relation.source]),
                how=how[relation.kind],
                target=named(model, entities[relation.target]),
            )
        )
        yield Date(moment.date), events[moment.event], name, id
