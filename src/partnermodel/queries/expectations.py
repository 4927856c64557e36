"""What should exist: for which group, in which place, through what kind of provision, given by how many."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import attrs

from partnermodel.errors import did_you_mean
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.joins import SHARED
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.slips import no_such_code
from partnermodel.queries.answers import Listing
from partnermodel.queries.coverage import groups_to_serve
from partnermodel.values.rules import LARGEST_WHOLE
from partnermodel.values.table import Table
from partnermodel.values.text import shown
from partnermodel.wording import worded

T = TypeVar("T")

PROVIDERS = ("organisation", *(cls.scheme for cls in SHARED))
"""The types of what may serve a group, which are also the schemes of their kinds."""

Key = tuple[str, str | None, str | None]
"""A group, a place and a kind; None for any."""


@attrs.frozen
class Expected:
    """That something should serve a group: in a place, and through a kind of provision.

    Attributes:
        group: The id of the group.
        place: The id of the place, or None for any, stated or not. What is in its parts is in it.
        kind: The kind of what serves the group, or None for any. A narrower kind is of the kind.
        at_least: How many different things of the kind should serve the group there.
        reason: Why it should be so: a law, a plan, a count of those in need.

    Raises:
        ValueError: `at_least` is not a whole number of 1 or more, or is more than a file could hold.
    """

    group: str
    place: str | None = None
    kind: str | None = None
    at_least: int = attrs.field(default=1, kw_only=True)
    reason: str = attrs.field(default="", kw_only=True)

    def __attrs_post_init__(self) -> None:
        if isinstance(self.at_least, bool) or not isinstance(self.at_least, int) or self.at_least < 1:
            given = shown(self.at_least)
            raise ValueError(
                worded("at_least is {given}; give a whole number of providers, 1 or more.", given=given)
            )
        if self.at_least > LARGEST_WHOLE:
            raise ValueError(
                worded(
                    "at_least is {given}, which not every program could read; give {most} or less.",
                    given=shown(self.at_least),
                    most=str(LARGEST_WHOLE),
                )
            )

    @property
    def key(self) -> Key:
        """The group, the place and the kind."""
        return self.group, self.place, None if self.kind is None else str(self.kind)


def _listed(given: Iterable[Expected]) -> tuple[Expected, ...]:
    cells = tuple(given) if isinstance(given, Iterable) and not isinstance(given, str) else (given,)
    if isinstance(given, Expected) or not all(isinstance(cell, Expected) for cell in cells):
        wrong = next((cell for cell in cells if not isinstance(cell, Expected)), given)
        told = shown(wrong) if isinstance(wrong, str) else type(wrong).__name__
        raise ValueError(
            worded(
                "the expectation is or holds {told}; give an Expectation, or a list of Expected.", told=told
            )
        )
    return cells


@attrs.frozen
class Expectation(Listing[Expected]):
    """A profile of what should exist: cells, in the order in which they are given.

    Two profiles are put together by a list of both: `Expectation([*one, *other])`.

    Attributes:
        items: The cells.

    Raises:
        ValueError: A group, place and kind stand in two cells: how many are expected then? Or what is
            given is no list of `Expected`.

    Example:
        >>> from partnermodel import Expectation, Expected
        >>> len(Expectation([Expected("deaf", "town"), Expected("deaf", "town", "career-centre")]))
        2
    """

    items: tuple[Expected, ...] = attrs.field(default=(), converter=_listed)

    def __attrs_post_init__(self) -> None:
        seen: set[Key] = set()
        for cell in self.items:
            if cell.key in seen:
                given = shown(list(cell.key))
                raise ValueError(
                    worded("{given} is expected twice; give each group, place and kind once.", given=given)
                )
            seen.add(cell.key)

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each cell, in the ids and codes that were given.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(
            (
                cell.group,
                cell.place or saying("any-place"),
                cell.kind or saying("any-kind"),
                Number(cell.at_least),
                cell.reason,
            )
            for cell in self.items
        )
        columns = ("group", "place", "kind", "at-least", "reason")
        return Sheet(saying("expectation"), columns, rows).table(language)


@door
def expectation(
    model: PartnerModel,
    *,
    groups: Iterable[str] | None = None,
    places: Iterable[str | None] | None = None,
    kinds: Iterable[str | None] | None = None,
    at_least: int = 1,
    reason: str = "",
) -> Expectation:
    """Return the profile in which every one of some groups has every one of some kinds in every place.

    It is a product: a cell for each group with each place and each kind. A profile that is no product
    is a list of cells: `Expectation([Expected(...), ...])`.

    Args:
        model: The model, which knows the groups, the places and the words.
        groups: The ids of the groups; left out, those that `coverage` looks at.
        places: The ids of the places, or None for any; left out, any place.
        kinds: The kinds of what serves a group, or None for any; left out, any kind.
        at_least: How many different things of a kind should serve a group in a place.
        reason: Why all this should be so.

    Returns:
        The cells, in the order of groups, places, kinds; what is given twice counts once.

    Raises:
        UnknownIdError: One of the ids is not that of a group, or of a place.
        UnknownTermError: One of the kinds is neither a word of the vocabulary nor in the model.
        ValueError: `at_least` is not a whole number of 1 or more, or is more than a file could hold.

    Example:
        >>> from partnermodel import Group, PartnerModel, Place, expectation
        >>> model = PartnerModel("Town", [Group("deaf", "Deaf learners"), Place("town", "Town")])
        >>> [cell.key for cell in expectation(model, places=["town"], kinds=["career-centre"])]
        [('deaf', 'town', 'career-centre')]
    """
    cells = [
        Expected(group, place, kind, at_least=at_least, reason=reason)
        for group in dict.fromkeys(groups_to_serve(model) if groups is None else _several(groups))
        for place in dict.fromkeys((None,) if places is None else _several(places))
        for kind in dict.fromkeys((None,) if kinds is None else _several(kinds))
    ]
    return known_expectation(model, Expectation(cells))


def _several(given: Iterable[T]) -> Iterable[T]:
    return (given,) if isinstance(given, str) else given  # type: ignore[return-value]  # T is of str then


def known_expectation(model: PartnerModel, wanted: Expectation | Iterable[Expected]) -> Expectation:
    """Return an expectation all of whose ids and kinds the model knows, or refuse it.

    Raises:
        UnknownIdError: A cell has an id that is not of a group, or of a place.
        UnknownTermError: A cell has a kind that is neither a word of the vocabulary nor in the model.
    """
    found = wanted if isinstance(wanted, Expectation) else Expectation(wanted)
    for cell in found.items:
        _ = model.groups[cell.group]
        if cell.place is not None:
            _ = model.places[cell.place]
    known_codes(model, PROVIDERS, [cell.kind for cell in found.items if cell.kind is not None], "kind")
    return found


def known_codes(model: PartnerModel, schemes: Iterable[str], wanted: Codes, noun: str) -> None:
    """Refuse a code that is in none of some schemes, and that no record of the model has either.

    Args:
        model: The model.
        schemes: The schemes of the vocabulary.
        wanted: A code, several, or None.
        noun: Which field of a record has such a code: `kind`, `role` or `status`.

    Raises:
        UnknownTermError: No word is like that; the message names the nearest one.
    """
    codes = [wanted] if isinstance(wanted, str) else list(wanted or ())
    known = [code for scheme in schemes for code in model.vocabulary.codes(scheme)]
    unknown = [code for code in codes if code not in known]
    if unknown:
        used = {getattr(record, noun, None) for record in model.values()} - {None, *known}
        known += sorted(map(str, used))
        for code in unknown:
            if code not in known:
                raise no_such_code(noun, code, did_you_mean(str(code), known))
