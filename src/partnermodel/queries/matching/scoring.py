"""How much speaks for two records being one, as a number, and the verdict in a word."""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum

from partnermodel.queries.matching import reasons
from partnermodel.queries.matching.reasons import MatchReason

ONE = "one"
ALIASES = "one with aliases"
LIKELY = "likely one"
POSSIBLE = "possibly one"
BRANCHES = "branches"
TWO = "two"
VERDICTS = {
    ONE: "one",
    ALIASES: "aliases",
    LIKELY: "likely",
    POSSIBLE: "possible",
    BRANCHES: "branches",
    TWO: "two",
}
"""Each verdict, with what follows `verdict-` in the key of its words."""

BY_IDENTIFIER_AND_NAME = 1.0
BY_IDENTIFIER = 0.95
BY_NAME = {reasons.SAME_NAME: 0.9, reasons.TRANSLITERATED: 0.87, reasons.ALIKE: 0.85}
"""What a name gives; of names that are alike it is multiplied by their likeness."""

SUPPORT = 0.02
"""What the same place gives besides, and the same host."""

AGAINST = {
    reasons.DIFFERENT_IDENTIFIERS: 0.2,
    reasons.DIFFERENT_NUMBERS: 0.15,
    reasons.DIFFERENT_PLACES: 0.25,
    reasons.DIFFERENT_HOSTS: 0.25,
    reasons.DIFFERENT_FOUNDERS: 0.25,
    reasons.RELATED: 0.2,
}
"""What speaks against it takes away; from a shared identifier, no more than `MOST_AGAINST` together."""

MOST_AGAINST = 0.2
APART = 0.1
"""What is left of the same name under different identifiers, and of branches of one body."""

LIKELY_FROM = 0.85


def judged(given: Sequence[MatchReason], against: Sequence[MatchReason]) -> tuple[float, str]:
    """Return the score of two records, and the verdict.

    Args:
        given: What speaks for them being one: an identifier or a name at the least.
        against: What speaks against it.

    Returns:
        A score of 0 to 1, to three decimals, and one of `VERDICTS`.
    """
    codes = [reason.code for reason in given]
    opposed = [reason.code for reason in against]
    named = [reason for reason in given if reason.code in BY_NAME]
    less = fsum(AGAINST.get(code, 0.0) for code in dict.fromkeys(opposed))
    if reasons.SAME_IDENTIFIER in codes:
        if reasons.BRANCHES in opposed:
            return APART, BRANCHES
        same = any(reason.code != reasons.ALIKE for reason in named)
        score = BY_IDENTIFIER_AND_NAME if same else BY_IDENTIFIER
        return round(score - min(less, MOST_AGAINST), 3), ONE if same else ALIASES
    if reasons.DIFFERENT_IDENTIFIERS in opposed:
        return APART, TWO
    (name,) = named
    base = BY_NAME[name.code] * (1.0 if name.likeness is None else name.likeness)
    more = SUPPORT * sum(code in (reasons.SAME_PLACE, reasons.SAME_HOST) for code in codes)
    score = max(round(fsum((base, more, -less)), 3), 0.0)
    return score, LIKELY if score >= LIKELY_FROM else POSSIBLE
