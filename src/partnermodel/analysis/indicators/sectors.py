"""Which sectors the organisations come from, and whether ties cross from one to another."""

from __future__ import annotations

import attrs

from partnermodel.analysis.pairs import adjacency, counted_words
from partnermodel.graph.projections import sectors
from partnermodel.language.amounts import Number, Share
from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted, label


@attrs.frozen
class Sector:
    """The organisations of one sector, and the pairs of partners at them.

    Attributes:
        sector: The widest kind, or None for the organisations whose kind is not stated.
        organisations: Their ids.
        within: How many pairs of partners are both in it; None where the kind is not stated, since
            nobody knows whether two such organisations are of one sector.
        between: How many pairs have one end in it and the other in another stated sector; None likewise.
        unknown: How many pairs have one end in it, and an end of which no kind is stated.
    """

    sector: str | None
    organisations: tuple[str, ...]
    within: int | None
    between: int | None
    unknown: int


@attrs.frozen
class SectorMix(Sheeted, Listing[Sector]):
    """What `sector_mix` returns: the sectors, in the order of their codes; what is not stated comes last.

    Attributes:
        items: The sectors.
        blau: Blau's index of the organisations whose kind is stated: 1 − Σ p². It is 0 when all are of
            one sector, and less than 1; None when no kind is stated.
        blau_normalised: The same divided by the most that it can be with so many sectors, so that it is 1
            when all are equally large; None for fewer than two sectors.
        within: How many pairs of partners are of one sector.
        between: How many are of two.
        unknown: How many have an end of which no kind is stated.
    """

    items: tuple[Sector, ...]
    blau: float | None
    blau_normalised: float | None
    within: int
    between: int
    unknown: int
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")


@door
def sector_mix(model: PartnerModel, *, counts: Codes = None) -> SectorMix:
    """Return how the organisations and their ties are spread over sectors.

    The sector of an organisation is the widest kind that its kind belongs to in the vocabulary: a
    vocational college is an educational institution. A set of organisations counts as one, as it is
    one record. The index of diversity is Blau's (1977), which is the index of Gibbs and Martin and the
    complement of Simpson's: the chance that two organisations, drawn with replacement, differ in sector.

    Args:
        model: The model.
        counts: The statuses, with the narrower ones, in which a tie counts; None for any.

    Raises:
        UnknownTermError: `counts` holds what looks like a misspelt status.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, sector_mix
        >>> model = PartnerModel("Town", [
        ...     Organisation("college", "College", kind="vocational-college"),
        ...     Organisation("works", "Works", kind="employer"),
        ...     Relation("works", "hires-graduates-of", "college"),
        ... ])
        >>> mix = sector_mix(model)
        >>> [one.sector for one in mix], mix.blau, mix.between
        (['educational-institution', 'employer'], 0.5, 1)
    """
    known = sectors(model)
    sector_of = {id: known.get(id) for id in model.organisations}
    members: dict[str | None, list[str]] = {}
    for id, sector in sector_of.items():
        members.setdefault(sector, []).append(id)
    inside = dict.fromkeys(members, 0)
    across = dict.fromkeys(members, 0)
    unsaid = dict.fromkeys(members, 0)
    total = {"within": 0, "between": 0, "unknown": 0}
    for first, partners in adjacency(model, counts).items():
        for second in partners:
            if first < second:
                ends = {sector_of[first], sector_of[second]}
                tally, what = (inside, "within") if len(ends) == 1 else (across, "between")
                if None in ends:
                    tally, what = unsaid, "unknown"
                total[what] += 1
                for sector in ends:
                    tally[sector] += 1
    order = sorted(members, key=lambda sector: (sector is None, sector or ""))
    items = tuple(
        Sector(
            sector,
            tuple(members[sector]),
            None if sector is None else inside[sector],
            None if sector is None else across[sector],
            unsaid[sector],
        )
        for sector in order
    )
    sizes = [len(one.organisations) for one in items if one.sector is not None]
    blau = 1 - sum(size * size for size in sizes) / sum(sizes) ** 2 if sizes else None
    most = 1 - 1 / len(sizes) if len(sizes) > 1 else None
    normalised = None if blau is None or most is None else min(blau / most, 1.0)
    return SectorMix(items, blau, normalised, **total, sheet=_sheet(model, items, blau, total, counts))


def _sheet(
    model: PartnerModel, items: tuple[Sector, ...], blau: float | None, total: dict[str, int], counts: Codes
) -> Sheet:
    everybody = sum(len(one.organisations) for one in items)
    rows = tuple(
        (
            saying("unstated-kind") if one.sector is None else label(model, "organisation", one.sector),
            Number(len(one.organisations)),
            Share(len(one.organisations) / everybody),
            Number(one.within, otherwise="unknown"),
            Number(one.between, otherwise="unknown"),
            Number(one.unknown),
        )
        for one in items
    )
    columns = (
        "sector",
        "organisations",
        "share",
        "pairs-within",
        "pairs-between",
        "pairs-unknown",
    )
    notes = (
        saying("sectors-pairs", within=total["within"], between=total["between"]),
        saying("sectors-unknown", number=total["unknown"]),
        saying("sectors-no-index") if blau is None else saying("sectors-index", index=Number(blau, 2)),
        counted_words(model, counts),
    )
    return Sheet(saying("sectors-of", name=model.name), columns, rows, notes)
