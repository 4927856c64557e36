"""Names that are alike, found without comparing each with each: blocks of numbers and of rare letter triples.

In a register of schools every name has the word "school" in it, and would be like every other. So words that
very many names have are set aside, and what is left, the core of a name, must be alike, too. Of each core the
rarest of its letter triples are kept in an index, and two names are compared when they have one of these in
common, and the same numbers. This is the prefix filter of joins by similarity (Chaudhuri, Ganti, Kaushik
2006; Bayardo, Ma, Srikant 2007). rapidfuzz, of the extra `match`, computes the likeness of the candidates.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from math import ceil
from typing import Any

from partnermodel.errors import missing_extra
from partnermodel.queries.matching.names import Spelling
from partnermodel.wording import worded

LEAST_LIKENESS = 0.85
"""The least likeness that is looked for; below it, few pairs are one and many are not found."""

MANY = 0.05
"""A word that this share of the names has, and 30 at the least, does not tell them apart."""

_FEWEST_OF_MANY = 30
_SLIP = 80
"""How like such a word, in percent, a rarer one is that is taken for it: "colege" for "college"."""

_SIZE = 3
_SHARE = 0.5
_FEWEST = 5
"""How many triples of a core are kept: this share of them, and five at the least."""

Progress = Callable[[float], None]


def library() -> Any:
    """Return rapidfuzz.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import rapidfuzz
    except ImportError:
        raise missing_extra(
            worded("Names that are alike are found with rapidfuzz"),
            "match",
            worded(
                "With alike=False only the same identifiers and the same names are looked for, "
                "which needs no package."
            ),
        ) from None
    return rapidfuzz


def alike(
    spellings: Sequence[Spelling], progress: Progress | None = None
) -> Iterator[tuple[Spelling, Spelling, float]]:
    """Yield pairs of different names that are alike and have the same numbers, with their likeness.

    The likeness of two texts is 1 less the letters that must be taken out or put in to make one of the
    other, divided by the letters of both: the greater of two, of the words in their order and of the words
    sorted. That of two names is the lesser of two: of the whole names, and of their cores, both in Latin
    letters and without numbers. It is 0 to 1, and here `LEAST_LIKENESS` or more.

    Args:
        spellings: Different names. What is rare among them depends on all of them.
        progress: Is told what share of them is compared.

    Raises:
        MissingExtraError: rapidfuzz is not installed.
    """
    matcher = library()
    extract, ratio = matcher.process.extract, matcher.fuzz.ratio
    ordered = sorted(spellings)
    whole = _two_ways([one.latin for one in ordered])
    cores = _two_ways(_cores(whole[0], matcher))
    triples = [_triples(core) for core in cores[0]]
    counts = Counter(triple for some in triples for triple in some)
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
        for texts in cores:
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
            of_all = max(ratio(texts[place], texts[other]) for texts in whole) / 100
            if of_all >= LEAST_LIKENESS:
                yield ordered[other], one, min(of_all, found[other])


def _two_ways(texts: list[str]) -> tuple[list[str], list[str]]:
    """Return texts as they are, and with their words sorted."""
    return texts, [" ".join(sorted(text.split())) for text in texts]


def _cores(texts: Sequence[str], matcher: Any) -> list[str]:
    """Return the words of each text that tell it apart; the whole text when none does."""
    counts = Counter(word for text in texts for word in set(text.split()))
    least = max(_FEWEST_OF_MANY, MANY * len(texts))
    many = sorted(word for word, count in counts.items() if count >= least)
    aside = set(many)
    for word in counts:
        if word not in aside and matcher.process.extractOne(
            word, many, scorer=matcher.fuzz.ratio, processor=None, score_cutoff=_SLIP
        ):
            aside.add(word)
    return [" ".join(word for word in text.split() if word not in aside) or text for text in texts]


def _triples(text: str) -> set[str]:
    """Return the runs of three letters in the words of a text, with where a word begins and ends."""
    framed = [f"^{word}$" for word in text.split()]
    return {word[at : at + _SIZE] for word in framed for at in range(max(len(word) - _SIZE + 1, 1))}
