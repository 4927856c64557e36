"""Which pairs of organisations are joined by what counts: the ties of a model, sorted by the two."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

import attrs

from partnermodel.language.sayings import Choice, Name, Saying, saying
from partnermodel.model.joins import Joins
from partnermodel.model.model import Codes, PartnerModel
from partnermodel.model.slips import refuse_slips
from partnermodel.model.ties import Tie, joined_pairs, told_all
from partnermodel.queries.answers import label, named

HAPPENED: Codes = ("active", "completed")
"""The statuses of what goes on or has come to its end: what is only talked about is no joint work."""

Pair = tuple[str, str]
"""The ids of two organisations, the smaller one first."""


@attrs.frozen
class Joined:
    """Two organisations, and every way in which they are joined.

    Attributes:
        pair: The two.
        ties: The ties, seen from the first.
    """

    pair: Pair
    ties: tuple[Tie, ...]


def all_joined(model: PartnerModel) -> tuple[Joined, ...]:
    """Return every pair that is joined, in the order of their ids. Ask for it with `model.once`."""
    joins = model.once(Joins)
    return tuple(
        [
            Joined((id, partner), tuple(told_all(model, links)))
            for id in model.organisations
            for partner, links in sorted(joins.partners(id).items(), key=itemgetter(0))
            if id < partner
        ]
    )


def counted_codes(model: PartnerModel, counts: Codes) -> frozenset[str] | None:
    """Return the statuses that count, the narrower ones with them, or None for any.

    A word that is in no vocabulary is welcome, and may be on no record of a day; a slip is not.

    Raises:
        UnknownTermError: One of them is neither a status of the vocabulary nor of any record, and looks
            like one of the vocabulary.
    """
    if counts is None:
        return None
    refuse_slips(model, ("status",), counts, "status")
    return model.codes("status", counts)


def joined(model: PartnerModel, counts: Codes) -> list[tuple[Joined, tuple[Tie, ...]]]:
    """Return the pairs that something joins that counts, each with the ties that do not count."""
    counted = counted_codes(model, counts)
    found: list[tuple[Joined, tuple[Tie, ...]]] = []
    for one in model.once(all_joined):
        ties = one.ties if counted is None else tuple([tie for tie in one.ties if tie.status in counted])
        if len(ties) == len(one.ties):
            found.append((one, ()))
        elif ties:
            rest = tuple([tie for tie in one.ties if tie not in ties])
            found.append((Joined(one.pair, ties), rest))
    return found


def through(ties: Iterable[Tie]) -> tuple[str, ...]:
    """Return the ids of what joins two organisations, shared records or relations; sorted, each once."""
    return tuple(sorted({tie.via or tie.relations[0] for tie in ties}))


Adjacency = dict[str, dict[str, tuple[str, ...]]]
"""For each organisation its partners, each with the ids of what joins the two."""


def adjacency(model: PartnerModel, counts: Codes) -> Adjacency:
    """Return who works with whom by what counts; organisations and partners in the order of their ids."""
    counted = counted_codes(model, counts)
    found: dict[Pair, set[str]] = {}
    for first, second, (record, _, status) in joined_pairs(model):
        if counted is None or status in counted:
            found.setdefault((first, second), set()).add(record)
    around: Adjacency = {id: {} for id in model.organisations}
    for (first, second), records in sorted(found.items()):
        around[first][second] = around[second][first] = tuple(sorted(records))
    return {id: dict(sorted(partners.items())) for id, partners in around.items()}


def organisation_name(model: PartnerModel, id: str) -> Name:
    """Return what people call an organisation."""
    return named(model, model.organisations[id])


def counted_words(model: PartnerModel, counts: Codes) -> Saying:
    """Return what counts, as a sentence for the foot of a table."""
    codes = counted_codes(model, counts)
    if codes is None:
        return saying("all-counted")
    return saying("counted", statuses=Choice(tuple(label(model, "status", code) for code in sorted(codes))))
