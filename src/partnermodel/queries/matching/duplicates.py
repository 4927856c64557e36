"""Which records of a model may be one: pairs with a score, reasons for and against, and a verdict."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

import attrs

from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Name, Untold, saying, several
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing, named
from partnermodel.queries.entity_types import EntityType, entity_types
from partnermodel.queries.matching.likeness import library
from partnermodel.queries.matching.names import Names
from partnermodel.queries.matching.pairing import CommonValue, pairs
from partnermodel.queries.matching.reasons import (
    SAME_NAME,
    TRANSLITERATED,
    MatchReason,
    in_words,
    reasons_against,
    reasons_for,
    told_reason,
)
from partnermodel.queries.matching.scoring import BRANCHES, TWO, VERDICTS, judged
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table
from partnermodel.values.text import shown
from partnermodel.wording import worded


@attrs.frozen
class CandidatePair:
    """Two records that may be one, or that look like one and are two.

    Attributes:
        one: The id of the first, by the order of ids.
        other: The id of the second.
        one_name: The name of the first.
        other_name: The name of the second.
        type: The type of both.
        score: How much speaks for them being one, 0 to 1. It orders pairs; it is no probability.
        verdict: `one`, `one with aliases`, `likely one`, `possibly one`, `branches` or `two`.
        reasons: What speaks for it, the strongest first.
        against: What speaks against it, the strongest first.
    """

    one: str
    other: str
    one_name: str
    other_name: str
    type: str
    score: float
    verdict: str
    reasons: tuple[MatchReason, ...]
    against: tuple[MatchReason, ...]
    _names: tuple[Name, Name] = attrs.field(repr=False, eq=False, alias="names")

    def _row(self) -> tuple[Untold, ...]:
        return (
            self._names[0],
            self.one,
            self._names[1],
            self.other,
            Number(self.score, 2),
            saying(f"verdict-{VERDICTS[self.verdict]}"),
            several(map(told_reason, self.reasons)),
            several(map(told_reason, self.against)),
        )


@attrs.frozen
class Duplicates(Listing[CandidatePair]):
    """What `find_duplicates` returns: the pairs that may be one, those of which most speaks for it first.

    Attributes:
        items: The pairs with the threshold or more.
        apart: The pairs that look like one and are two: the same name under different identifiers, and
            branches of one body.
        common: The names and numbers that more than thirty records have, of which no pairs are made.
        threshold: The least score.
        compared: How many records were compared.
        alike: Whether names that are alike were looked for, besides those that are the same.
    """

    items: tuple[CandidatePair, ...]
    apart: tuple[CandidatePair, ...]
    common: tuple[CommonValue, ...]
    threshold: float
    compared: int
    alike: bool

    @property
    def groups(self) -> tuple[tuple[str, ...], ...]:
        """The ids that the pairs join, directly or through others, sorted.

        That the first may be the second and the second the third does not say that the first may be the
        third: a group is to be looked at as a whole.
        """
        above: dict[str, str] = {}

        def top(id: str) -> str:
            while above.setdefault(id, id) != id:
                above[id] = id = above[above[id]]
            return id

        for pair in self.items:
            first, second = sorted((top(pair.one), top(pair.other)))
            above[second] = first
        found: dict[str, list[str]] = {}
        for id in sorted(above):
            found.setdefault(top(id), []).append(id)
        return tuple(map(tuple, found.values()))

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each pair that may be one, and then for each that is told apart.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        rows = tuple(pair._row() for pair in (*self.items, *self.apart))
        notes = [saying("duplicates-note", count=self.compared, threshold=self.threshold)]
        if not self.alike:
            notes.append(saying("duplicates-not-alike"))
        notes += [saying("duplicates-common", value=one.value, count=len(one.ids)) for one in self.common]
        return Sheet(saying("duplicates"), _COLUMNS, rows, tuple(notes)).table(language)

    def rows(self) -> Rows:
        """Return a row for each pair of the table, for machines; the reasons are English sentences."""
        reasons = {name: [column_of(name, "texts", f"{name}.words")] for name in ("reasons", "against")}
        return rows_of((*self.items, *self.apart), *fields_of(CandidatePair, instead=reasons))


_COLUMNS = ("name", "id", "other-name", "other-id", "score", "verdict", "speaks-for", "speaks-against")


@door
def find_duplicates(
    model: PartnerModel,
    *,
    type: EntityType | Collection[EntityType] = "organisation",
    threshold: float = 0.75,
    alike: bool = True,
    progress: Callable[[float], None] | None = None,
) -> Duplicates:
    """Return which records of a model may be one. Nothing is merged: a person decides.

    Records of one type are compared by their identifiers and by all their names: the name, the names in
    languages, and aliases where their scopes meet. Names are compared as `normalised_name` gives them, in
    Latin letters, and by likeness, of the whole names and without the words that very many have. Names
    whose numbers differ are never alike.

    The score says how much speaks for two records being one. It orders pairs, and is no probability. The
    same identifier and the same name give 1, the same identifier alone 0.95, the same normalised name 0.9,
    the same name in other letters 0.87, names that are alike 0.85 times their likeness (which is 0.85 or
    more). The same place and the same host give 0.02 more each. Different places, hosts or regions after
    the legal form take 0.25 each, a relation between the two 0.2, different identifiers of another scheme
    0.2, different numbers 0.15; from a shared identifier 0.2 at the most in all. Without a shared
    identifier, different identifiers of one scheme leave 0.1: two records, and said if the name is the
    same. So does a shared identifier where each record has a KPP of its own: a body and its branches.

    Args:
        model: The model.
        type: A type of entity, `organisation` or its class, or several; each is compared with its like.
        threshold: The least score of a pair, 0 to 1.
        alike: Whether names that are alike are looked for, too; without it no other package is needed.
        progress: Is told what share of the work is done.

    Returns:
        The pairs, in the order of their scores and then of their ids; apart from them those that are
        two, and what is too common to say anything. What the records' order is makes no difference.

    Raises:
        ValueError: A type is not one, or the threshold is no number of 0 to 1.
        MissingExtraError: Names that are alike are looked for, and rapidfuzz is not installed, which the
            extra `match` brings.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, find_duplicates
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "БПОУ «Колледж № 5»"), Organisation("b", "Kolledzh N 5"),
        ...     Organisation("c", "Колледж № 15"),
        ... ])
        >>> for pair in find_duplicates(model, alike=False):
        ...     print(pair.one, pair.other, pair.score, pair.verdict, pair.reasons[0].words, sep="; ")
        a; b; 0.87; likely one; the same name in other letters: колледж 5, kolledzh 5
    """
    types = entity_types(type)
    least = _threshold(threshold)
    if alike:
        library()
    found: list[CandidatePair] = []
    common: list[CommonValue] = []
    compared = 0
    for number, one_type in enumerate(types):
        names = Names(entity for entity in model.entities.values() if entity.scheme == one_type)
        compared += len(names.entities)
        share = _share(progress, number, len(types))
        some, too_common = pairs(model, names, with_alike=alike, progress=share)
        common += too_common
        for (one, other), match in some.items():
            first, second = names.entities[one], names.entities[other]
            reasons = tuple(reasons_for(model, first, second, match))
            against = tuple(reasons_against(model, names, (one, other), match))
            score, verdict = judged(reasons, against)
            if score >= least or _told_apart(verdict, reasons):
                found.append(
                    CandidatePair(
                        first.id,
                        second.id,
                        first.name,
                        second.name,
                        one_type,
                        score,
                        verdict,
                        in_words(reasons),
                        in_words(against),
                        (named(model, first), named(model, second)),
                    )
                )
    found.sort(key=lambda pair: (-pair.score, pair.one, pair.other))
    common.sort(key=lambda one: (types.index(one.type), -len(one.ids), one.value))
    if progress is not None:
        progress(1.0)
    apart = tuple(pair for pair in found if _told_apart(pair.verdict, pair.reasons))
    items = tuple(pair for pair in found if pair.verdict not in (TWO, BRANCHES))
    return Duplicates(items, apart, tuple(common), least, compared, alike)


def _told_apart(verdict: str, reasons: Iterable[MatchReason]) -> bool:
    """Return whether two records look like one and are two; names that are merely alike do not."""
    if verdict == TWO:
        return any(reason.code in (SAME_NAME, TRANSLITERATED) for reason in reasons)
    return verdict == BRANCHES


def _threshold(given: float) -> float:
    if not isinstance(given, int | float) or not 0 <= given <= 1:
        raise ValueError(worded("threshold is {given}; give a number of 0 to 1.", given=shown(given)))
    return float(given)


def _share(
    progress: Callable[[float], None] | None, number: int, types: int
) -> Callable[[float], None] | None:
    if progress is None:
        return None
    tell = progress
    return lambda share: tell((number + share) / types)
