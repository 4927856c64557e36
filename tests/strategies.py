"""Hypothesis strategies for everything that a model may hold. Each exclusion says why it is made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any, TypeVar

import attrs
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2, mod_97_10
from stdnum.ru import inn, ogrn

from partnermodel.model.entities import (
    ENTITY_CLASSES,
    Centre,
    Document,
    Entity,
    Initiative,
    Organisation,
    Programme,
)
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import QUALIFIERS, StatedCount
from partnermodel.values.dates import OPEN, Period, span
from partnermodel.values.identifiers import Identifier
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias
from partnermodel.vocabulary.terms import ENTITY_TYPES, NATURES, RelationTerm, Term
from partnermodel.vocabulary.vocabulary import STANDARD, Vocabulary

E = TypeVar("E", bound=Entity)
T = TypeVar("T")

# Texts


def _characters(*ranges: tuple[int, int]) -> str:
    return "".join(chr(number) for first, last in ranges for number in range(first, last + 1))


# Refused in every text, because each makes a reader see something other than what is stored: overrides,
# embeddings and isolates of direction, line separators, the byte-order mark, two non-characters.
HOSTILE = _characters(
    (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069), (0xFEFF, 0xFEFF), (0xFFFE, 0xFFFF)
)  # fmt: skip

# What cannot be seen: spaces, joiners, marks of direction, fillers, selectors of a variant.
BLANK = _characters(
    (0x20, 0x20),
    (0xA0, 0xA0),
    (0xAD, 0xAD),
    (0x34F, 0x34F),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x1680, 0x1680),
    (0x180B, 0x180F),
    (0x2000, 0x200F),
    (0x202F, 0x202F),
    (0x205F, 0x2065),
    (0x2800, 0x2800),
    (0x3000, 0x3000),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFFA0, 0xFFA0),
)

# Refused in an id: what cannot be seen, since two ids that look alike must be alike, and for the same
# reason the dashes and quotation marks of general punctuation. The slash joins derived ids.
_NOT_IN_IDS = HOSTILE + BLANK + _characters((0x2010, 0x2027)) + "/"

HARD_NAMES = (
    "Омский колледж профессиональных технологий",
    "Центр «Ёлка» — ёжики & Co.",
    "й",  # и and a combining breve, not the composed letter
    "Z̷̢͕a̴͎lgo",  # marks upon marks
    "מרכז לחינוך מכיל",
    "مركز التعليم الشامل",
    "\u200fمركز (Omsk)\u200e",  # marks of direction are welcome, overrides are not
    "👩🏽‍🦽‍➡️ 👨‍👩‍👧‍👦",  # joiners, a skin colour and a variation selector
    "東京都特別支援学校",
    "<b>&amp;\"'</b>",
    "=HYPERLINK(\"x\")",  # a formula to a spreadsheet
    "null",
    "0123",
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 💙",  # beyond the basic plane
    "a" * 300,
    "Очень длинное название " * 20,
)  # fmt: skip


def _seen(text: str) -> bool:
    return not set(text) <= set(BLANK)


@cache
def lines(max_size: int = 12) -> st.SearchStrategy[str]:
    """Return one-line texts with something to see in them: what a name may be."""
    # Control characters and lone surrogates are refused: the first break lines and terminals, the
    # second cannot be written in UTF-8. A line that is blank to the eye is no name.
    letters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=HOSTILE)
    return st.one_of(
        st.sampled_from(("A", "Омск", *HARD_NAMES)),
        st.text(letters, min_size=1, max_size=max_size).filter(_seen),
    )


@cache
def blocks(max_size: int = 20) -> st.SearchStrategy[str]:
    """Return free texts, with line feeds and tabs."""
    # As for lines, but of the control characters line feed and tab may stay.
    letters = st.characters(
        exclude_categories=["Cs"], exclude_characters=HOSTILE + _characters((0, 8), (11, 31))
    )
    return st.one_of(
        st.sampled_from(("", "A\n\tB\n", *HARD_NAMES)),
        st.text(letters, max_size=max_size),
    )


@cache
def ids() -> st.SearchStrategy[str]:
    """Return ids: slugs, letters of any script, and awkward ones."""
    letters = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=_NOT_IN_IDS)
    return st.one_of(
        st.text("abc-", min_size=1, max_size=5),
        st.text("абв_.1", min_size=1, max_size=5),
        st.sampled_from(("a\"b'<c>&", "[0]", "$.a", "\\n", "Ёлка", "مركز", "学校", "n" * 120, "#", "..")),
        st.text(letters, min_size=1, max_size=6),
    )  # fmt: skip


@lru_cache(maxsize=256)
def codes(*schemes: str, vocabulary: Vocabulary = STANDARD) -> st.SearchStrategy[str]:
    """Return codes: those of the schemes, and now and then one that nobody knows."""
    known = sorted({code for scheme in schemes for code in vocabulary.codes(scheme)})
    unknown = unknown_codes()
    if not known:
        return unknown
    return st.one_of(st.sampled_from(known), st.sampled_from(known), unknown)


@cache
def unknown_codes() -> st.SearchStrategy[str]:
    """Return codes that the standard vocabulary does not know."""
    # The first letters keep them apart from the standard codes, none of which begins so.
    return st.builds("zz-{}".format, st.text("abz019", min_size=1, max_size=4))


@cache
def languages() -> st.SearchStrategy[str]:
    """Return language tags."""
    return st.sampled_from(("ru", "en", "tt", "tt-Cyrl", "ru-Latn", "de-DE-1996", "und", "sgn-RU", "KK"))


@cache
def localised() -> st.SearchStrategy[dict[str, str]]:
    """Return texts in several languages."""
    return st.dictionaries(languages(), lines(), max_size=3)


# Dates


@cache
def dates() -> st.SearchStrategy[str]:
    """Return days, months and years, most of them near to each other, some at the ends of time."""
    days = st.one_of(
        st.dates(min_value=span("2015")[0], max_value=span("2027")[1]),
        st.dates(),
        st.sampled_from([span("0001")[0], span("9999")[1], span("2024-02")[1], span("1900-02")[1]]),
    )
    return st.builds(lambda day, length: day.isoformat()[:length], days, st.sampled_from((10, 7, 4)))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Draw a period: each end known, unknown or, for the end, open."""
    start = draw(st.none() | dates())
    end = draw(st.none() | st.just(OPEN) | dates())
    if start is not None and end not in (None, OPEN):
        assert end is not None
        if span(start)[0] > span(end)[1]:  # a period that ends before it starts is refused
            start, end = end, start
    return Period(start, end)


