"""How closely partners say that they work together, on one scale, and where the two sides disagree."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.analysis.pairs import Pair, organisation_name
from partnermodel.errors import Issue, UnknownTermError, did_you_mean
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Relation
from partnermodel.queries.answers import Listing, Sheeted, doubtful, label
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import Term
from partnermodel.wording import one_of_these, worded


@attrs.frozen
class RatedPair:
    """Two organisations, of which at least one says how closely it works with the other.

    Attributes:
        first: The id of the one organisation.
        second: The id of the other, which is the greater of the two.
        first_says: The level in the eyes of the first: the highest that it gives; None when it gives none.
        second_says: The level in the eyes of the second.
        steps: How many steps of the scale lie between the two; None when only one side says anything.
        relations: The ids of the relations that hold the ratings.
    """

    first: str
    second: str
    first_says: str | None
    second_says: str | None
    steps: int | None
    relations: tuple[str, ...]

    @property
    def one_sided(self) -> bool:
        """Whether only one of the two sides says anything."""
        return self.steps is None


@attrs.frozen
class CollaborationLevels(Sheeted, Listing[RatedPair]):
    """What `collaboration_levels` returns: the rated pairs, in the order of their ids.

    Attributes:
        items: The pairs.
        scheme: The scale.
        scale: Its steps, from the lowest up.
        elsewhere: The ids of relations with a level of the scale that do not join two organisations.
        issues: Levels that are no step of the scale; they are in none of the pairs.
    """

    items: tuple[RatedPair, ...]
    scheme: str
    scale: tuple[str, ...]
    elsewhere: tuple[str, ...]
    issues: tuple[Issue, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    @property
    def disagreeing(self) -> tuple[RatedPair, ...]:
        """The pairs whose two sides give different levels, those farthest apart first."""
        return tuple(sorted((one for one in self.items if one.steps), key=lambda one: -(one.steps or 0)))


@door
def collaboration_levels(model: PartnerModel, *, scheme: str) -> CollaborationLevels:
    """Return how closely organisations say that they work together, pair by pair, from both sides.

    The `level` of a relation is the rating of its source. One that gives several relations to the same
    partner different levels works with it as closely as the highest of them says. Levels of another
    scale are not looked at: two scales are never compared.

    Args:
        model: The model. To see a status or a day, filter it first.
        scheme: The scale, such as `levels-of-collaboration-scale` (Frey et al. 2006) or
            `collaboration-continuum` (Himmelman 2002); or one of your own, whose terms have a `rank`.

    Raises:
        UnknownTermError: `scheme` is not a scale of the vocabulary.

    Example:
        >>> from partnermodel import Level, Organisation, PartnerModel, Relation, collaboration_levels
        >>> scale = "levels-of-collaboration-scale"
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Relation("a", "cooperates-with", "b", level=Level(scale, "coordination")),
        ...     Relation("b", "cooperates-with", "a", level=Level(scale, "networking")),
        ... ])
        >>> [pair.steps for pair in collaboration_levels(model, scheme=scale)]
        [2]
    """
    places = _scale(model, scheme)
    said: dict[Pair, list[Relation]] = {}
    elsewhere: list[str] = []
    issues: list[Issue] = []
    for id, relation in model.relations.items():
        level = relation.level
        if level is None or level.scheme != scheme:
            continue
        if level.value not in places:
            message = worded(
                "{value} is not a step of the scale {scheme}", value=shown(level.value), scheme=scheme
            )
            hint = did_you_mean(level.value, places) or one_of_these(places)
            issues.append(doubtful(relation, "level", "unknown-term", message, hint, value=level.value))
        elif relation.source in model.organisations and relation.target in model.organisations:
            pair = min(relation.source, relation.target), max(relation.source, relation.target)
            said.setdefault(pair, []).append(relation)
        else:
            elsewhere.append(id)
    items = tuple(_rated(pair, said[pair], places) for pair in sorted(said))
    rows: tuple[tuple[Untold, ...], ...] = tuple(
        (
            organisation_name(model, one.first),
            organisation_name(model, one.second),
            *(
                saying("says-nothing") if code is None else label(model, scheme, code)
                for code in (one.first_says, one.second_says)
            ),
            Number(one.steps, otherwise="one-side-only"),
            several(one.relations, ", "),
        )
        for one in items
    )
    columns = (
        "organisation",
        "partner",
        "organisation-says",
        "partner-says",
        "steps-apart",
        "through",
    )
    apart = sum(bool(one.steps) for one in items)
    both = sum(one.steps is not None for one in items)
    notes = (
        saying("levels-note", both=both, apart=apart),
        *([saying("levels-no-step", number=len(issues))] if issues else ()),
        *([saying("levels-elsewhere", number=len(elsewhere))] if elsewhere else ()),
    )
    sheet = Sheet(saying("levels-of", scheme=scheme, name=model.name), columns, rows, notes)
    return CollaborationLevels(items, scheme, tuple(places), tuple(elsewhere), tuple(issues), sheet)


def _scale(model: PartnerModel, scheme: str) -> dict[str, int]:
    """Return the steps of a scale, from the lowest up, with their places; terms of one rank share a place."""
    words = model.vocabulary
    ranks = {
        term.code: term.rank
        for term in (words.term(scheme, code) for code in words.codes(scheme))
        if isinstance(term, Term) and term.rank is not None
    }
    if not ranks:
        scales = [
            name
            for name in words.schemes
            if name != "confidence"
            and any(getattr(words.term(name, code), "rank", None) is not None for code in words.codes(name))
        ]
        hint = did_you_mean(scheme, scales) or one_of_these(scales)
        raise UnknownTermError(
            worded("{scheme} is not a scale of the vocabulary. {hint}", scheme=shown(scheme), hint=hint)
        )
    order = sorted(set(ranks.values()))
    return {code: order.index(ranks[code]) for code in sorted(ranks, key=lambda code: (ranks[code], code))}


def _rated(pair: Pair, relations: Iterable[Relation], places: dict[str, int]) -> RatedPair:
    says: dict[str, str] = {}
    ids = []
    for relation in relations:
        assert relation.level is not None
        ids.append(relation.id)
        says[relation.source] = max(
            says.get(relation.source, relation.level.value), relation.level.value, key=places.__getitem__
        )
    first, second = (says.get(id) for id in pair)
    steps = None if first is None or second is None else abs(places[first] - places[second])
    return RatedPair(*pair, first, second, steps, tuple(sorted(ids)))
