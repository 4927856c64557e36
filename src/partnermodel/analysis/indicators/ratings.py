"""What organisations think of each other: trust and value, where raters give them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from partnermodel.analysis.pairs import organisation_name
from partnermodel.errors import Issue, did_you_mean
from partnermodel.language.amounts import Given, Number
from partnermodel.language.sayings import Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.answers import Listing, Sheeted, doubtful
from partnermodel.values.columns import fields_of
from partnermodel.values.mapping import FrozenMap
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.text import shown
from partnermodel.wording import NOTHING, Worded, worded

TRUST_AND_VALUE: Mapping[str, tuple[str, ...]] = FrozenMap(
    {
        "trust": ("partner:reliability", "partner:mission-support", "partner:openness-to-discussion"),
        "value": ("partner:power-and-influence", "partner:involvement", "partner:resource-contribution"),
    }
)
"""The two scores of the PARTNER survey, each with the keys of `extra` that hold its three items."""

Scale = tuple[float, float]
"""The lowest and the highest value that a rater can give."""


@attrs.frozen
class Rating:
    """What one organisation thinks of another.

    Attributes:
        rater: The id of the organisation that rates.
        rated: The id of the one that is rated.
        values: The value of each item that is given, by its key; a mean where several relations give it.
        scores: The mean of the items of each score that are given; None when none of them is.
        relations: The ids of the relations that hold the values.
    """

    rater: str
    rated: str
    values: FrozenMap[str, float]
    scores: FrozenMap[str, float | None]
    relations: tuple[str, ...]


@attrs.frozen
class MeanRating:
    """What others think of an organisation, and what it thinks of others, by one score.

    Attributes:
        organisation: The id of the organisation.
        score: The name of the score.
        received: The mean over those that rate it; None when nobody does.
        raters: The ids of those.
        given: The mean over those that it rates; None when it rates nobody.
        rated: The ids of those.
    """

    organisation: str
    score: str
    received: float | None
    raters: tuple[str, ...]
    given: float | None
    rated: tuple[str, ...]


@attrs.frozen
class Ratings(Sheeted, Listing[MeanRating]):
    """What `ratings` returns: for every organisation its mean rating by each score.

    Attributes:
        items: The standings, in the order of the ids and of the scores.
        pairs: Each rating of one organisation by another, in the order of their ids.
        issues: Values that are none, and keys that look misspelt. They are in no score.
    """

    items: tuple[MeanRating, ...]
    pairs: tuple[Rating, ...]
    issues: tuple[Issue, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def rows(self) -> Rows:
        """Return a row for each organisation and score of which anybody says anything, for machines."""
        spoken = (one for one in self.items if one.raters or one.rated)
        return rows_of(spoken, *fields_of(MeanRating))


@door
def ratings(
    model: PartnerModel,
    *,
    scores: Mapping[str, Sequence[str]] = TRUST_AND_VALUE,
    scale: Scale = (1, 4),
) -> Ratings:
    """Return what organisations think of each other, pair by pair and organisation by organisation.

    A rating is a number in the `extra` of a relation from the rater to the rated, under the key of an
    item. The standard items are those of the PARTNER survey (Program to Analyze, Record, and Track
    Networks to Enhance Relationships): trust is reliability, support of the mission, and openness to
    discussion; value is power and influence, involvement, and contribution of resources. With `scores`
    and `scale` another survey can be read.

    A score is the mean of its items that are given. An organisation receives the mean over its raters,
    each of whom counts once. Nothing is guessed for who gives no answer.

    Args:
        model: The model. To see a status or a day, filter it first.
        scores: The name of each score, with the keys of its items.
        scale: The lowest and the highest value.

    Raises:
        ValueError: `scores` has no items or one of them twice, or `scale` is not two numbers that rise.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, ratings
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Relation("a", "cooperates-with", "b",
        ...              extra={"partner:reliability": 4, "partner:mission-support": 3}),
        ... ])
        >>> [(one.organisation, one.received) for one in ratings(model) if one.score == "trust"]
        [('a', None), ('b', 3.5)]
    """
    named = {name: tuple(items) for name, items in scores.items()}
    keys = [key for items in named.values() for key in items]
    if not all(named.values()) or not keys or len(set(keys)) != len(keys):
        raise ValueError(worded("each of `scores` has items, and no item is in two of them or twice in one"))
    low, high = _ends(scale)
    found: dict[tuple[str, str], list[tuple[Relation, dict[str, float]]]] = {}
    issues: list[Issue] = []
    for relation in model.relations.values():
        if relation.extra:
            values, faults = _values(model, relation, keys, (low, high))
            issues += faults
            if values:
                found.setdefault((relation.source, relation.target), []).append((relation, values))
    pairs = tuple(_rating(*ends, found[ends], named) for ends in sorted(found))
    received: dict[str, list[Rating]] = {}
    given: dict[str, list[Rating]] = {}
    for one in pairs:
        received.setdefault(one.rated, []).append(one)
        given.setdefault(one.rater, []).append(one)
    items = tuple(
        _mean_rating(id, name, received.get(id, ()), given.get(id, ()))
        for id in model.organisations
        for name in named
    )
    rows = tuple(
        (
            organisation_name(model, one.organisation),
            _score(one.score),
            Number(one.received, 2, "nobody-says"),
            Number(len(one.raters)),
            Number(one.given, 2, "nobody-says"),
            Number(len(one.rated)),
        )
        for one in items
        if one.raters or one.rated
    )
    silent = len({one.organisation for one in items} - {id for one in pairs for id in (one.rater, one.rated)})
    columns = ("organisation", "score", "mean-received", "raters", "mean-given", "rated")
    notes = (
        saying("ratings-scale", low=Given(low), high=Given(high)),
        saying("ratings-silent", number=silent),
        *([saying("ratings-unread", number=len(issues))] if issues else ()),
    )
    sheet = Sheet(saying("ratings-of", name=model.name), columns, rows, notes)
    return Ratings(items, pairs, tuple(issues), sheet)


def _ends(scale: Scale) -> Scale:
    ends = tuple(scale) if isinstance(scale, Iterable) else (scale,)
    numbers = all(isinstance(end, int | float) and not isinstance(end, bool) for end in ends)
    if len(ends) != 2 or not numbers or not -math.inf < ends[0] < ends[1] < math.inf:
        raise ValueError(
            worded(
                "a scale is two numbers that rise, as from 1 to 4; this one is {ends}", ends=shown(list(ends))
            )
        )
    return ends[0], ends[1]


def _values(
    model: PartnerModel, relation: Relation, keys: Sequence[str], scale: Scale
) -> tuple[dict[str, float], list[Issue]]:
    """Return the values that a relation holds, and what is wrong with others."""
    low, high = scale
    owners = {key.partition(":")[0] for key in keys}
    values: dict[str, float] = {}
    issues = []

    def wrong(message: Worded, hint: Worded, value: object) -> None:
        issues.append(doubtful(relation, "extra", "bad-rating", message, hint, value=value))

    for key, value in relation.extra.items():
        if key not in keys:
            near = did_you_mean(key, keys) if key.partition(":")[0] in owners else NOTHING
            if near:
                wrong(worded("{key} is not an item of any score", key=shown(key)), near, key)
        elif relation.source not in model.organisations or relation.target not in model.organisations:
            wrong(
                worded("{key} rates what is no organisation, or is given by none", key=shown(key)),
                worded("State it on a relation from one organisation to another."),
                key,
            )
        elif isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            wrong(
                worded(
                    "{key} is no number from {low} to {high}",
                    key=shown(key),
                    low=f"{low:g}",
                    high=f"{high:g}",
                ),
                worded("Correct it, or leave it out if there is no answer."),
                _short(value),
            )
        else:
            values[key] = value
    return values, issues


def _short(value: Any) -> object:
    return value if isinstance(value, str | int | float | bool) else type(value).__name__


def _rating(
    rater: str,
    rated: str,
    given: Sequence[tuple[Relation, dict[str, float]]],
    scores: Mapping[str, tuple[str, ...]],
) -> Rating:
    keys = [key for items in scores.values() for key in items]
    values = {
        key: mean
        for key in keys
        if (mean := _mean(held[key] for _, held in given if key in held)) is not None
    }
    means = {name: _mean(values[key] for key in items if key in values) for name, items in scores.items()}
    ids = tuple(sorted(relation.id for relation, _ in given))
    return Rating(rater, rated, FrozenMap(values), FrozenMap(means), ids)


def _mean_rating(id: str, score: str, received: Iterable[Rating], given: Iterable[Rating]) -> MeanRating:
    by = [(one.rater, mean) for one in received if (mean := one.scores[score]) is not None]
    of = [(one.rated, mean) for one in given if (mean := one.scores[score]) is not None]
    return MeanRating(
        id,
        score,
        _mean(mean for _, mean in by),
        tuple(rater for rater, _ in by),
        _mean(mean for _, mean in of),
        tuple(rated for rated, _ in of),
    )


def _mean(values: Iterable[float]) -> float | None:
    held = list(values)
    return sum(held) / len(held) if held else None


def _score(name: str) -> Untold:
    """Return what people call a score; one of a survey of somebody's own stays as it is."""
    return saying(f"score-{name}") if name in TRUST_AND_VALUE else name