# Identifiers

_ROR_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # without i, l, o and u: they look like others


def _digits(length: int) -> st.SearchStrategy[str]:
    return st.text("0123456789", min_size=length, max_size=length)


def _ror(letters: str) -> str:
    number = sum(_ROR_LETTERS.index(letter) * 32**place for place, letter in enumerate(reversed(letters)))
    return f"0{letters}{mod_97_10.calc_check_digits(str(number))}"


@cache
def identifier_values() -> dict[str, st.SearchStrategy[str]]:
    """Return, for each scheme whose form is checked, values with right check digits (after python-stdnum)."""
    upper = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return {
        # An INN of 12 digits and an OGRN of 15 are a natural person's: refused as personal data.
        "inn": _digits(9).map(lambda it: it + inn.calc_company_check_digit(it)),
        "ogrn": st.builds(lambda first, rest: first + rest, st.sampled_from("15"), _digits(11)).map(
            lambda it: it + ogrn.calc_check_digit(it + "0")
        ),
        "kpp": st.builds("{}{}{}".format, _digits(4), st.text(upper, min_size=2, max_size=2), _digits(3)),
        "oktmo": _digits(8) | _digits(11),
        "iso-3166-2": st.sampled_from(("RU-OMS", "RU-MOW", "GB-ENG", "FR-75", "DE-B")),
        "ror": st.text(_ROR_LETTERS, min_size=6, max_size=6).map(_ror),
        "wikidata": st.integers(min_value=1, max_value=10**9).map("Q{}".format),
        "lei": st.text(upper, min_size=18, max_size=18).map(
            lambda it: it + mod_97_10.calc_check_digits(it)
        ),
        "isni": _digits(15).map(lambda it: it + mod_11_2.calc_check_digit(it)),
    }  # fmt: skip


