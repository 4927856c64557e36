"""How far the ties of a network have come, and which partnerships are only talk."""

from __future__ import annotations

from collections import Counter

import attrs

from partnermodel.analysis.pairs import Pair, all_joined
from partnermodel.language.amounts import Number, Share
from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing, Sheeted, label


@attrs.frozen
class StatusShare:
    """The ties in one status.

    Attributes:
        status: The status: what the records of a tie say together.
        ties: How many ties are in it.
        share: The part of all ties, from 0 to 1.
        only: The pairs of organisations all of whose ties are in it.
    """

    status: str
    ties: int
    share: float
    only: tuple[Pair, ...]


@attrs.frozen
class StatusMix(Sheeted, Listing[StatusShare]):
    """What `status_mix` returns: the statuses that occur, in the order of the vocabulary.

    Attributes:
        items: The statuses.
        ties: How many ties there are.
        pairs: How many pairs of organisations are joined.
        only_discussed: The pairs all of whose ties are discussed.
        share_discussed: Their part of all pairs, from 0 to 1; None when no two are joined.
    """

    items: tuple[StatusShare, ...]
    ties: int
    pairs: int
    only_discussed: tuple[Pair, ...]
    share_discussed: float | None
    _sheet: Sheet = attrs.field(repr=False, alias="sheet")


@door
def status_mix(model: PartnerModel) -> StatusMix:
    """Return how far the ties between organisations have come.

    A tie is what `partners` lists: a relation between two organisations, or something in which both
    take part, each in one role. Its status is what its records say together: a chain is as good as
    its worst link.

    Args:
        model: The model.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, status_mix
        >>> talks = Relation("a", "cooperates-with", "b", status="discussed")
        >>> model = PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B"), talks])
        >>> status_mix(model).share_discussed
        1.0
    """
    pairs = model.once(all_joined)
    found = Counter(tie.status for one in pairs for tie in one.ties)
    total = found.total()
    only: dict[str, list[Pair]] = {}
    for one in pairs:
        statuses = {tie.status for tie in one.ties}
        if len(statuses) == 1:
            only.setdefault(statuses.pop(), []).append(one.pair)
    order = {code: place for place, code in enumerate(model.vocabulary.codes("status"))}
    items = tuple(
        StatusShare(status, found[status], found[status] / total, tuple(only.get(status, ())))
        for status in sorted(found, key=lambda status: (order.get(status, len(order)), status))
    )
    discussed = model.codes("status", "discussed")
    talk = tuple(one.pair for one in pairs if all(tie.status in discussed for tie in one.ties))
    share = len(talk) / len(pairs) if pairs else None
    rows = tuple(
        (label(model, "status", one.status), Number(one.ties), Share(one.share), Number(len(one.only)))
        for one in items
    )
    columns = ("status", "ties", "share", "pairs-with-no-other")
    notes = (saying("status-note", pairs=len(pairs), talk=len(talk)),)
    sheet = Sheet(saying("status-of-ties", name=model.name), columns, rows, notes)
    return StatusMix(items, total, len(pairs), talk, share, sheet)
