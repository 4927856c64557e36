"""Pairs as rows of plain texts and numbers, for other programs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from partnermodel.queries.matching.duplicates import CandidatePair


@attrs.frozen
class PairRow:
    """A candidate pair as a row; the fields are those of `CandidatePair`, the reasons in English."""

    one: str
    other: str
    one_name: str
    other_name: str
    type: str
    score: float
    verdict: str
    reasons: str
    against: str


def flat(pairs: Iterable[CandidatePair]) -> Iterator[PairRow]:
    """Yield pairs as rows.

    Args:
        pairs: The pairs.
    """
    for pair in pairs:
        yield PairRow(
            pair.one,
            pair.other,
            pair.one_name,
            pair.other_name,
            pair.type,
            pair.score,
            pair.verdict,
            "; ".join(reason.words for reason in pair.reasons),
            "; ".join(reason.words for reason in pair.against),
        )
