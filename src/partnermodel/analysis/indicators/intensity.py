"""How intensely organisations work together: joint initiatives, times years, times kinds."""

from __future__ import annotations

import attrs

from partnermodel.analysis.pairs import HAPPENED, Joined, counted_words, joined, organisation_name, through
from partnermodel.analysis.spells import Band, lasting, spell, today
from partnermodel.language.amounts import Date, Number
from partnermodel.language.sayings import Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.entities import Centre, Initiative, Programme
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted
from partnermodel.values.collector import collector_paused
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.dates import Day
from partnermodel.values.rows import Rows, rows_of


@attrs.frozen
class Intensity:
    """How intensely two organisations work together, with all that the figure is made of.

    Attributes:
        first: The id of the one organisation.
        second: The id of the other, which is the greater of the two.
        initiatives: The ids of the initiatives in which both take part.
        programmes: The ids of the programmes.
        centres: The ids of the centres.
        direct: The ids of the relations between the two.
        kinds: The kinds of the initiatives, programmes and centres, each with its type
            (`initiative: visit`), each once. What has no kind adds none.
        years: From the first day of anything that counts, direct relations too, to the last.
        score: `joint` times `years` times `diversity`.
        uncounted: The ids of what joins the two as well, but is in a status that does not count.
    """

    first: str
    second: str
    initiatives: tuple[str, ...]
    programmes: tuple[str, ...]
    centres: tuple[str, ...]
    direct: tuple[str, ...]
    kinds: tuple[str, ...]
    years: Band
    score: Band
    uncounted: tuple[str, ...]

    @property
    def joint(self) -> int:
        """How many initiatives, programmes and centres the two have in common."""
        return len(self.initiatives) + len(self.programmes) + len(self.centres)

    @property
    def diversity(self) -> int:
        """How many kinds of them there are; 1 if none of several has a kind, 0 if there are none."""
        return len(self.kinds) or min(self.joint, 1)

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of what counts."""
        return (*self.initiatives, *self.programmes, *self.centres, *self.direct)


@attrs.frozen
class Intensities(Sheeted, Listing[Intensity]):
    """What `intensity` returns: the pairs of organisations, in the order of their ids."""

    items: tuple[Intensity, ...]
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def rows(self) -> Rows:
        """Return a row for each pair, for machines: what counts, and the least and the most of the score."""
        columns = fields_of(
            Intensity,
            instead={
                "kinds": [
                    column_of("kinds", "texts"),
                    column_of("joint", "integer"),
                    column_of("diversity", "integer"),
                ],
                **{
                    name: [column_of(f"{name}_{end}", "number", f"{name}.{end}") for end in ("least", "most")]
                    for name in ("years", "score")
                },
            },
        )
        return rows_of(self.items, *columns)


@door
def intensity(model: PartnerModel, *, counts: Codes = HAPPENED, as_of: Day | None = None) -> Intensities:
    """Return how intensely each pair of organisations works together.

    The score is the number of joint initiatives, programmes and centres, times the years from the
    first day of anything that joins the two to the last, times the number of kinds of what is joint.
    It has no upper bound and no published norm: it compares pairs of one model, and its parts stand
    beside it. Two that are only joined directly have nothing joint, and a score of nought.

    Dates that are partly known leave a band. What has no date at all leaves the years unknown, and
    with them the score; it is never taken for nought years.

    Args:
        model: The model.
        counts: The statuses, with the narrower ones, in which a tie counts; None for any.
        as_of: The day up to which years are counted, the last of a month or a year; today if left out.

    Returns:
        The pairs that something joins which counts.

    Raises:
        InvalidRecordError: `as_of` is not a date.
        UnknownTermError: `counts` holds what looks like a misspelt status.

    Example:
        >>> from partnermodel import Initiative, Organisation, PartnerModel, Period, Relation, intensity
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"),
        ...     Initiative("fair", "Fair", kind="event", status="active", period=Period("2020-01-01", "..")),
        ...     Relation("a", "participates-in", "fair"), Relation("b", "participates-in", "fair"),
        ... ])
        >>> (pair,) = intensity(model, as_of="2023")
        >>> pair.joint, pair.diversity, str(pair.years), str(pair.score)
        (1, 1, '4.0', '4.0')
    """
    until = today(as_of)
    with collector_paused(kept=True):
        day = until.toordinal()
        items = tuple([_of(model, one, rest=through(rest), until=day) for one, rest in joined(model, counts)])
        rows = tuple([_row(model, one) for one in items])
    columns = ("organisation", "partner", "joint", "years", "kinds", "intensity", "direct", "through")
    notes = (
        saying("intensity-note"),
        counted_words(model, counts),
        saying("years-until", date=Date(until.isoformat())),
    )
    return Intensities(items, Sheet(saying("intensity-of", name=model.name), columns, rows, notes))


def _row(model: PartnerModel, one: Intensity) -> tuple[Untold, ...]:
    return (
        organisation_name(model, one.first),
        organisation_name(model, one.second),
        Number(one.joint),
        one.years.untold,
        Number(one.diversity),
        one.score.untold,
        Number(len(one.direct)),
        several(one.records, ", "),
    )


def _of(model: PartnerModel, one: Joined, *, rest: tuple[str, ...], until: int) -> Intensity:
    shared = sorted({tie.via for tie in one.ties if tie.via is not None})
    entities = [model.entity(id) for id in shared]
    kinds = {f"{entity.scheme}: {entity.kind}" for entity in entities if entity.kind is not None}
    ids = through(one.ties)
    lasted = lasting(spell(model, tie, until) for tie in one.ties)
    return Intensity(
        *one.pair,
        initiatives=tuple(entity.id for entity in entities if isinstance(entity, Initiative)),
        programmes=tuple(entity.id for entity in entities if isinstance(entity, Programme)),
        centres=tuple(entity.id for entity in entities if isinstance(entity, Centre)),
        direct=tuple(id for id in ids if id not in shared),
        kinds=tuple(sorted(kinds)),
        years=lasted,
        score=lasted.times(len(shared) * (len(kinds) or min(len(shared), 1))),
        uncounted=tuple(id for id in rest if id not in ids),
    )
