"""Who serves which group, where, and through what; and who is left out."""

from __future__ import annotations

from collections.abc import Iterable

from partnermodel.errors import UnknownTermError, did_you_mean
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.slips import refuse_slips
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.provisions import links
from partnermodel.queries.tally import DIMENSIONS, Columns
from partnermodel.values.guard import least
from partnermodel.values.text import shown
from partnermodel.wording import one_of_these, worded


@door
def coverage(
    model: PartnerModel,
    *,
    by: Iterable[str] = ("group", "place"),
    counts: Codes = "active",
    groups: Iterable[str] | None = None,
    min_count: int | None = None,
) -> Coverage:
    """Return who serves which group, where and through what, as a matrix of two or three dimensions.

    It is the who-does-what-where matrix of humanitarian coordination. A provision is a relation of
    the nature `provision` (`serves`) from a programme, an initiative, a centre or an organisation to
    a group. Its organisations are those that take part in it, but for the roles `beneficiary` and
    `site`. Its place is its own, or else its organisations'; it counts in every place that this one
    is part of as well, so the row of a region holds what is in its towns.

    Args:
        model: The model. To see a day, filter it first. To see a status, use `counts`: a filter
            of statuses would also take away what shows that a group only acts.
        by: Two or three of `group`, `place`, `kind`, `organisation`.
        counts: The statuses, with the narrower ones, in which a provision fills a cell.
        groups: The ids of the groups to look at. Left out, they are all groups but those that the
            model knows only as taking part in something themselves, and never as served.
        min_count: The least number that the matrix may tell. It then tells numbers, no names, nor what nearly
            fills a gap. Numbers from 1 to `min_count` are suppressed, and others that would give them
            away, as a region does whose other towns are told. Gaps are told all the same.

    Returns:
        The matrix; `.gaps` are its empty cells. Groups and places have all their values, kinds and
        organisations those that serve somebody.

    Raises:
        UnknownTermError: A dimension is not one of the four, stands twice, or there are not two or three;
            or a status of `counts` seems to be misspelt.
        UnknownIdError: One of `groups` is not a group of the model.
        ValueError: `min_count` is below 2.

    Example:
        >>> from partnermodel import Group, PartnerModel, Place, Programme, Relation, coverage
        >>> model = PartnerModel("Town", [
        ...     Group("deaf", "Deaf learners"), Group("blind", "Blind learners"), Place("town", "Town"),
        ...     Programme("signs", "Sign language", status="active"),
        ...     Relation("signs", "serves", "deaf"), Relation("signs", "located-in", "town"),
        ... ])
        >>> [gap.cell for gap in coverage(model).gaps]
        [('blind', 'town')]
    """
    dimensions = _dimensions(by)
    wanted = dict.fromkeys(
        groups_to_serve(model) if groups is None else (model.groups[id].id for id in groups)
    )
    if counts is None:
        occurring = model.once(Columns).occurring("status", wanted)
        counted = {*model.vocabulary.codes("status"), *filter(None, occurring)}
    else:
        refuse_slips(model, ("status",), counts, "status")
        counted = {*model.codes("status", counts)}
    return Coverage(dimensions, tuple(sorted(counted)), tuple(wanted), model, least(min_count))


def _dimensions(by: Iterable[str]) -> tuple[str, ...]:
    dimensions = (by,) if isinstance(by, str) else tuple(by)
    for dimension in dimensions:
        if dimension not in DIMENSIONS:
            hint = did_you_mean(dimension, DIMENSIONS) or one_of_these(DIMENSIONS)
            raise UnknownTermError(
                worded(
                    "{dimension} is not a dimension of coverage. {hint}",
                    dimension=shown(dimension),
                    hint=hint,
                )
            )
    if len(dimensions) not in (2, 3) or len(set(dimensions)) != len(dimensions):
        raise UnknownTermError(
            worded(
                "coverage has two or three different dimensions, not {dimensions}.",
                dimensions=shown(list(dimensions)),
            )
        )
    return dimensions


def groups_to_serve(model: PartnerModel) -> tuple[str, ...]:
    """Return the ids of all groups but those that only take part in something, and are never served."""
    made = model.once(links)
    return tuple(id for id in model.groups if id in made.served or id not in made.acting)
