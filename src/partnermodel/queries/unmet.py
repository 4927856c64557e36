"""What should exist and does not: an expectation held beside a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import attrs

from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Untold, in_english, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, named
from partnermodel.queries.expectations import Expectation, Expected, known_codes, known_expectation
from partnermodel.queries.kindred import Kindred, Step, cell_words
from partnermodel.queries.later import Later
from partnermodel.queries.provisions import Provision, provisions
from partnermodel.values.collector import collector_paused
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table
from partnermodel.values.unfrozen import unfrozen

By = dict[tuple[str, str | None], list[Provision]]
"""Provisions by their group and their place."""


@attrs.frozen
class Nearly(Later):
    """A provision that would count for an expected cell, were something of it otherwise.

    A model has very many of them. What it lacks is found at once, the words when somebody looks at them.

    Attributes:
        provision: The provision.
        lacking: What would have to be otherwise: `status` (it is not far enough, or over), `place` (it is
            not stated, or a wider one), `kind` (not stated, a wider or a sibling one), `group` (it serves
            one that overlaps, is a part, or has this one as a part).
        why: Why it does not count, in words.
        records: The ids of the records that make it so: those of the provision, and those that join
            its group or place to the expected one.
    """

    provision: Provision
    lacking: tuple[str, ...]
    why: str
    records: tuple[str, ...]
    _told: Untold = attrs.field(default="", repr=False, alias="told")

    def _make_why(self) -> str:
        return in_english(self._told)

    def _make_records(self) -> tuple[str, ...]:
        return (*self.provision.records, *(record for step in self._of for record in step.records))

    def _make_told(self) -> Untold:
        return several((step.why for step in self._of), ", ")


@attrs.frozen
class Outcome:
    """What became of an expected cell.

    Attributes:
        expected: The cell.
        found: The provisions that count in it.
        missing: How many things that serve are still to come: 0 when the cell is met.
        nearly: What nearly covers it, each thing that serves once, the nearest first.
    """

    expected: Expected
    found: tuple[Provision, ...]
    missing: int
    nearly: tuple[Nearly, ...]

    @property
    def providers(self) -> tuple[str, ...]:
        """The ids of the different things that serve and count, in alphabetical order."""
        return tuple(sorted({one.provision for one in self.found}))


@attrs.frozen
class Unmet(Later, Listing[Outcome]):
    """What `unmet` returns: the cells in which something is missing, in the order of the expectation.

    Attributes:
        items: The cells that are not met.
        outcomes: All cells, met or not.
        counted: The statuses that count, in alphabetical order.
    """

    items: tuple[Outcome, ...]
    outcomes: tuple[Outcome, ...]
    counted: tuple[str, ...]
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")

    @property
    def share(self) -> float | None:
        """The share of the cells that are met, 0 to 1; None when nothing is expected."""
        return (len(self.outcomes) - len(self.items)) / len(self.outcomes) if self.outcomes else None

    @property
    def met(self) -> tuple[Outcome, ...]:
        """The cells that are met."""
        return tuple(one for one in self.outcomes if not one.missing)

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each cell that is not met, with what nearly covers it.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(row for one, row in zip(self.outcomes, self._rows, strict=True) if one.missing)
        return Sheet(saying("not-met"), _COLUMNS, rows, (self._note,)).table(language)

    def rows(self) -> Rows:
        """Return a row for each cell that is not met, for machines."""
        return rows_of(
            self.items,
            *fields_of(Expected, under="expected"),
            column_of("missing", "integer"),
            column_of("providers", "ids"),
            column_of("nearly", "ids", "nearly.provision.provision"),
        )

    def overview(self, *, language: str = "en") -> Table:
        """Return a row for each cell, met or not.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        return Sheet(saying("met-or-not"), _COLUMNS, self._rows, (self._note,)).table(language)

    def _make_rows(self) -> tuple[tuple[Untold, ...], ...]:
        return tuple(_row(self._model, one) for one in self.outcomes)

    @property
    def _note(self) -> Untold:
        met = len(self.outcomes) - len(self.items)
        return saying("met-note", met=met, all=len(self.outcomes))


_OpenNearly, _OpenUnmet = unfrozen(Nearly), unfrozen(Unmet)

_COLUMNS = (
    "group",
    "place",
    "kind",
    "expected",
    "found",
    "missing",
    "nearly-covered",
    "why-expected",
)