@cache
def identifiers() -> st.SearchStrategy[Identifier]:
    """Return identifiers of every scheme, and of schemes that nobody knows."""
    known = [st.builds(Identifier, st.just(scheme), value) for scheme, value in identifier_values().items()]
    return st.one_of(*known, st.builds(Identifier, unknown_codes(), lines()))


# Other values


@cache
def aliases() -> st.SearchStrategy[Alias]:
    """Return aliases, with and without a place in which they hold."""
    scopes = st.sampled_from(("RU", "RU-OMS", "GB-ENG", "FR-75"))
    return st.builds(Alias, lines(), language=st.none() | languages(), scope=st.none() | scopes)


@lru_cache(maxsize=256)
def citations(documents: tuple[str, ...] = ()) -> st.SearchStrategy[Citation]:
    """Return citations, of these documents if any are given."""
    return st.builds(
        Citation,
        st.sampled_from(documents) if documents else ids(),
        locator=st.none() | lines(),
        confidence=st.none() | codes("confidence"),
        claim=st.booleans(),
    )


@lru_cache(maxsize=256)
def stated_counts(vocabulary: Vocabulary = STANDARD) -> st.SearchStrategy[StatedCount]:
    """Return numbers that a source states."""
    return st.builds(
        StatedCount,
        codes("centre", "programme", vocabulary=vocabulary),
        wholes(),
        through=codes("relation", vocabulary=vocabulary),
        qualifier=st.sampled_from(QUALIFIERS),
    )


@cache
def wholes() -> st.SearchStrategy[int]:
    """Return whole numbers from nought up, most of them small."""
    return st.integers(min_value=0, max_value=12) | st.integers(min_value=0, max_value=10**9)


@lru_cache(maxsize=256)
def levels(vocabulary: Vocabulary = STANDARD) -> st.SearchStrategy[Level]:
    """Return steps of the two published scales, and of scales that nobody knows."""
    scales = ("levels-of-collaboration-scale", "collaboration-continuum")
    known = [st.builds(Level, st.just(scale), st.sampled_from(vocabulary.codes(scale))) for scale in scales]
    return st.one_of(*known, st.builds(Level, unknown_codes(), unknown_codes()))


@cache
def json_values() -> st.SearchStrategy[Any]:
    """Return any JSON value, null and deep ones among them."""
    # NaN and the infinities are no JSON; lone surrogates cannot be written in UTF-8.
    numbers = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
    leaves = st.one_of(st.none(), st.booleans(), numbers, texts)
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
        max_leaves=8,
    )


@cache
def extra_values() -> st.SearchStrategy[Any]:
    """Return the JSON values that strangers' data may be."""
    # No null: a key that nobody states is left out. NaN and the infinities are no JSON, and a number
    # that floating point cannot hold is lost on most readers of it. Texts, and keys inside, are plain
    # text like any other. Deeper than 16 levels is refused; this stays flatter.
    numbers = st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
    leaves = st.one_of(st.booleans(), numbers, blocks(8))
    return st.recursive(
        leaves,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(blocks(6), inner, max_size=3),
        max_leaves=5,
    )


@cache
def extra() -> st.SearchStrategy[dict[str, Any]]:
    """Return strangers' data."""
    keys = st.sampled_from(("my-register:row", "x.org:Ключ", "0:0", "a:b c"))
    return st.dictionaries(keys, extra_values(), max_size=2)


@cache
def urls() -> st.SearchStrategy[str]:
    """Return web addresses."""
    return st.sampled_from(
        ("https://example.org/", "http://пример.рф/путь?q=1&r=%20#a", "https://[::1]:8080/a'b", "https://a")
    )


# Records


