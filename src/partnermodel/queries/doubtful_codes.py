"""Doubts about codes: words that no vocabulary knows, and words that are replaced."""

from __future__ import annotations

from collections.abc import Iterator

from partnermodel.errors import Issue, did_you_mean
from partnermodel.model.catalogues import type_of
from partnermodel.model.days import Once
from partnermodel.model.entities import Document
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.answers import doubtful
from partnermodel.queries.misplaced_words import defined_elsewhere
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import Worded, worded

Sound = Once[str, frozenset[str | None]]
"""The codes of a scheme that are in order, and None: what is not stated is in order, too."""

Code = tuple[tuple[str, ...], str]
"""The schemes that a code can be of, and the code."""

Doubt = tuple[str, Worded, Worded]
"""Of which sort a doubt is, the message and the hint."""


def unknown_terms(model: PartnerModel) -> Iterator[Issue]:
    """Yield the codes that the vocabulary does not know, with the nearest one, and those it has replaced."""
    words = model.vocabulary
    sound: Sound = Once(lambda scheme: _sound(words, scheme))
    # A model has very many records and few codes: what is to be said of one is worked out once.
    doubts: Once[Code, Doubt | None] = Once(lambda asked: _doubt(words, *asked))
    for record in model.values():
        if _in_order(record, sound):
            continue
        for field, schemes, code in _codes(record):
            doubt = doubts[schemes, code]
            if doubt is not None:
                sort, message, hint = doubt
                yield doubtful(record, field, sort, message, hint, value=code)


def _sound(words: Vocabulary, scheme: str) -> frozenset[str | None]:
    known = words.codes(scheme)
    return frozenset({None, *[code for code in known if words.term(scheme, code).replaced_by is None]})


def _in_order(record: Record, sound: Sound) -> bool:
    """Return whether all codes of a record are in order, as those of most are.

    Counts that a source states are of one of many schemes, and few: a record that has any is looked at
    code by code.
    """
    if record.kind not in sound[record.scheme] or record.status not in sound["status"]:
        return False
    for citation in record.evidence:
        if citation.confidence not in sound["confidence"]:
            return False
    if isinstance(record, Relation):
        level = record.level
        return record.role in sound["role"] and (level is None or level.value in sound[level.scheme])
    for identifier in record.identifiers:
        if identifier.scheme not in sound["identifier"]:
            return False
    if isinstance(record, Document) and record.source_type not in sound["source-type"]:
        return False
    return not record.stated


def _doubt(words: Vocabulary, schemes: tuple[str, ...], code: str) -> Doubt | None:
    """Return what is doubtful about a code, or None.

    Args:
        words: The vocabulary.
        schemes: The schemes that the code can be of.
        code: The code.
    """
    term = next((words.term(scheme, code) for scheme in schemes if words.knows(scheme, code)), None)
    if term is None:
        message = (
            worded("{code} is not a known code of the scheme {scheme}", code=shown(code), scheme=schemes[0])
            if len(schemes) == 1
            else worded("{code} is not a known kind of any type", code=shown(code))
        )
        hint = (
            defined_elsewhere(words, schemes, code)
            or did_you_mean(code, [known for scheme in schemes for known in words.codes(scheme)])
            or worded("Define it in the vocabulary.")
        )
        return "unknown-term", message, hint
    if term.replaced_by is not None:
        message = worded("{code} has been replaced", code=shown(code))
        return "replaced-term", message, worded("Use {code}.", code=shown(term.replaced_by))
    return None


def _codes(record: Record) -> Iterator[tuple[str, tuple[str, ...], str]]:
    """Yield each code of a record: its field, the schemes that it can be of, and itself."""
    if record.kind is not None:
        yield "kind", (type_of(record),), record.kind
    yield "status", ("status",), record.status
    for number, citation in enumerate(record.evidence):
        if citation.confidence is not None:
            yield f"evidence[{number}].confidence", ("confidence",), citation.confidence
    if isinstance(record, Relation):
        if record.role is not None:
            yield "role", ("role",), record.role
        if record.level is not None:
            yield "level.value", (record.level.scheme,), record.level.value
        return
    for number, identifier in enumerate(record.identifiers):
        yield f"identifiers[{number}].scheme", ("identifier",), identifier.scheme
    if isinstance(record, Document) and record.source_type is not None:
        yield "source_type", ("source-type",), record.source_type
    for number, stated in enumerate(record.stated):
        yield f"stated[{number}].kind", ENTITY_TYPES, stated.kind
        yield f"stated[{number}].through", ("relation",), stated.through
