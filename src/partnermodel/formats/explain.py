"""The slow reading of a document that was refused: every fault, with its place and how to mend it.

cattrs walks the classes; each field is structured by its own rule, since the hooks that cattrs
brings would turn `null` into `"None"`, `"false"` into true and a text into a list of letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, TypeVar

import attrs
from cattrs import BaseValidationError, Converter, ForbiddenExtraKeysError
from cattrs.errors import ClassValidationError
from cattrs.gen import make_dict_structure_fn, override

from partnermodel.errors import InvalidRecordError, Issue, did_you_mean
from partnermodel.formats.places import place_of
from partnermodel.formats.shape import FORMAT_VERSION, LISTS, Head
from partnermodel.formats.twins import file_fields
from partnermodel.model.entities import (
    Centre,
    Document,
    Entity,
    Group,
    Initiative,
    Organisation,
    Person,
    Place,
    Programme,
    Statement,
    withheld_hint,
)
from partnermodel.model.relations import Relation
from partnermodel.values.citations import Citation
from partnermodel.values.counts import StatedCount
from partnermodel.values.dates import Period
from partnermodel.values.identifiers import Identifier
from partnermodel.values.kinds import with_article, wrong_type
from partnermodel.values.levels import Level
from partnermodel.values.names import Alias
from partnermodel.values.rules import RULE, Instance, Many, Rule, rules_of
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import Worded, worded

T = TypeVar("T")

Structure = Callable[[Any, Any], Any]


class _RefusedError(Exception):
    """A value that a rule refuses, with the reasons."""

    def __init__(self, issues: list[Issue]) -> None:
        super().__init__(issues)
        self.issues = issues


@cache
def _converter() -> Converter:
    return Converter(forbid_extra_keys=True, detailed_validation=True, use_alias=True)


@cache
def _hook(cls: type) -> Structure:
    """Return the function that structures one class, field by field, by the rules of the fields."""
    kept = file_fields(cls)
    overrides: dict[str, Any] = {
        field.name: override(struct_hook=_by_rule(field), omit=False) for field in kept.values()
    }
    overrides |= {name: override(omit=True) for name in getattr(cls, "withheld", ())}
    return make_dict_structure_fn(cls, _converter(), **overrides)


def _by_rule(field: attrs.Attribute[Any]) -> Structure:
    rule = field.metadata[RULE]
    if isinstance(rule, Instance):
        return lambda value, _: _structure_object(value, rule.cls)
    if isinstance(rule, Many) and isinstance(rule.item, Instance):
        cls = rule.item.cls
        return lambda value, _: _structure_list(value, cls)
    required = field.default is attrs.NOTHING
    return lambda value, _: _structure_leaf(value, rule, required)


def _structure_leaf(value: Any, rule: Rule, required: bool) -> Any:
    issues = list(rule.faults(value, ""))
    if value is None and required:
        hint = worded("Write what belongs here; this field cannot be left out.")
        issues = [attrs.evolve(issue, hint=hint) for issue in issues]
    if issues:
        raise _RefusedError(issues)
    return value


def _structure_object(value: Any, cls: type) -> Any:
    if not isinstance(value, dict):
        issue = attrs.evolve(wrong_type(value, worded("an object"), ""), hint=_object_hint(cls))
        raise _RefusedError([issue])
    return _hook(cls)(value, cls)


@cache
def _object_hint(cls: type) -> Worded:
    return worded("Write {noun} in braces, such as {sample}.", noun=noun_of(cls), sample=_sample(cls))


def _structure_list(value: Any, cls: type) -> list[Any]:
    if not isinstance(value, list):
        raise _RefusedError([no_list(value, "", cls)])
    built: list[Any] = []
    issues: list[Issue] = []
    for index, item in enumerate(value):
        try:
            built.append(_structure_object(item, cls))
        except (BaseValidationError, InvalidRecordError, _RefusedError) as error:
            issues += _worded(error, f"[{index}]", cls)
    if issues:
        raise _RefusedError(issues)
    return built


def no_list(value: Any, path: str, cls: type) -> Issue:
    """Return the issue for what is not a list of a class."""
    return attrs.evolve(wrong_type(value, worded("a list"), path), hint=_list_hint(cls))


@cache
def _list_hint(cls: type) -> Worded:
    return worded(
        "Write a list in square brackets, such as [{sample}]; leave it out if there is nothing in it.",
        sample=_sample(cls),
    )


def _sample(cls: type) -> str:
    """Return the least that an object of a class holds, as JSON; a period may hold nothing, so all of it."""
    fields = file_fields(cls)
    required = [key for key, field in fields.items() if field.default is attrs.NOTHING]
    return "{" + ", ".join(f'"{key}": …' for key in required or fields) + "}"


def _worded(error: BaseException, path: str, cls: type) -> Iterator[Issue]:
    """Yield the faults that an error stands for, seen from `path`."""
    if isinstance(error, _RefusedError):
        yield from (issue.under(path) for issue in error.issues)
    elif isinstance(error, InvalidRecordError):
        for issue in error.issues:
            yield Issue(
                issue.code, path + issue.path[len(error.place) :], issue.value, issue.message, issue.hint
            )
    elif isinstance(error, ForbiddenExtraKeysError):
        for key in sorted(error.extra_fields):
            yield unknown_key(key, path, cls)
    elif isinstance(error, ClassValidationError):
        with_note, others = error.group_exceptions()
        for inner, note in with_note:
            place = f"{path}.{note.name.lstrip('_')}"
            if isinstance(inner, KeyError):
                yield _missing_field(note.name).under(path)
            else:
                yield from _worded(inner, place, _class_of(cls, note.name))
        for other in others:
            yield from _worded(other, path, cls)
    else:
        raise error


def _class_of(cls: type, name: str) -> type:
    rule = rules_of(cls).get(name.lstrip("_"))
    return rule.cls if isinstance(rule, Instance) else cls


# A file may have very many unknown keys; the hints that are shared are those of common ones.
@lru_cache(maxsize=1000)
def _unknown_key_hint(key: str, cls: type) -> Worded:
    keys = [*file_fields(cls), *(LISTS if cls is Head else ())]
    if near := did_you_mean(key, keys) or did_you_mean(key.lower(), keys):
        return near
    if "extra" in keys:
        return worded("Remove it, or keep it in the field extra, under a key such as owner:name.")
    return worded("Remove it, or write one of: {keys}.", keys=", ".join(keys))


def unknown_key(key: str, path: str, cls: type) -> Issue:
    """Return the issue for a key that a class does not have."""
    place, noun, seen = place_of(key, path), noun_of(cls), shown(key)
    if issubclass(cls, Entity) and key in cls.withheld:
        message = worded("{noun} has no field {key}", noun=noun, key=seen)
        return Issue("withheld-field", place, seen, message, withheld_hint(cls))
    message = worded("{key} is not a field of {noun}", key=seen, noun=noun)
    return Issue("unknown-field", place, seen, message, _unknown_key_hint(key, cls))


def noun_of(cls: type) -> str:
    """Return what a class is called by those who have never seen it, with its article.

    Example:
        >>> from partnermodel import Organisation, StatedCount
        >>> print(noun_of(Organisation), noun_of(StatedCount), sep=", ")
        an organisation, a stated count
    """
    return _NOUNS.get(cls) or getattr(cls, "noun", None) or with_article(cls.__name__)


_NOUNS: Mapping[type, Worded] = {
    Head: worded("the document"),
    Organisation: worded("an organisation"),
    Centre: worded("a centre"),
    Programme: worded("a programme"),
    Initiative: worded("an initiative"),
    Group: worded("a group"),
    Person: worded("a person"),
    Place: worded("a place"),
    Document: worded("a document"),
    Statement: worded("a statement"),
    Relation: worded("a relation"),
    Alias: worded("an alias"),
    Citation: worded("a citation"),
    Identifier: worded("an identifier"),
    Level: worded("a level"),
    Period: worded("a period"),
    StatedCount: worded("a stated count"),
    Term: worded("a term"),
    RelationTerm: worded("a relation term"),
    Vocabulary: worded("a vocabulary"),
}


@cache
def _missing_field(key: str) -> Issue:
    hint = (
        worded('Add it: "format_version": {version}.', version=FORMAT_VERSION)
        if key == "format_version"
        else worded("Add it.")
    )
    return Issue("missing-field", "", "", worded("the field {key} is missing", key=shown(key)), hint)


def explain_one(value: Any, path: str, cls: type[T]) -> tuple[T | None, list[Issue]]:
    """Return one structured object, or None and every fault in it."""
    try:
        return _structure_object(value, cls), []
    except (BaseValidationError, InvalidRecordError, _RefusedError) as error:
        issues = list(_worded(error, path, cls))
        _forget_frames(error)
        return None, issues


def _forget_frames(error: BaseException) -> None:
    """Part an error from the frames that it came through.

    They hold it as it holds them, so that neither would be gone before the collector runs, and while a file
    is read it does not: after a hundred thousand faults that would be most of the memory.
    """
    error.__traceback__ = None
    for inner in getattr(error, "exceptions", ()):
        _forget_frames(inner)