@door
def unmet(
    model: PartnerModel, expectation: Expectation | Iterable[Expected], *, counts: Codes = "active"
) -> Unmet:
    """Return what should exist and does not, each with what nearly covers it.

    What counts in a cell is what `coverage` counts: a provision of the group, in the place or a part of
    it, by a thing of the kind or a narrower one. A cell is met when as many different things serve as
    are expected; what two organisations give together is one.

    Nearly covered is a cell by what serves the group itself or one beside it (groups that overlap, or of
    which one is part of the other), in the place, in a wider one or in none that is stated, through the
    kind, a wider one, a sibling (with the same broader word), or one that is not stated, in any status.
    Each thing that serves stands there once, as it comes nearest; what already counts does not. The
    nearest lacks the fewest things, and what is still to come is nearer than what is over.

    Args:
        model: The model. To see a day, filter it first.
        expectation: The profile, or its cells.
        counts: The statuses, with the narrower ones, in which a provision counts; None for any.

    Returns:
        The cells that are not met; `.outcomes` has all of them, and `.share` is the share that is met.

    Raises:
        UnknownIdError: The model has no such group, or no such place.
        UnknownTermError: A kind or a status is neither a word of the vocabulary nor in the model.
        ValueError: A cell is expected twice, or what is given is no profile.

    Example:
        >>> from partnermodel import Expected, Group, PartnerModel, Programme, Relation, unmet
        >>> model = PartnerModel("Town", [
        ...     Group("deaf", "Deaf learners"), Programme("signs", "Sign language", status="planned"),
        ...     Relation("signs", "serves", "deaf"),
        ... ])
        >>> [(one.missing, one.nearly[0].why) for one in unmet(model, [Expected("deaf")])]
        [(1, 'planned')]
    """
    wanted = known_expectation(model, expectation)
    known_codes(model, ("status",), counts, "status")
    kindred = model.once(Kindred)
    groups = {cell.group for cell in wanted}
    beside = {other for group in groups for other in kindred.groups.get(group, ())}
    with collector_paused(kept=True):
        there = _There(kindred, provisions(model, groups | beside))
        statuses = {*model.vocabulary.codes("status"), *there.statuses}
        counted = frozenset(statuses) if counts is None else model.codes("status", counts)
        outcomes = tuple([_outcome(kindred, cell, there, counted) for cell in wanted])
    answer = _OpenUnmet()
    answer.items = tuple(one for one in outcomes if one.missing)
    answer.outcomes = outcomes
    answer.counted = tuple(sorted(counted))
    answer._model = model
    answer.__class__ = Unmet
    found: Unmet = answer
    return found


class _There:
    """The provisions, as they are looked for around a cell."""

    def __init__(self, kindred: Kindred, some: Iterable[Provision]) -> None:
        self.statuses: set[str] = set()
        self._kindred = kindred
        self._by: By = {}
        self._directly: By = {}  # what is not only there because a part of the place is
        self._everywhere: dict[str, list[Provision]] = {}
        for one in some:
            self.statuses.add(one.status)
            self._by.setdefault((one.group, one.place), []).append(one)
            self._everywhere.setdefault(one.group, []).append(one)
            if one.place is not None and kindred.direct(one):
                self._directly.setdefault((one.group, one.place), []).append(one)

    def around(self, cell: Expected) -> Iterator[Provision]:
        """Yield the provisions that may count in a cell, or nearly."""
        for group in (cell.group, *self._kindred.groups.get(cell.group, ())):
            if cell.place is None:
                yield from self._everywhere.get(group, ())
            else:
                yield from self._by.get((group, cell.place), ())
                yield from self._by.get((group, None), ())
                for place in self._kindred.wider(cell.place):
                    yield from self._directly.get((group, place), ())


def _outcome(kindred: Kindred, cell: Expected, there: _There, counted: frozenset[str]) -> Outcome:
    found: list[Provision] = []
    near: dict[str, tuple[tuple[int, bool], Provision, list[Step]]] = {}
    for one in there.around(cell):
        steps = kindred.steps(cell, one, counted)
        if steps is None:
            continue
        if not steps:
            found.append(one)
            continue
        distance = len(steps), one.status in kindred.over and one.status not in counted
        if one.provision not in near or distance < near[one.provision][0]:
            near[one.provision] = distance, one, steps
    providers = {one.provision for one in found}
    nearly = tuple(
        [
            _nearly(one, steps)
            for _, one, steps in sorted(near.values(), key=lambda entry: (entry[0], entry[1].provision))
            if one.provision not in providers
        ]
    )
    return Outcome(cell, tuple(found), max(0, cell.at_least - len(providers)), nearly)


def _nearly(provision: Provision, steps: list[Step]) -> Nearly:
    one = _OpenNearly()
    one.provision = provision
    one.lacking = tuple([step.lacking for step in steps])
    one._of = steps
    one.__class__ = Nearly
    found: Nearly = one
    return found


def _row(model: PartnerModel, one: Outcome) -> tuple[Untold, ...]:
    near = (
        saying("in-brackets", what=named(model, model.entity(two.provision.provision)), why=two._told)
        for two in one.nearly
    )
    return (
        *cell_words(model, one.expected),
        Number(one.expected.at_least),
        _names(model, one.providers),
        Number(one.missing),
        several(near, otherwise="nothing"),
        one.expected.reason,
    )


def _names(model: PartnerModel, ids: Sequence[str]) -> Untold:
    return several((named(model, model.entity(id)) for id in ids), otherwise="nothing")
