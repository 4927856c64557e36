"""What would be lost were an organisation to leave, and what hangs on one organisation alone."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from partnermodel.analysis.pairs import adjacency, counted_words, organisation_name
from partnermodel.analysis.resilience.holdings import CELL, Cell, Holdings, cell_words, falling, in_order
from partnermodel.analysis.separation import separations
from partnermodel.language.sayings import Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.entities import Organisation
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted, named, typed
from partnermodel.queries.cell_rows import of_cell
from partnermodel.queries.provisions import Provision
from partnermodel.values.columns import Column, Value, column_of
from partnermodel.values.rows import Rows, rows_of, typed_rows


@attrs.frozen
class LostCell:
    """A cell of coverage that would be empty without one organisation.

    Attributes:
        cell: The values of the cell, in the order of the dimensions; None for what is not stated.
        organisation: The id of the organisation that it hangs on.
        provisions: The provisions that fill it now.
    """

    cell: Cell
    organisation: str
    provisions: tuple[Provision, ...]

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records that fill the cell now; sorted, each once."""
        return tuple(sorted({id for one in self.provisions for id in one.records}))


@attrs.frozen
class LostPartner:
    """A partner that would lose an organisation.

    Attributes:
        organisation: The id of the partner.
        through: The ids of what joins the two.
        alone: Whether the partner would have no other partner left.
    """

    organisation: str
    through: tuple[str, ...]
    alone: bool


@attrs.frozen
class Loss(Sheeted):
    """What `loss_of` returns: what would be lost were an organisation to leave.

    Attributes:
        organisation: The organisation.
        by: The dimensions of a cell.
        falls: The ids of the centres, programmes and initiatives that would go with it.
        cells: The cells of coverage that would be empty.
        partners: The partners that would lose it.
        parts: The parts that those around it would fall into, the largest first; one if they hold together.
        pairs: How many pairs of others could no longer reach each other.
    """

    organisation: Organisation
    by: tuple[str, ...]
    falls: tuple[str, ...]
    cells: tuple[LostCell, ...]
    partners: tuple[LostPartner, ...]
    parts: tuple[tuple[str, ...], ...]
    pairs: int
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    @property
    def groups(self) -> tuple[str, ...]:
        """The ids of the groups that would lose something, sorted; none if cells are not by group."""
        if "group" not in self.by:
            return ()
        place = self.by.index("group")
        return tuple(sorted({group for one in self.cells if (group := one.cell[place]) is not None}))

    def rows(self) -> Rows:
        """Return a row for each thing that would be lost, for machines.

        What it is says `loss`: `falls` (what would go with the organisation), `coverage` (a cell: its
        dimensions, and as `ids` what fills it), `partner` (whether it is left `alone`), or `cut-off`.
        """
        columns = [
            Column("loss", "text"),
            *(Column(dimension, "text") for dimension in self.by),
            Column("ids", "ids"),
            Column("alone", "truth"),
            Column("through", "ids"),
        ]
        nowhere: tuple[Value, ...] = (None,) * len(self.by)
        found: list[tuple[Value, ...]] = [("falls", *nowhere, (one,), None, ()) for one in self.falls]
        found += [("coverage", *one.cell, _providers(one), None, one.records) for one in self.cells]
        found += [("partner", *nowhere, (one.organisation,), one.alone, one.through) for one in self.partners]
        found += [("cut-off", *nowhere, part, None, ()) for part in self.parts[1:]]
        return typed_rows(columns, found)


@door
def loss_of(model: PartnerModel, id: str, *, by: Iterable[str] = CELL, counts: Codes = "active") -> Loss:
    """Return what would be lost were an organisation to leave.

    It would leave with its centres, and with every programme and initiative that then nobody gives:
    no organisation and no centre that stays takes part in it, but as a beneficiary or a site. What
    others give as well stays. That is `model.without(id, *falls)`. A cell of coverage is lost when
    something counts in it now and nothing would; a provision counts by what its records say together,
    as in `coverage`. Among partners, what the others have in common is taken to stay.

    Args:
        model: The model. To see a day, filter it first.
        id: The id of the organisation.
        by: The dimensions of a cell: one to three of `group`, `place`, `kind`.
        counts: The statuses, with the narrower ones, in which ties and provisions count; None for any.

    Raises:
        UnknownIdError: No organisation has the id.
        UnknownTermError: `by` holds what is no dimension, or `counts` a misspelt status.

    Example:
        >>> from partnermodel import Group, Organisation, PartnerModel, Programme, Relation, loss_of
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College"), Group("deaf", "Deaf learners"),
        ...     Programme("signs", "Sign language", status="active"),
        ...     Relation("college", "offers", "signs"), Relation("signs", "serves", "deaf"),
        ... ])
        >>> loss = loss_of(model, "college")
        >>> loss.falls, loss.groups
        (('signs',), ('deaf',))
    """
    organisation = model.organisations[id]
    id = organisation.id
    held = Holdings(model, by, counts)
    around = adjacency(model, counts)
    cut = separations(around)
    cells = tuple(LostCell(cell, id, tuple(held.cells[cell])) for cell in held.emptied(id))
    partners = tuple(
        LostPartner(partner, records, len(around[partner]) == 1) for partner, records in around[id].items()
    )
    falls = falling(model, id)
    parts, pairs = cut.parts(id), cut.pairs(id)
    rows: list[tuple[Untold, ...]] = [
        (saying("loss-falls"), named(model, model.entity(one)), typed(model.entity(one).scheme), one)
        for one in falls
    ]
    rows += [
        (saying("loss-coverage"), *_cell(model, held.by, one), several(_providers(one), ", "))
        for one in cells
    ]
    rows += [
        (
            saying("loss-partner"),
            organisation_name(model, one.organisation),
            saying("loss-alone" if one.alone else "loss-not-alone"),
            several(one.through, ", "),
        )
        for one in partners
    ]
    if pairs:
        rows += [
            (
                saying("loss-cut-off"),
                several((organisation_name(model, one) for one in part), ", "),
                saying("part-of-all", part=len(part), all=sum(map(len, parts))),
                "",
            )
            for part in parts[1:]
        ]
    sheet = Sheet(
        saying("loss-of", name=named(model, organisation)),
        ("loss", "what", "where", "through"),
        tuple(rows),
        (saying("loss-note", number=pairs), counted_words(model, counts)),
    )
    return Loss(organisation, held.by, falls, cells, partners, parts, pairs, sheet)


