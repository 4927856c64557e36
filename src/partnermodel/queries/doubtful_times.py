"""Doubts about when: what is active without its ends, holds at another time than they do, or is overtaken."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.errors import Issue
from partnermodel.model.days import Days, Once, Span, ordinals
from partnermodel.model.entities import Entity, Initiative, Programme
from partnermodel.model.model import PartnerModel
from partnermodel.model.nouns import ENDS
from partnermodel.model.relations import Relation
from partnermodel.queries.answers import doubtful
from partnermodel.values.dates import OPEN, UNKNOWN_PERIOD, Day, Period
from partnermodel.wording import Worded, worded

_ACROSS_TIME = ("about", "has-on-agenda", "succeeds")
"""Relations that may lead to what is no more, or is not yet."""


def apart(one: Span, other: Span) -> bool:
    """Return whether some days have none in common with others.

    Args:
        one: The first and the last of some days.
        other: The first and the last of others.

    Example:
        >>> apart((1, 5), (5, 9)), apart((6, 9), (1, 5))
        (False, True)
    """
    return one[0] > other[1] or other[0] > one[1]


def odd_ends(model: PartnerModel) -> Iterator[Issue]:
    """Yield relations that are active though an end is over, or that cannot hold while both ends do."""
    nature = model.vocabulary.nature
    happens: Once[str, bool] = Once(lambda kind: nature(kind) != "structure")
    active = model.vocabulary.narrower("status", "active")
    over = model.codes("status", ["completed", "cancelled", "not-pursued"])
    across_time = model.codes("relation", _ACROSS_TIME)
    days = Days()
    ended = {id for id, entity in model.entities.items() if entity.status in over}
    # What has no bounds is not apart from anything, and most have none.
    bounds = {
        id: days.possible(entity.period)
        for id, entity in model.entities.items()
        if entity.period is not UNKNOWN_PERIOD and _is_bounded(entity.period)
    }
    for relation in model.relations.values():
        source, target = relation.source, relation.target
        if (source in ended or target in ended) and relation.status in active and happens[relation.kind]:
            for field, id in (("source", source), ("target", target)):
                if id in ended:
                    yield _over(relation, field, model.entity(id))
        first, second = bounds.get(source), bounds.get(target)
        if (first is None and second is None) or relation.kind in across_time:
            continue
        period = relation.period
        if period is not UNKNOWN_PERIOD:
            held = days.possible(period)
            if first is not None and apart(held, first):
                yield _elsewhen(relation, "source", model.entity(source))
            if second is not None and apart(held, second):
                yield _elsewhen(relation, "target", model.entity(target))
        if first is not None and second is not None and apart(first, second):
            yield _never_together(relation, model.entity(source), model.entity(target))


def _is_bounded(period: Period) -> bool:
    return period.start is not None or period.end not in (None, OPEN)


def _over(relation: Relation, field: str, end: Entity) -> Issue:
    """Return that one of the ends of an active relation is over."""
    message = worded(
        "the relation is {status}, and its {end} is {other}",
        status=relation.status,
        end=ENDS[field],
        other=end.status,
    )
    hint = worded("Correct one of the two statuses.")
    return doubtful(relation, field, "odd-end", message, hint, end, value=end.id)


def _elsewhen(relation: Relation, field: str, end: Entity) -> Issue:
    """Return that a relation holds when one of its ends cannot."""
    message = worded(
        "the relation holds {period}, and its {end} exists {other}",
        period=relation.period.told(),
        end=ENDS[field],
        other=end.period.told(),
    )
    hint = worded("Correct one of the two periods.")
    return doubtful(relation, "period", "odd-period", message, hint, end, value=str(relation.period))


def _never_together(relation: Relation, source: Entity, target: Entity) -> Issue:
    """Return that the ends of a relation cannot exist at one time."""
    message = worded(
        "its source exists {period}, and its target exists {other}",
        period=source.period.told(),
        other=target.period.told(),
    )
    hint = worded("Correct one of the two periods.")
    return doubtful(relation, "", "odd-period", message, hint, source, target)


def stale_statuses(model: PartnerModel, as_of: Day) -> Iterator[Issue]:
    """Yield records whose status the calendar has overtaken by a day."""
    today = ordinals(as_of)[0]
    going_on = model.codes("status", ["active", "suspended"])
    ahead = model.codes("status", ["discussed", "planned", "expected", "agreed"])
    days = Days()
    ended: Once[tuple[str, str | None], Worded] = Once(
        lambda one: worded("it is {status}, and ended in {end}", status=one[0], end=one[1])
    )
    to_start: Once[tuple[str, str], Worded] = Once(
        lambda one: worded("it is {status}, and was to start in {start}", status=one[0], start=one[1])
    )
    for record in model.values():
        status = record.status
        if status in going_on:
            end = record.period.end
            if days[end][1] < today:
                hint = worded("Say how it ended, or correct the end.")
                message = ended[status, end]
                yield doubtful(record, "status", "stale-status", message, hint, value=status)
        if status in ahead and isinstance(record, Relation | Initiative | Programme):
            period = record.period
            start = period.start
            if start is not None and min(days[start][1], days[period.end][1]) < today:
                hint = worded("Say whether it started, or correct the start.")
                message = to_start[status, start]
                yield doubtful(record, "status", "stale-status", message, hint, value=status)
