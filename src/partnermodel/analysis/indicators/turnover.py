"""Which partnerships are renewed, lost and new from one time to another."""

from __future__ import annotations

from typing import Literal

import attrs

from partnermodel.analysis.pairs import HAPPENED, adjacency, counted_words, organisation_name
from partnermodel.language.sayings import Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.queries.answers import Listing, Sheeted

What = Literal["renewed", "lost", "new"]


@attrs.frozen
class Turn:
    """What has become of a partnership.

    Attributes:
        what: `renewed`, `lost` or `new`.
        first: The id of the one organisation.
        second: The id of the other, which is the greater of the two.
        before: The ids of what joined them before.
        after: The ids of what joins them after.
        gone: The ids of those of the two that are not in the second model at all.
        come: The ids of those that were not in the first.
    """

    what: What
    first: str
    second: str
    before: tuple[str, ...]
    after: tuple[str, ...]
    gone: tuple[str, ...]
    come: tuple[str, ...]


@attrs.frozen
class Turnover(Sheeted, Listing[Turn]):
    """What `turnover` returns: the partnerships that were or are there, in the order of their ids.

    Attributes:
        items: The partnerships.
        share_renewed: The part of the partnerships before that are there after; None when there were none.
        share_lost: The part of them that are not.
        share_new: The part of the partnerships after that were not there before; None when there are none.
        stability: Jaccard's index: the renewed ones, of all that were there at either time; None when
            there were none.
    """

    items: tuple[Turn, ...]
    share_renewed: float | None
    share_lost: float | None
    share_new: float | None
    stability: float | None
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")

    def of(self, what: What) -> tuple[Turn, ...]:
        """Return the partnerships that are renewed, lost or new."""
        return tuple(one for one in self.items if one.what == what)

    @property
    def renewed(self) -> tuple[Turn, ...]:
        """Those that were there, and are."""
        return self.of("renewed")

    @property
    def lost(self) -> tuple[Turn, ...]:
        """Those that were there, and are not."""
        return self.of("lost")

    @property
    def new(self) -> tuple[Turn, ...]:
        """Those that were not there, and are."""
        return self.of("new")


@door
def turnover(before: PartnerModel, after: PartnerModel, *, counts: Codes = HAPPENED) -> Turnover:
    """Return which partnerships are renewed, lost and new, between two models or two days of one.

    A partnership is a pair of organisations that something joins. It is renewed when something joins
    the two at both times, be it the same thing or another.

    For two days, filter one model: `turnover(model.at("2022"), model.at("2024"))`. What has no date may
    hold on any day, and so counts as renewed; with `at(day, certain=True)` it counts at no time.

    Args:
        before: The first model.
        after: The second. Organisations are the same if their ids are.
        counts: The statuses, with the narrower ones, in which a tie counts; None for any.

    Raises:
        UnknownTermError: `counts` holds what looks like a misspelt status.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Period, Relation, turnover
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Organisation("c", "C"),
        ...     Relation("a", "funds", "b", status="completed", period=Period("2020", "2022")),
        ...     Relation("a", "funds", "c", status="active", period=Period("2020", "..")),
        ... ])
        >>> turnover(model.at("2021"), model.at("2024")).share_renewed
        0.5
    """
    there = [
        {
            (first, second): records
            for first, partners in adjacency(model, counts).items()
            for second, records in partners.items()
            if first < second
        }
        for model in (before, after)
    ]
    items = []
    for pair in sorted({*there[0], *there[1]}):
        was, now = (one.get(pair, ()) for one in there)
        what: What = "renewed" if was and now else "lost" if was else "new"
        gone = tuple(id for id in pair if id not in after.organisations)
        come = tuple(id for id in pair if id not in before.organisations)
        items.append(Turn(what, *pair, was, now, gone, come))
    renewed = sum(one.what == "renewed" for one in items)
    old, now_there = len(there[0]), len(there[1])
    rows: tuple[tuple[Untold, ...], ...] = tuple(
        (
            *(
                organisation_name(after if id in after.organisations else before, id)
                for id in (one.first, one.second)
            ),
            saying(f"turn-{one.what}"),
            several(one.before, ", "),
            several(one.after, ", "),
        )
        for one in items
    )
    notes = (
        saying("turnover-note", before=old, renewed=renewed, lost=old - renewed, new=now_there - renewed),
        counted_words(after, counts),
    )
    columns = ("organisation", "partner", "what", "through-before", "through-after")
    return Turnover(
        tuple(items),
        _share(renewed, old),
        _share(old - renewed, old),
        _share(now_there - renewed, now_there),
        _share(renewed, len(items)),
        Sheet(saying("turnover"), columns, rows, notes),
    )


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None