@lru_cache(maxsize=256)
def _entity_fields(
    cls: type[Entity], documents: tuple[str, ...] | None, vocabulary: Vocabulary
) -> dict[str, st.SearchStrategy[Any]]:
    found: dict[str, st.SearchStrategy[Any]] = {
        "names": localised(),
        "kind": codes(cls.scheme, vocabulary=vocabulary),
        "description": blocks(),
        "identifiers": st.lists(identifiers(), min_size=1, max_size=2),
        "aliases": st.lists(aliases(), min_size=1, max_size=2),
        "period": periods(),
        "status": codes("status", vocabulary=vocabulary),
        "collective": st.just(True),
        "size": wholes(),
        "stated": st.lists(stated_counts(vocabulary), min_size=1, max_size=2),
        "evidence": st.lists(citations(documents or ()), min_size=1, max_size=2),
        "extra": extra(),
    }
    if documents == ():  # a citation is of a document of the model, and there is none
        del found["evidence"]
    if cls in (Programme, Document):
        found["language"] = languages()
    if cls is Document:
        found |= {"published": dates(), "url": urls()}
        found["source_type"] = codes("source-type", vocabulary=vocabulary)
    # A field that the type withholds is refused: a person is a name, and nothing else.
    return {name: strategy for name, strategy in found.items() if name not in cls.withheld}


_USUAL = ("kind", "status", "period", "evidence")
"""The fields that most questions turn on: filled more often than others."""


@lru_cache(maxsize=256)
def _some(names: tuple[str, ...], most: int) -> st.SearchStrategy[list[str]]:
    usual = [name for name in _USUAL if name in names]
    return st.lists(st.sampled_from([*names, *usual]), unique=True, max_size=most)


def _filled(draw: st.DrawFn, strategies: Mapping[str, st.SearchStrategy[Any]], most: int) -> dict[str, Any]:
    """Draw values for some of the fields; the others stay unstated, as most fields of real records are."""
    return {name: draw(strategies[name]) for name in draw(_some(tuple(strategies), most))}


@lru_cache(maxsize=64)
def _place(count: int) -> st.SearchStrategy[int]:
    return st.integers(min_value=0, max_value=count - 1)


def _one(draw: st.DrawFn, values: Sequence[T]) -> T:
    """Draw one of the values, without a strategy made for them alone: there would be thousands."""
    return values[draw(_place(len(values)))]


@st.composite
def entities(
    draw: st.DrawFn,
    cls: type[E] = Organisation,  # type: ignore[assignment]  # a default for a type variable
    *,
    id: str | None = None,
    documents: tuple[str, ...] | None = None,
    vocabulary: Vocabulary = STANDARD,
    most: int = 12,
) -> E:
    """Draw an entity of a class with up to `most` of its optional fields.

    Args:
        draw: Given by Hypothesis.
        cls: The class.
        id: Its id, or None for any.
        documents: The ids that it may cite; None for any id, empty for no citations.
        vocabulary: Whence its codes come.
        most: How many optional fields are filled at the most.
    """
    return _entity(draw, cls, id=id, documents=documents, vocabulary=vocabulary, most=most)


def _entity(
    draw: st.DrawFn,
    cls: type[E],
    *,
    id: str | None,
    documents: tuple[str, ...] | None,
    vocabulary: Vocabulary,
    most: int,
) -> E:
    fields = _entity_fields(cls, documents, vocabulary)  # type: ignore[arg-type]  # a class has a hash
    values = _filled(draw, fields, most)
    return cls(draw(ids()) if id is None else id, draw(lines()), **values)


def any_entities() -> st.SearchStrategy[Entity]:
    """Return entities of every class."""
    return st.sampled_from(ENTITY_CLASSES).flatmap(entities)


@lru_cache(maxsize=256)
def _relation_fields(
    documents: tuple[str, ...] | None, vocabulary: Vocabulary
) -> dict[str, st.SearchStrategy[Any]]:
    found: dict[str, st.SearchStrategy[Any]] = {
        "role": codes("role", vocabulary=vocabulary),
        "status": codes("status", vocabulary=vocabulary),
        "period": periods(),
        "level": levels(vocabulary),
        "description": blocks(),
        "evidence": st.lists(citations(documents or ()), min_size=1, max_size=2),
        "extra": extra(),
    }
    if documents == ():  # a citation is of a document of the model, and there is none
        del found["evidence"]
    return found


