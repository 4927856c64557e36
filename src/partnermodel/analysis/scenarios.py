"""Two networks side by side: every figure, how much it differs, and what made it differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import product

import attrs

from partnermodel.analysis.definitions import DEFINITIONS
from partnermodel.analysis.figures import Figure, figures, unknown_figure
from partnermodel.analysis.network import Network
from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.language.speech import speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.tally import Values
from partnermodel.values.columns import column_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table


@attrs.frozen
class Cause:
    """Something that differs between two networks, and moves figures.

    Attributes:
        what: `organisation-gained`, `organisation-lost`, `tie-gained`, `tie-lost`, `tie-restated` (joined in
            both, in another status), `sector-changed` (of an organisation of both), `cell-filled`,
            `cell-emptied`, `record-gained`, `record-lost`, `evidence-gained`, `evidence-lost` (of a record of
            both); of a group and a place that only one of the networks asks about, `cell-added` or
            `cell-removed`.
        subjects: The ids of what it is about: an organisation, two organisations, or a group and a place.
        records: The ids of the records that make it so, sorted: of what is gained, those of the second
            network, of what is lost, those of the first, of a status, those of both.
    """

    what: str
    subjects: tuple[str, ...]
    records: tuple[str, ...]


@attrs.frozen
class FigureChange:
    """A figure of two networks.

    Attributes:
        code: What it is.
        before: The figure of the first network.
        after: The figure of the second.
        because: What differs between the networks that the figure rests on; empty when the figure is the
            same. Each is a part of the reason; they need not all point the same way.
    """

    code: str
    before: Figure
    after: Figure
    because: tuple[Cause, ...]

    @property
    def difference(self) -> float | None:
        """How much more it is in the second network; None when it is not defined in one of them."""
        if self.before.value is None or self.after.value is None:
            return None
        return self.after.value - self.before.value

    @property
    def gained(self) -> tuple[str, ...]:
        """The ids of the records that the figure tells of in the second network only."""
        return tuple(sorted({*self.after.records} - {*self.before.records}))

    @property
    def lost(self) -> tuple[str, ...]:
        """The ids of the records that the figure tells of in the first network only."""
        return tuple(sorted({*self.before.records} - {*self.after.records}))


@attrs.frozen
class NetworkComparison(Listing[FigureChange]):
    """What `compare_networks` returns: the figures of two networks side by side.

    Attributes:
        items: A change for each figure, also for those that are the same.
        causes: All that differs between the two networks.
    """

    items: tuple[FigureChange, ...]
    causes: tuple[Cause, ...]
    _names: tuple[str, str] = attrs.field(repr=False, alias="names")

    def of(self, code: str) -> FigureChange:
        """Return the change of one figure.

        Raises:
            UnknownTermError: There is no such figure among them.
        """
        for change in self.items:
            if change.code == code:
                return change
        raise unknown_figure(code, [change.code for change in self.items])

    @property
    def changed(self) -> tuple[FigureChange, ...]:
        """The figures that are not the same in both networks."""
        return tuple(change for change in self.items if change.before.value != change.after.value)

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each figure: before, after, the difference, and what made it.

        Args:
            language: The language of the labels: `en` or `ru`.
        """
        words = speech(language)

        def difference(change: FigureChange) -> str:
            if change.difference is None:
                return words.say("not-defined")
            share = change.after.unit == "share"
            # Points are as whole as percentages are, but for a difference that would vanish.
            amount = 100 * change.difference if share else change.difference
            number = words.number(round(amount) if share and round(amount) else amount)
            signed = number if change.difference < 0 else f"+{number}"
            return words.say("points", number=signed) if share else signed

        def why(change: FigureChange) -> str:
            counts: dict[str, int] = {}
            for cause in change.because:
                counts[cause.what] = counts.get(cause.what, 0) + 1
            if DEFINITIONS[change.code].facet == "evidence" and (change.gained or change.lost):
                counts = {"record-listed": len(change.gained), "record-unlisted": len(change.lost)}
            return ", ".join(words.counted(count, f"cause-{what}") for what, count in counts.items() if count)

        rows = tuple(
            (
                saying(f"figure-{change.code}"),
                change.before.worded(words),
                change.after.worded(words),
                difference(change) if change in self.changed else words.say("same"),
                why(change),
            )
            for change in self.items
        )
        before, after = self._names
        caption = saying("networks-compared", before=before, after=after)
        return Sheet(caption, ("figure", "before", "after", "difference", "why"), rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each figure, for machines; of a reason its code and the ids that it is about."""
        return rows_of(
            self.items,
            column_of("code", "text"),
            column_of("unit", "text", "after.unit"),
            column_of("before", "number", "before.value"),
            column_of("after", "number", "after.value"),
            column_of("difference", "number"),
            column_of(
                "because", "lists", lambda one: [(cause.what, *cause.subjects) for cause in one.because]
            ),
            column_of("gained", "ids"),
            column_of("lost", "ids"),
        )


@door
def compare_networks(
    before: PartnerModel,
    after: PartnerModel,
    *,
    codes: Iterable[str] | None = None,
    progress: Callable[[float], None] | None = None,
) -> NetworkComparison:
    """Return every figure of two networks side by side, with what made it differ.

    To try out what could be, compare a model with `model.with_(...)` or `model.without(...)`.

    Args:
        before: One model.
        after: Another, such as the same one at a later day, or a scenario.
        codes: Only these figures; left out, all of them.
        progress: Is told what share of the work is done.

    Raises:
        UnknownTermError: One of `codes` is no figure.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, compare_networks
        >>> today = PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B")])
        >>> change = compare_networks(today, today.with_(Relation("a", "partners-with", "b"))).of("ties")
        >>> change.before.value, change.after.value, change.because[0].what, change.because[0].records
        (0, 1, 'tie-gained', ('a/partners-with/b',))
    """
    tell = progress or (lambda share: None)
    first = figures(before, codes=codes, progress=lambda share: tell(share / 2))
    second = figures(after, codes=codes, progress=lambda share: tell(0.5 + share / 2))
    by_facet = {
        "organisations": tuple(_organisations(before, after)),
        "ties": tuple(_ties(before, after)),
        "statuses": tuple(_statuses(before, after)),
        "sectors": tuple(_sectors(before, after)),
        "provision": tuple(_provision(before, after)),
        "evidence": tuple(_evidence(before, after)),
    }
    return NetworkComparison(
        tuple(_change(one, other, by_facet) for one, other in zip(first, second, strict=True)),
        tuple(cause for causes in by_facet.values() for cause in causes),
        (before.name, after.name),
    )


def _change(before: Figure, after: Figure, causes: dict[str, tuple[Cause, ...]]) -> FigureChange:
    facet = DEFINITIONS[before.code].facet
    because: tuple[Cause, ...] = ()
    if before.value != after.value:
        # A network figure is moved by who is in the network, too, and the share of statuses by all ties.
        wider = {
            "ties": ("organisations", "ties"),
            "statuses": ("ties", "statuses"),
            "sectors": ("ties", "sectors"),
        }
        because = tuple(cause for name in wider.get(facet, (facet,)) for cause in causes[name])
    return FigureChange(before.code, before, after, because)


def _organisations(before: PartnerModel, after: PartnerModel) -> Iterator[Cause]:
    for id in sorted(after.organisations.keys() - before.organisations.keys()):
        yield Cause("organisation-gained", (id,), (id,))
    for id in sorted(before.organisations.keys() - after.organisations.keys()):
        yield Cause("organisation-lost", (id,), (id,))


def _pairs(model: PartnerModel) -> set[tuple[str, str]]:
    return {(min(pair), max(pair)) for pair in model.once(Network).graph.edges()}


def _ties(before: PartnerModel, after: PartnerModel) -> Iterator[Cause]:
    had, has = _pairs(before), _pairs(after)
    for pair in sorted(has - had):
        yield Cause("tie-gained", pair, after.once(Network).through(*pair))
    for pair in sorted(had - has):
        yield Cause("tie-lost", pair, before.once(Network).through(*pair))


def _statuses(before: PartnerModel, after: PartnerModel) -> Iterator[Cause]:
    first, second = before.once(Network), after.once(Network)
    for pair in sorted(_pairs(before) & _pairs(after)):
        if first.graph.edges[pair]["statuses"] != second.graph.edges[pair]["statuses"]:
            records = {*first.through(*pair), *second.through(*pair)}
            yield Cause("tie-restated", pair, tuple(sorted(records)))


def _sectors(before: PartnerModel, after: PartnerModel) -> Iterator[Cause]:
    had, has = before.once(Network).sectors, after.once(Network).sectors
    for id in sorted(before.organisations.keys() & after.organisations.keys()):
        if had.get(id) != has.get(id):
            yield Cause("sector-changed", (id,), (id,))


def _evidence(before: PartnerModel, after: PartnerModel) -> Iterator[Cause]:
    for id in sorted(after.keys() - before.keys()):
        yield Cause("record-gained", (id,), (id,))
    for id in sorted(before.keys() - after.keys()):
        yield Cause("record-lost", (id,), (id,))
    for id in sorted(before.keys() & after.keys()):
        had, has = bool(before[id].evidence), bool(after[id].evidence)
        if had != has:
            yield Cause("evidence-gained" if has else "evidence-lost", (id,), (id,))


def _provision(before: PartnerModel, after: PartnerModel) -> Iterator[Cause]:
    first, second = before.once(Network).coverage, after.once(Network).coverage
    asked, asks = _cells(first), _cells(second)
    had, has = asked & first.counts.keys(), asks & second.counts.keys()
    yield from _of_cells("cell-filled", has - had, second)
    yield from _of_cells("cell-emptied", (had - has) & asks, first)
    yield from (Cause("cell-added", _stated(cell), _stated(cell)) for cell in _sorted(asks - asked - has))
    yield from (Cause("cell-removed", _stated(cell), _stated(cell)) for cell in _sorted(asked - asks))


def _of_cells(what: str, cells: Collection[Values], matrix: Coverage) -> Iterator[Cause]:
    for cell in _sorted(cells):
        counted = [one for one in matrix.cell(*cell) if one.status in matrix.counted]
        yield Cause(what, _stated(cell), tuple(sorted({id for one in counted for id in one.records})))


def _cells(matrix: Coverage) -> set[Values]:
    """Return the cells that a matrix asks about: those in which nothing is not stated."""
    return {cell for cell in product(*matrix.axes) if None not in cell}


def _stated(cell: Values) -> tuple[str, ...]:
    return tuple(filter(None, cell))


def _sorted(cells: Iterable[Values]) -> list[Values]:
    return sorted(cells, key=_stated)
