"""The fields that records are made of: each function makes one attrs field that knows its rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from operator import index
from typing import Any, TypeVar

from partnermodel.values.mapping import EMPTY, FrozenMap, frozen
from partnermodel.values.rules import RULE, Choice, Flag, Instance, Json, Many, Pairs, Rule, Text, Whole
from partnermodel.values.text import BLOCK, CODE, EXTRA_KEY, ID, LANGUAGE, LINE, URL
from partnermodel.wording import worded

T = TypeVar("T")

LINE_RULE = Text(
    LINE,
    "bad-text",
    worded("a line of text"),
    worded(
        "Write at least one visible character, on one line, without control or direction-override characters."
    ),
)
BLOCK_RULE = Text(
    BLOCK,
    "bad-text",
    worded("plain text"),
    worded("Remove the control or direction-override characters; line feeds and tabs may stay."),
)
ID_RULE = Text(
    ID,
    "bad-id",
    worded("an id"),
    worded(
        "Write letters, digits and marks like - _ . : without spaces, slashes, long dashes "
        "or unseen characters."
    ),
)
CODE_RULE = Text(
    CODE,
    "bad-code",
    worded("a code"),
    worded("Write lower-case letters a to z, digits and single hyphens, such as vocational-college."),
)
LANGUAGE_RULE = Text(
    LANGUAGE,
    "bad-language",
    worded("a language tag"),
    worded("Write a tag of BCP 47, such as ru, en or tt-Cyrl; und if the language is not known."),
)
URL_RULE = Text(
    URL,
    "bad-url",
    worded("a web address"),
    worded("Write an address that begins with https:// or http://, and %20 for a space in it."),
)
EXTRA_KEY_RULE = Text(
    EXTRA_KEY,
    "bad-extra-key",
    worded("a key for extra data"),
    worded("Write owner:name, such as my-register:row, so that two owners never share a key."),
)


def plain(value: str) -> str:
    """Return a member of a `StrEnum`, or any other sort of `str`, as a plain string; all else unchanged.

    Graph writers, JSON encoders and pickles of other programs know strings, not our enumerations
    and not the `str_` of numpy.

    Example:
        >>> from partnermodel import Status
        >>> plain(Status.ACTIVE)
        'active'
    """
    return str.__str__(value) if type(value) is not str and isinstance(value, str) else value


def plain_or_none(value: str | None) -> str | None:
    """Return what `plain` returns; None stays None."""
    return None if value is None else plain(value)


def whole(value: int) -> int:
    """Return an integer of another class, such as numpy's, as a plain one; anything else unchanged."""
    sort = type(value)
    return value if sort is int or sort is bool or not hasattr(sort, "__index__") else index(value)


def whole_or_none(value: int | None) -> int | None:
    """Return what `whole` returns; None stays None."""
    return None if value is None else whole(value)


def listed(value: Iterable[T]) -> tuple[T, ...]:
    """Return the items as a tuple; a text is not split into letters, but left for the rule to refuse."""
    if type(value) is tuple or isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable):
        return value  # type: ignore[return-value]  # the rule words what is wrong with it
    return tuple(value)


def listed_texts(value: Iterable[str]) -> tuple[str, ...]:
    """Return texts as a tuple of plain strings."""
    found = listed(value)
    return tuple(map(plain, found)) if type(found) is tuple else found


def mapped(value: Mapping[str, str]) -> FrozenMap[str, str]:
    """Return the mapping frozen, with plain strings; anything else is left for the rule to refuse."""
    if type(value) is FrozenMap or not isinstance(value, Mapping):
        return value
    return FrozenMap({plain(key): plain(text) for key, text in value.items()}) if value else EMPTY


def mapped_deep(value: Mapping[str, Any]) -> FrozenMap[str, Any]:
    """Return the mapping frozen to its depths; anything else is left for the rule to refuse."""
    if value is EMPTY:  # nearly always, and asking what a Mapping is takes its time
        return EMPTY
    try:
        return frozen(value)  # type: ignore[no-any-return]  # a mapping stays one
    except RecursionError:
        return value  # type: ignore[return-value]  # too deep: the rule says so


def ruled(rule: Rule) -> dict[str, Rule]:
    """Return the metadata that gives an attrs field its rule."""
    return {RULE: rule}


def choice(*choices: str) -> dict[str, Rule]:
    """Return the metadata of a field for one of a closed list of words."""
    return ruled(Choice(choices))


def one(cls: type) -> dict[str, Rule]:
    """Return the metadata of a field for one value of a class of ours."""
    return ruled(Instance(cls))


def many(item: type | Rule) -> dict[str, Rule]:
    """Return the metadata of a field for a tuple of values."""
    return ruled(Many(Instance(item) if isinstance(item, type) else item))


ID_FIELD = ruled(ID_RULE)
"""The id of a record."""

LINE_FIELD = ruled(LINE_RULE)
"""A name: one line of text."""

BLOCK_FIELD = ruled(BLOCK_RULE)
"""Free text; an empty one says nothing."""

CODE_FIELD = ruled(CODE_RULE)
"""An open code: any word of the vocabulary, or one that is not there yet."""

LANGUAGE_FIELD = ruled(LANGUAGE_RULE)
"""A language tag."""

URL_FIELD = ruled(URL_RULE)
"""A web address."""

WHOLE_FIELD = ruled(Whole())
"""A whole number from 0 up."""

FLAG_FIELD = ruled(Flag())
"""A truth value."""

LOCALISED_FIELD = ruled(Pairs(LANGUAGE_RULE, LINE_RULE))
"""A text in several languages: language tag to text."""

EXTRA_FIELD = ruled(Pairs(EXTRA_KEY_RULE, Json(BLOCK_RULE)))
"""Strangers' data: `owner:name` to any JSON value but null."""