@st.composite
def relations(
    draw: st.DrawFn,
    *,
    source: str | None = None,
    kind: str | None = None,
    target: str | None = None,
    documents: tuple[str, ...] | None = None,
    vocabulary: Vocabulary = STANDARD,
    most: int = 7,
) -> Relation:
    """Draw a relation with a derived id; what is not given is drawn too, as if anything could be linked."""
    values = _filled(draw, _relation_fields(documents, vocabulary), most)
    return Relation(
        draw(ids()) if source is None else source,
        draw(codes("relation", vocabulary=vocabulary)) if kind is None else kind,
        draw(ids()) if target is None else target,
        **values,
    )


def records() -> st.SearchStrategy[Record]:
    """Return entities and relations."""
    return any_entities() | relations()


# Vocabularies


def terms(scheme: str, code: str, broader: st.SearchStrategy[str | None]) -> st.SearchStrategy[Term]:
    """Return terms for a code."""
    return st.builds(
        Term,
        st.just(scheme),
        st.just(code),
        labels=localised(),
        broader=broader,
        definition=blocks(),
        replaced_by=st.none() | codes(scheme),
        rank=st.none() | wholes(),
    )


def relation_terms(code: str, broader: st.SearchStrategy[str | None]) -> st.SearchStrategy[RelationTerm]:
    """Return kinds of relation for a code."""
    ends = st.lists(st.sampled_from(ENTITY_TYPES), max_size=3, unique=True)
    return st.builds(
        RelationTerm,
        st.just(code),
        labels=localised(),
        inverse_labels=localised(),
        nature=st.sampled_from(NATURES),
        sources=ends,
        targets=ends,
        symmetric=st.booleans(),
        acyclic=st.booleans(),
        broader=broader,
        definition=blocks(),
        replaced_by=st.none() | codes("relation"),
    )


@st.composite
def vocabularies(draw: st.DrawFn, *, most: int = 4) -> Vocabulary:
    """Draw a vocabulary that adds words to several schemes, one of them its own, and kinds of relation."""
    # The scheme "relation" is for relation terms, which alone say what stands at the two ends.
    schemes = st.sampled_from(("organisation", "initiative", "status", "role", "confidence", "my-scheme"))
    added: dict[str, list[str]] = {}

    def broader(scheme: str) -> st.SearchStrategy[str | None]:
        # Only a standard code or one that was added before: an unknown or circular broader code is refused.
        above = [*STANDARD.codes(scheme), *added.get(scheme, ())]
        return st.none() | st.sampled_from(above) if above else st.none()

    def fresh(scheme: str) -> str | None:
        # A code is defined once: neither a standard code nor an added one gets a second meaning.
        code = draw(unknown_codes())
        if code in added.setdefault(scheme, []):
            return None
        return code

    found: list[Term] = []
    for scheme in draw(st.lists(schemes, max_size=most)):
        if (code := fresh(scheme)) is not None:
            found.append(draw(terms(scheme, code, broader(scheme))))
            added[scheme].append(code)
    kinds: list[RelationTerm] = []
    for _ in range(draw(st.integers(min_value=0, max_value=most))):
        if (code := fresh("relation")) is not None:
            kinds.append(draw(relation_terms(code, broader("relation"))))
            added["relation"].append(code)
    return Vocabulary(found, kinds)


# Models

USUAL_TYPES = (*ENTITY_CLASSES, Document, Organisation, Organisation, Centre, Initiative)
"""Every type, and more than once those that most relations and citations lead to."""


def _acyclic(vocabulary: Vocabulary, kind: str) -> bool:
    """Return whether the kind, or any wider kind, must not lead in a circle."""
    seen: set[str] = set()
    at: str | None = kind
    while at is not None and at not in seen:
        seen.add(at)
        term = vocabulary.relation(at)
        if term is not None and term.acyclic:
            return True
        at = term.broader if term is not None else None
    return False