def _cell(model: PartnerModel, by: tuple[str, ...], one: LostCell) -> tuple[Untold, Untold]:
    """Return what is lost and where, for a table."""
    words = cell_words(model, by, one.cell, model.entity(one.provisions[0].provision).scheme)
    place = by.index("place") if "place" in by else None
    what = several((word for at, word in enumerate(words) if at != place), ": ", "anything")
    return what, saying("anywhere") if place is None else words[place]


def _providers(one: LostCell) -> tuple[str, ...]:
    """Return the ids of what fills a cell now, each once."""
    return tuple(dict.fromkeys(provision.provision for provision in one.provisions))


@attrs.frozen
class SoleProviders(Sheeted, Listing[LostCell]):
    """What `sole_providers` returns: the cells that hang on one organisation, in alphabetical order.

    Attributes:
        items: The cells.
        by: The dimensions of a cell.
        filled: How many cells there are in which something counts.
        share: The part of them that hangs on one organisation; None when there are none.
    """

    items: tuple[LostCell, ...]
    by: tuple[str, ...]
    filled: int
    share: float | None
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def of(self, id: str) -> tuple[LostCell, ...]:
        """Return the cells that hang on an organisation."""
        return tuple(one for one in self.items if one.organisation == id)

    def rows(self) -> Rows:
        """Return a row for each cell, for machines: its dimensions, on whom it hangs, and what fills it."""
        return rows_of(
            self.items,
            *of_cell(self.by),
            column_of("organisation", "text"),
            column_of("provisions", "ids", _providers),
            column_of("records", "ids"),
        )


@door
def sole_providers(
    model: PartnerModel, *, by: Iterable[str] = CELL, counts: Codes = "active"
) -> SoleProviders:
    """Return the cells of coverage that hang on one organisation: without it nothing would count in them.

    What `loss_of` says of one organisation, it says of all. A cell that two organisations fill hangs on
    neither, and so does one of whose provision nobody is said to be the provider.

    Args:
        model: The model. To see a day, filter it first.
        by: The dimensions of a cell: one to three of `group`, `place`, `kind`.
        counts: The statuses, with the narrower ones, in which a provision counts; None for any.

    Raises:
        UnknownTermError: `by` holds what is no dimension, or `counts` a misspelt status.

    Example:
        >>> from partnermodel import Group, Organisation, PartnerModel, Programme, Relation, sole_providers
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College"), Group("deaf", "Deaf learners"),
        ...     Programme("signs", "Sign language", status="active"),
        ...     Relation("college", "offers", "signs"), Relation("signs", "serves", "deaf"),
        ... ])
        >>> [(one.cell, one.organisation) for one in sole_providers(model, by=["group"])]
        [(('deaf',), 'college')]
    """
    held = Holdings(model, by, counts)
    sole = {cell: id for id in held.providers for cell in held.emptied(id)}
    items = tuple(LostCell(cell, sole[cell], tuple(held.cells[cell])) for cell in in_order(sole))
    rows = tuple(
        (
            *cell_words(model, held.by, one.cell, model.entity(one.provisions[0].provision).scheme),
            organisation_name(model, one.organisation),
            several(_providers(one), ", "),
        )
        for one in items
    )
    filled = len(held.counts)
    notes = (
        saying("sole-note", filled=filled, sole=len(items)),
        counted_words(model, counts),
    )
    columns = (*held.by, "organisation", "through")
    sheet = Sheet(saying("sole-of", name=model.name), columns, rows, notes)
    return SoleProviders(items, held.by, filled, len(items) / filled if filled else None, sheet)
