"""In which order losses would hurt most: greedily, one organisation after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from partnermodel.analysis.pairs import adjacency, counted_words, organisation_name
from partnermodel.analysis.resilience.holdings import CELL, Cell, Holdings, cell_words
from partnermodel.analysis.separation import separations
from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted
from partnermodel.values.text import shown
from partnermodel.wording import worded

Progress = Callable[[float], None]
"""Is called now and then with the share of the work that is done, from 0 to 1."""


@attrs.frozen
class LossStep:
    """One organisation that leaves, after those before it.

    Attributes:
        organisation: Its id.
        cells: The cells of coverage that are empty with its leaving.
        providers: The ids of what filled them.
        pairs: How many pairs of those that stay can no longer reach each other.
        left: How many cells are still filled.
    """

    organisation: str
    cells: tuple[Cell, ...]
    providers: tuple[str, ...]
    pairs: int
    left: int


@attrs.frozen
class LossOrder(Sheeted, Listing[LossStep]):
    """What `losses_in_order` returns: the organisations, in the order in which they leave.

    Attributes:
        items: The steps.
        by: The dimensions of a cell.
        filled: How many cells are filled before anybody leaves.
    """

    items: tuple[LossStep, ...]
    by: tuple[str, ...]
    filled: int
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")


@door
def losses_in_order(
    model: PartnerModel,
    *,
    steps: int | None = 10,
    by: Iterable[str] = CELL,
    counts: Codes = "active",
    progress: Progress | None = None,
) -> LossOrder:
    """Return in which order the loss of organisations would hurt most, by a greedy search.

    At each step that organisation leaves whose loss empties the most cells of coverage; of several, the
    one whose loss splits the most pairs of those that stay; of several, the first by id. What leaves
    with it is said at `loss_of`. It ends when no loss would empty a cell or split a pair.

    A greedy search takes the worst loss next, and not the worst set of losses: another set of as many
    organisations can do more harm together, as when two give the same, and neither is missed alone.

    Args:
        model: The model. To see a day, filter it first.
        steps: How many organisations leave at the most; None for as many as hurt.
        by: The dimensions of a cell: one to three of `group`, `place`, `kind`.
        counts: The statuses, with the narrower ones, in which ties and provisions count; None for any.
        progress: Is called after each step with the share of the steps that is done.

    Raises:
        UnknownTermError: `by` holds what is no dimension, or `counts` a misspelt status.
        ValueError: `steps` is not a whole number from 0 up.

    Example:
        >>> from partnermodel import Group, Organisation, PartnerModel, Programme, Relation, losses_in_order
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College"), Organisation("school", "School"),
        ...     Group("deaf", "Deaf learners"), Programme("signs", "Sign language", status="active"),
        ...     Relation("school", "offers", "signs"), Relation("signs", "serves", "deaf"),
        ... ])
        >>> [(step.organisation, step.cells) for step in losses_in_order(model, by=["group"])]
        [('school', (('deaf',),))]
    """
    if steps is not None and (not isinstance(steps, int) or isinstance(steps, bool) or steps < 0):
        raise ValueError(
            worded("steps is a whole number from 0 up, or None, not {steps}", steps=shown(steps))
        )
    held = Holdings(model, by, counts)
    around = adjacency(model, counts)
    most = len(around) if steps is None else min(steps, len(around))
    filled = len(held.counts)
    interested = _interested(held)
    # Beyond so many givings in a cell nobody can empty it alone.
    bounds = {cell: max(own.values()) for cell, own in interested.items()}
    gains = {id: len(held.emptied(id)) for id in held.providers}
    items: list[LossStep] = []
    while len(items) < most:
        worst = max((gain for id, gain in gains.items() if id not in held.gone), default=0)
        cut = separations(around, gone=held.gone)
        candidates = (
            [id for id, gain in gains.items() if gain == worst and id not in held.gone]
            if worst
            else cut.below
        )
        if not candidates:
            break
        chosen = min(candidates, key=lambda one: (-cut.pairs(one), one))
        pairs = cut.pairs(chosen)
        cells = held.emptied(chosen)
        providers = _providers(held, chosen, cells)
        changes = held.leave(chosen)
        items.append(LossStep(chosen, tuple(cells), providers, pairs, len(held.counts)))
        touched = {
            id
            for cell, change in changes.items()
            if min(left := held.counts.get(cell, 0), left - change) <= bounds.get(cell, 0)
            for id in interested.get(cell, ())
        }
        for provider in held.providers.get(chosen, ()):
            giving = held.giving[provider]
            touched.update(giving.by_giver, giving.roots or ())
        for id in touched - held.gone:
            gains[id] = len(held.emptied(id))
        if progress is not None:
            progress(len(items) / most)
    rows = tuple(
        (
            organisation_name(model, one.organisation),
            Number(len(one.cells)),
            several((_words(model, held, cell) for cell in one.cells), otherwise="nothing"),
            Number(one.pairs),
            Number(one.left),
        )
        for one in items
    )
    notes = (
        saying("losses-greedy"),
        saying("losses-filled", number=filled),
        counted_words(model, counts),
    )
    columns = ("organisation", "cells-emptied", "what", "pairs-split", "cells-left")
    sheet = Sheet(saying("losses-in-order", name=model.name), columns, rows, notes)
    return LossOrder(tuple(items), held.by, filled, sheet)


def _interested(held: Holdings) -> dict[Cell, dict[str, int]]:
    """Return for each cell who can empty it by leaving, with how many givings each can end."""
    found: dict[Cell, dict[str, int]] = {}
    for id, providers in held.providers.items():
        for provider in providers:
            giving = held.giving[provider]
            for cell in giving.alone.union(giving.by_giver.get(id, ())):
                own = found.setdefault(cell, {})
                own[id] = own.get(id, 0) + 1
    return found


def _providers(held: Holdings, id: str, cells: Iterable[Cell]) -> tuple[str, ...]:
    """Return what fills some cells and hangs on an organisation, when it is about to leave."""
    emptied = set(cells)
    found = set()
    for provider in held.providers.get(id, ()):
        giving = held.giving[provider]
        live = any(giver not in held.gone for giver in giving.by_giver)
        filling = giving.by_giver.get(id, set()) if live else giving.alone
        if emptied & filling:
            found.add(provider)
    return tuple(sorted(found))


def _words(model: PartnerModel, held: Holdings, cell: Cell) -> Untold:
    # A cell may be filled only since somebody left, as of a programme whose place nobody states any more.
    filling = [one.provision for one in held.cells[cell]] if cell in held.cells else held.giving
    kind = cell[held.by.index("kind")] if "kind" in held.by else None
    scheme = next((one.scheme for one in map(model.entity, filling) if one.kind == kind), "")
    return several(cell_words(model, held.by, cell, scheme), ", ")