def _pairs(vocabulary: Vocabulary, kind: str, given: Sequence[Entity]) -> list[tuple[int, int]]:
    """Return the places of the entities between which a relation of a kind may stand."""
    term = vocabulary.relation(kind)
    sources = term.sources if term is not None else ()
    targets = term.targets if term is not None else ()
    # No circles: what hosts comes before what it hosts, and all other acyclic kinds lead backwards.
    hosting = vocabulary.includes("relation", "hosts", kind)
    backward = not hosting and _acyclic(vocabulary, kind)
    return [
        (first, second)
        for first, source in enumerate(given)
        if not sources or source.scheme in sources
        for second, target in enumerate(given)
        if (not targets or target.scheme in targets)
        and first != second  # a relation leads from one entity to another, never to itself
        and not (hosting and first > second)
        and not (backward and first < second)
    ]


@st.composite
def relations_among(
    draw: st.DrawFn,
    given: Sequence[Entity],
    *,
    vocabulary: Vocabulary = STANDARD,
    most: int = 15,
    fields: int = 3,
    kinds: Sequence[str] | None = None,
) -> list[Relation]:
    """Draw relations between entities that no model would refuse, `kinds` alone if they are given."""
    return _links(draw, given, vocabulary=vocabulary, most=most, fields=fields, kinds=kinds)


def _links(
    draw: st.DrawFn,
    given: Sequence[Entity],
    *,
    vocabulary: Vocabulary,
    most: int,
    fields: int,
    kinds: Sequence[str] | None,
) -> list[Relation]:
    documents = tuple(entity.id for entity in given if isinstance(entity, Document))
    taken = {entity.id for entity in given}
    possible = {
        kind: pairs
        for kind in (*vocabulary.codes("relation"), "zz-unknown") if kinds is None or kind in kinds
        if (pairs := _pairs(vocabulary, kind, given))
    }  # fmt: skip
    found: list[Relation] = []
    if not possible:
        return found
    for _ in range(draw(_place(most + 1))):
        kind = _one(draw, list(possible))
        first, second = _one(draw, possible[kind])
        values = _filled(draw, _relation_fields(documents, vocabulary), fields)
        relation = Relation(given[first].id, kind, given[second].id, **values)
        # Two like relations need ids of their own, and others may have one.
        if relation.id in taken or draw(_place(4)) == 3:
            id = draw(ids())
            if id in taken:
                continue
            relation = attrs.evolve(relation, id=id)
        taken.add(relation.id)
        found.append(relation)
    return found


@st.composite
def models(
    draw: st.DrawFn,
    *,
    min_entities: int = 0,
    max_entities: int = 12,
    max_relations: int = 15,
    types: Sequence[type[Entity]] = USUAL_TYPES,
    kinds: Sequence[str] | None = None,
    vocabulary: st.SearchStrategy[Vocabulary] | None = None,
    fields: int = 3,
) -> PartnerModel:
    """Draw a whole valid model.

    Args:
        draw: Given by Hypothesis.
        min_entities: The least number of entities.
        max_entities: The greatest.
        max_relations: The greatest number of relations.
        types: The types of its entities; one that is repeated is drawn more often.
        kinds: The only kinds of relation in it, or None for all, unknown ones among them.
        vocabulary: Its words; None for the standard ones, and now and then others.
        fields: How many optional fields of a record are filled at the most.
    """
    words = draw(_usual_words() if vocabulary is None else vocabulary)
    size = min_entities + draw(_place(max_entities - min_entities + 1))
    sorts = [_one(draw, types) for _ in range(size)]
    names = draw(_ids_of(size))
    documents = tuple(id for id, cls in zip(names, sorts, strict=True) if cls is Document)
    given: list[Entity] = [
        _entity(draw, cls, id=id, documents=documents, vocabulary=words, most=fields)
        for id, cls in zip(names, sorts, strict=True)
    ]
    links = _links(draw, given, vocabulary=words, most=max_relations, fields=fields, kinds=kinds)
    return PartnerModel(draw(lines()), [*given, *links], vocabulary=words, language=draw(languages()))


@cache
def _usual_words() -> st.SearchStrategy[Vocabulary]:
    return st.one_of(st.just(STANDARD), st.just(STANDARD), st.just(STANDARD), vocabularies(most=2))


@cache
def _ids_of(size: int) -> st.SearchStrategy[list[str]]:
    return st.lists(ids(), min_size=size, max_size=size, unique=True)
