"""What a field may hold: one description that checks Python values, files and the JSON Schema alike.

A rule has two faces. `accepts` is a quick yes or no, asked of every value. `faults` finds every
reason for a no, and words it. A test holds the two to the same verdict.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Protocol

import attrs

from partnermodel.errors import InvalidRecordError, Issue
from partnermodel.values.kinds import with_article, wrong_type
from partnermodel.values.text import compiled, shown
from partnermodel.wording import Worded, worded

RULE = "partnermodel.rule"

_SHORT = 50  # so that a message shows all of it

# The largest whole number that every reader of JSON keeps exactly (RFC 7493, I-JSON).
LARGEST_WHOLE = 2**53 - 1

# Deeper data than this is not data that a person keeps in a register, and costs a reader its stack.
DEEPEST_EXTRA = 16


class Rule(Protocol):
    """What a field may hold."""

    def accepts(self, value: Any) -> bool:
        """Return whether the field may hold `value`."""

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield every reason why the field at `path` may not hold `value`."""


@attrs.frozen
class Text:
    """A text that matches a pattern, and beyond it means something (`meaning` returns why not, or None)."""

    pattern: str
    code: str
    what: Worded
    hint: Worded
    meaning: Callable[[str], Worded | None] | None = None
    meaning_code: str = ""
    _match: Callable[[str], Any] = attrs.field(init=False, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_match", compiled(self.pattern).match)

    def accepts_all(self, texts: Collection[str]) -> bool:
        """Return whether each of many texts matches, and means something; more quickly than one by one."""
        return all(map(self._match, texts)) and (self.meaning is None or not any(map(self.meaning, texts)))

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is a text that matches, and means something."""
        return (
            isinstance(value, str)
            and self._match(value) is not None
            and (self.meaning is None or self.meaning(value) is None)
        )

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield why not: the type, the pattern, or the meaning."""
        if not isinstance(value, str):
            yield wrong_type(value, worded("a text"), path)
        elif self._match(value) is None:
            seen = shown(value)
            message = worded("{value} is not {what}", value=seen, what=self.what)
            yield Issue(self.code, path, seen, message, self.hint)
        elif self.meaning is not None and (reason := self.meaning(value)) is not None:
            seen = shown(value)
            message = worded("{value} is not {what}: {reason}", value=seen, what=self.what, reason=reason)
            yield Issue(self.meaning_code, path, seen, message, self.hint)


@attrs.frozen
class Whole:
    """A whole number from `minimum` to `maximum`."""

    minimum: int = 0
    maximum: int = LARGEST_WHOLE

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is a whole number, and within the limits."""
        return type(value) is int and self.minimum <= value <= self.maximum

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield why not: the type, or the size."""
        if type(value) is float and value.is_integer() and self.minimum <= value <= self.maximum:
            message = worded(
                "{value} is written with a fraction, and a whole number belongs here", value=shown(value)
            )
            yield Issue(
                "needless-fraction",
                path,
                shown(value),
                message,
                worded("Write {value}.", value=f"{value:.0f}"),
            )
        elif type(value) is not int:
            issue = wrong_type(value, worded("a whole number"), path)
            only = self.minimum == self.maximum
            yield (
                attrs.evolve(issue, hint=worded("Write {minimum}.", minimum=self.minimum)) if only else issue
            )
        elif value < self.minimum:
            message = worded("{value} is less than {minimum}", value=shown(value), minimum=self.minimum)
            yield Issue(
                "out-of-range",
                path,
                shown(value),
                message,
                worded("Write {minimum} or more.", minimum=self.minimum),
            )
        elif value > self.maximum:
            message = worded("the number is more than {maximum}", maximum=self.maximum)
            yield Issue("out-of-range", path, shown(value), message, worded("Write fewer digits."))


@attrs.frozen
class Flag:
    """True or false."""

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is one of the two truth values."""
        return type(value) is bool

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield the issue when `value` is anything else."""
        if type(value) is not bool:
            yield wrong_type(value, worded("true or false"), path)


@attrs.frozen
class Choice:
    """One of a closed list of texts."""

    choices: tuple[str, ...]

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is in the list."""
        return isinstance(value, str) and value in self.choices

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield why not, with the whole list."""
        if not isinstance(value, str):
            yield wrong_type(value, worded("a text"), path)
        elif value not in self.choices:
            listed, seen = ", ".join(self.choices), shown(value)
            yield Issue(
                "bad-choice",
                path,
                seen,
                worded("{value} is not one of the words for this field", value=seen),
                worded("Write one of: {words}.", words=listed),
            )


@attrs.frozen
class Instance:
    """A value of one of our own classes."""

    cls: type

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is of the class."""
        return type(value) is self.cls

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield the issue when `value` is anything else."""
        if type(value) is not self.cls:
            issue = wrong_type(value, with_article(self.cls.__name__), path)
            if isinstance(value, str) and issue.value and self._made_of(value):
                call = f"{self.cls.__name__}({issue.value})"
                issue = attrs.evolve(issue, hint=worded("Write {wanted}.", wanted=call))
            yield issue

    def _made_of(self, text: str) -> bool:
        """Return whether a short text is all that it takes to make what belongs there."""
        try:
            return len(text) < _SHORT and self.cls(text) is not None
        except (InvalidRecordError, TypeError):
            return False


@attrs.frozen
class Many:
    """A list in which every item keeps the same rule."""

    item: Rule

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is such a list, or a tuple."""
        return isinstance(value, tuple | list) and all(map(self.item.accepts, value))

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield why not, item by item."""
        if not isinstance(value, list | tuple):
            yield wrong_type(value, worded("a list"), path)
            return
        for index, item in enumerate(value):
            yield from self.item.faults(item, f"{path}[{index}]")


@attrs.frozen
class Pairs:
    """A mapping in which every key and every value keeps its rule."""

    key: Text
    value: Rule

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is such a mapping."""
        return isinstance(value, Mapping) and all(
            self.key.accepts(key) and self.value.accepts(item) for key, item in value.items()
        )

    def faults(self, value: Any, path: str) -> Iterator[Issue]:
        """Yield why not, key by key."""
        if not isinstance(value, Mapping):
            yield wrong_type(value, worded("an object"), path)
            return
        for key, item in value.items():
            place = f"{path}[{shown(key)}]"
            yield from self.key.faults(key, place)
            yield from self.value.faults(item, place)


@attrs.frozen
class Json:
    """Any JSON value, in which every text keeps a rule and nothing is `null` or deeper than the limit."""

    text: Text

    def accepts(self, value: Any) -> bool:
        """Return whether `value` is such a value."""
        return next(self.faults(value, ""), None) is None

    def faults(self, value: Any, path: str, depth: int = 1) -> Iterator[Issue]:
        """Yield why not, wherever in the value it is."""
        if depth > DEEPEST_EXTRA:
            yield Issue(
                "too-deep",
                path,
                "",
                worded("the data is nested more than {levels} levels deep", levels=DEEPEST_EXTRA),
                worded("Keep such data in a file of its own, and name the file here."),
            )
        elif isinstance(value, str):
            yield from self.text.faults(value, path)
        elif isinstance(value, Mapping):
            for key, item in value.items():
                place = f"{path}[{shown(key)}]"
                yield from self.text.faults(key, place)
                yield from self.faults(item, place, depth + 1)
        elif isinstance(value, list | tuple):
            for index, item in enumerate(value):
                yield from self.faults(item, f"{path}[{index}]", depth + 1)
        elif value is None:
            hint = worded("Leave the key out; what nobody states is not written.")
            yield Issue("wrong-type", path, "null", worded("null stands in extra data"), hint)
        elif not isinstance(value, int | float):
            yield wrong_type(value, worded("a text, a number, a truth value, a list or an object"), path)
        elif not _finite(value):
            yield Issue(
                "not-a-number",
                path,
                shown(value),
                worded("{value} is not a number that JSON can hold", value=shown(value)),
                worded("Leave it out, or put it in quotation marks to keep it as a text."),
            )


def _finite(value: float) -> bool:
    """Return whether a number is one for every reader of JSON, most of whom have only floating point."""
    try:
        return math.isfinite(value)
    except OverflowError:
        return False


def rules_of(cls: type) -> dict[str, Rule]:
    """Return the rule of each field of one of our classes, by the name of its argument."""
    return {field.alias or field.name: field.metadata[RULE] for field in attrs.fields(cls)}
