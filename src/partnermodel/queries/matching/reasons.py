"""Why two records may be one, and what speaks against it: reasons, each in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import attrs

from partnermodel.language.sayings import Untold, in_english, saying
from partnermodel.model.entities import Entity
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import label, named
from partnermodel.queries.matching.identities import are_branches, telling
from partnermodel.queries.matching.names import Names, Spelling
from partnermodel.queries.matching.surroundings import Surroundings
from partnermodel.values.identifiers import Identifier

SAME_IDENTIFIER = "same-identifier"
SAME_NAME = "same-name"
TRANSLITERATED = "transliterated-name"
ALIKE = "alike-name"
SAME_PLACE = "same-place"
SAME_HOST = "same-host"
DIFFERENT_IDENTIFIERS = "different-identifiers"
BRANCHES = "different-kpp"
DIFFERENT_NUMBERS = "different-numbers"
DIFFERENT_PLACES = "different-places"
DIFFERENT_HOSTS = "different-hosts"
DIFFERENT_FOUNDERS = "different-founders"
RELATED = "related"


@attrs.frozen
class MatchReason:
    """Something that speaks for or against two records being one.

    Attributes:
        code: For it `same-identifier`, `same-name`, `transliterated-name`, `alike-name`, `same-place` or
            `same-host`; against it `different-identifiers`, `different-kpp`, `different-numbers`,
            `different-places`, `different-hosts`, `different-founders` or `related`.
        one: What the first record has: an identifier with its scheme, a normalised name, the numbers in
            it, the id of a place or host, or of the relation that joins the two.
        other: What the second has; empty when both have the same.
        likeness: The likeness of two names that are alike, 0 to 1; else None.
        words: The reason in English.
    """

    code: str
    one: str = ""
    other: str = ""
    likeness: float | None = None
    words: str = ""
    _told: Untold = attrs.field(default="", repr=False, eq=False, alias="told")


class NameMatch(NamedTuple):
    """In which way two records are called alike: the better, the greater.

    Attributes:
        rank: 3 for the same normalised name, 2 for the same in other letters, 1 for names that are alike.
        likeness: 0 to 1.
        one: The name of the first record.
        other: The name of the second.
    """

    rank: int
    likeness: float
    one: Spelling
    other: Spelling


def reasons_for(
    model: PartnerModel, one: Entity, other: Entity, match: NameMatch | None
) -> Iterator[MatchReason]:
    """Yield what speaks for two records being one, the strongest first."""
    for identifier in _both(one, other):
        told = saying(
            "match-by-identifier",
            scheme=label(model, "identifier", identifier.scheme),
            value=identifier.value,
        )
        yield _reason(SAME_IDENTIFIER, told, str(identifier))
    if match is not None:
        yield _of_names(match)
    around = model.once(Surroundings)
    if (place := around.common_place(one.id, other.id)) is not None:
        told = saying("match-same-place", place=named(model, model.entity(place)))
        yield _reason(SAME_PLACE, told, place)
    if (host := around.common_host(one.id, other.id)) is not None:
        yield _reason(SAME_HOST, saying("match-same-host", host=named(model, model.entity(host))), host)


def reasons_against(
    model: PartnerModel, names: Names, places: tuple[int, int], match: NameMatch | None
) -> Iterator[MatchReason]:
    """Yield what speaks against two records being one, the strongest first.

    Args:
        model: The model.
        names: The names of all records of the type.
        places: The places of the two among them.
        match: In which way they are called alike.
    """
    one, other = (names.entities[place] for place in places)
    for scheme, *values in _conflicts(one, other):
        told = saying(
            "match-different-identifiers",
            scheme=label(model, "identifier", scheme),
            one=values[0],
            other=values[1],
        )
        first, second = (f"{scheme.upper()} {value}" for value in values)
        yield _reason(DIFFERENT_IDENTIFIERS, told, first, second)
    if next(_both(one, other), None) is not None and are_branches((one, other)):
        yield _reason(BRANCHES, saying("match-different-kpp"), "KPP")
    numbers = [names.numbers(place) for place in places]
    if match is None and (apart := _told_apart(*numbers)) is not None:
        yield _reason(
            DIFFERENT_NUMBERS, saying("match-different-numbers", one=apart[0], other=apart[1]), *apart
        )
    around = model.once(Surroundings)
    for code, apart in (
        (DIFFERENT_PLACES, around.different_places(one.id, other.id)),
        (DIFFERENT_HOSTS, around.different_hosts(one.id, other.id)),
    ):
        if apart is not None:
            told = saying(
                f"match-{code}",
                one=named(model, model.entity(apart[0])),
                other=named(model, model.entity(apart[1])),
            )
            yield _reason(code, told, *apart)
    founders = [names.founders[place] for place in places]
    if (apart := _told_apart(*founders)) is not None:
        told = saying("match-different-founders", one=apart[0], other=apart[1])
        yield _reason(DIFFERENT_FOUNDERS, told, *apart)
    if (relation := around.joining.get((one.id, other.id))) is not None:
        told = saying("match-related", kind=label(model, "relation", relation.kind))
        yield _reason(RELATED, told, relation.id)


def told_reason(reason: MatchReason) -> Untold:
    """Return a reason in no language yet."""
    return reason._told


def in_words(reasons: Iterable[MatchReason]) -> tuple[MatchReason, ...]:
    """Return reasons with their words, which most of the pairs that are looked at never need."""
    return tuple(attrs.evolve(reason, words=in_english(reason._told)) for reason in reasons)


def _reason(code: str, told: Untold, one: str, other: str = "", likeness: float | None = None) -> MatchReason:
    return MatchReason(code, one, other, likeness, told=told)


def _of_names(match: NameMatch) -> MatchReason:
    one, other = match.one.text, match.other.text
    if match.rank == 3:
        return _reason(SAME_NAME, saying("match-by-name", name=one), one)
    if match.rank == 2:
        return _reason(TRANSLITERATED, saying("match-transliterated-name", one=one, other=other), one, other)
    told = saying("match-alike-name", likeness=match.likeness)
    return _reason(ALIKE, told, one, other, match.likeness)


def _both(one: Entity, other: Entity) -> Iterator[Identifier]:
    held = set(telling(other))
    yield from dict.fromkeys(identifier for identifier in telling(one) if identifier in held)


def _told_apart(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> tuple[str, str] | None:
    """Return the first of each when both have some words, and none in common."""
    if one and other and not one & other:
        return " ".join(min(one)), " ".join(min(other))
    return None


def _conflicts(one: Entity, other: Entity) -> Iterator[tuple[str, str, str]]:
    """Yield the schemes that number both records, and no two alike, with a number of each."""
    numbered: list[dict[str, set[str]]] = [{}, {}]
    for entity, held in zip((one, other), numbered, strict=True):
        for identifier in telling(entity):
            held.setdefault(identifier.scheme, set()).add(identifier.value)
    for scheme in sorted(numbered[0].keys() & numbered[1].keys()):
        first, second = (held[scheme] for held in numbered)
        if not first & second:
            yield scheme, min(first), min(second)
