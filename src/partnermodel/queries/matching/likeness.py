"""Names that are alike, found without comparing each with each: blocks of numbers and of rare letter triples.

Of each name the rarest of its letter triples are kept in an index, and two names are compared when they
have one of these in common, and the same numbers. This is the prefix filter of joins by similarity
(Chaudhuri, Ganti, Kaushik 2006; Bayardo, Ma, Srikant 2007). The likeness of the candidates is computed by
rapidfuzz, of the extra `match`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import Any

from partnermodel.errors import MissingExtraError
from partnermodel.queries.matching.names import Spelling
from partnermodel.wording import worded

LEAST_LIKENESS = 0.85
"""The least likeness that is looked for; below it, few pairs are one and many are not found."""

_SIZE = 3
_SHARE = 0.35
_FEWEST = 3
"""How many triples of a name are kept: this share of them, and three at the least."""

Progress = Callable[[float], None]


def library() -> Any:
    """Return rapidfuzz.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import rapidfuzz
    except ImportError:
        raise MissingExtraError(
            worded(
                'Names that are alike are found with rapidfuzz; the extra "{extra}" brings it: '
                "pip install 'partnermodel[{extra}]'. With alike=False only the same identifiers and the "
                "same names are looked for, which needs no package.",
                extra="match",
            )
        ) from None
    return rapidfuzz


def alike(
    spellings: Sequence[Spelling], progress: Progress | None = None
) -> Iterator[tuple[Spelling, Spelling, float]]:
    """Yield pairs of different names that are alike and have the same numbers, with their likeness.

    The likeness is 1 less the letters that must be taken out or put in to make one name of the other,
    divided by the letters of both, in Latin letters and without numbers: the greater of two, of the words
    in their order and of the words sorted. It is 0 to 1, and here `LEAST_LIKENESS` or more.

    Args:
        spellings: Different names.
        progress: Is told what share of them is compared.

    Raises:
        MissingExtraError: rapidfuzz is not installed.
    """
    matcher = library()
    extract, ratio = matcher.process.extract, matcher.fuzz.ratio
    ordered = sorted(spellings)
    triples = [_triples(one.latin) for one in ordered]
    counts = Counter(triple for some in triples for triple in some)
    plain = [one.latin for one in ordered]
    forms = [" ".join(sorted(text.split())) for text in plain], plain
    index: dict[tuple[tuple[str, ...], str], list[int]] = {}
    for place, one in enumerate(ordered):
        if progress is not None and place % 256 == 0:
            progress(place / len(ordered))
        some = sorted(triples[place], key=lambda triple: (counts[triple], triple))
        met: set[int] = set()
        for triple in some[: max(_FEWEST, ceil(len(some) * _SHARE))]:
            block = index.setdefault((one.numbers, triple), [])
            met.update(block)
            block.append(place)
        candidates = sorted(met)
        found: dict[int, float] = {}
        for texts in forms:
            choices = [texts[other] for other in candidates]
            for _, likeness, at in extract(
                texts[place],
                choices,
                scorer=ratio,
                processor=None,
                score_cutoff=100 * LEAST_LIKENESS,
                limit=None,
            ):
                found[candidates[at]] = max(likeness / 100, found.get(candidates[at], 0.0))
        for other in sorted(found):
            yield ordered[other], one, found[other]


def _triples(text: str) -> set[str]:
    """Return the runs of three letters in the words of a text, with where a word begins and ends."""
    framed = [f"^{word}$" for word in text.split()]
    return {word[at : at + _SIZE] for word in framed for at in range(max(len(word) - _SIZE + 1, 1))}
