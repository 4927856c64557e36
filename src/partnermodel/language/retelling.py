"""Errors, issues and their messages told again in another language."""

from __future__ import annotations

from functools import cache
from string import Formatter
from typing import Any, TypeVar, overload

import attrs

from partnermodel.errors import Issue
from partnermodel.language.grammar import Word
from partnermodel.language.speech import Speech, speech
from partnermodel.wording import Worded

E = TypeVar("E", bound=Exception)


@overload
def retold(told: str, *, language: str = "en") -> str: ...


@overload
def retold(told: Issue, *, language: str = "en") -> Issue: ...


@overload
def retold(told: E, *, language: str = "en") -> E: ...


def retold(told: str | Issue | Exception, *, language: str = "en") -> str | Issue | Exception:
    """Return an error, an issue or a message in another language.

    Codes, paths into JSON, ids and whatever else is quoted from a file stay as they are, and so does what
    the library has not worded itself, such as the message of a check of your own. A place that is words,
    such as a row and a column, is told as well.

    Args:
        told: An error that the library has raised, an issue, or the message or the hint of one.
        language: A language tag (BCP 47); `ru-RU` falls back to `ru`.

    Returns:
        A new one of the same class, whose sentences are plain texts of the language. An error has all its
        issues in it, but neither a traceback nor a cause.

    Raises:
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import PartnerModel, UnknownIdError
        >>> try:
        ...     PartnerModel("Town")["school"]
        ... except UnknownIdError as error:
        ...     print(retold(error, language="ru"))
        запись с идентификатором "school" не найдена.
    """
    spoken = speech(language)
    if isinstance(told, Issue):
        return _issue(told, spoken)
    if isinstance(told, Exception):
        return _error(told, spoken)
    return _text(told, spoken)


def _issue(issue: Issue, spoken: Speech) -> Issue:
    path, message, hint = (_text(text, spoken) for text in (issue.path, issue.message, issue.hint))
    also = tuple(_text(place, spoken) for place in issue.also)
    return attrs.evolve(issue, path=path, message=message, hint=hint, also=also)


def _error(error: Exception, spoken: Speech) -> Exception:
    reduced: Any = error.__reduce__()
    make, values, *_ = reduced
    made: Exception = make(*(_any(value, spoken) for value in values))
    for name, value in vars(error).items():
        # Its heading and its issues are what it was made of; what was set later is told as well.
        if name not in ("heading", "issues"):
            setattr(made, name, _any(value, spoken))
    return made


def _any(value: Any, spoken: Speech) -> Any:
    if isinstance(value, str):
        return _text(value, spoken)
    if isinstance(value, Issue):
        return _issue(value, spoken)
    return tuple(_any(item, spoken) for item in value) if type(value) is tuple else value


def _text(text: str, spoken: Speech) -> str:
    """Return a text in the language; what is not worded, or not in its catalogue, is returned as it is."""
    if not isinstance(text, Worded):
        return text
    found = spoken.tongue.messages.get(text.template)
    if isinstance(found, Word):
        return found.nominative
    if found is None and any(map(str.isalpha, "".join(literal for literal, *_ in _pieces(text.template)))):
        return str.__str__(text)
    # A template without a word, such as two sentences side by side, is the same in every language.
    return "".join(
        literal + (_filled(text.values[gap], how, spoken) if gap else "")
        for literal, gap, how in _pieces(found or text.template)
    )


@cache
def _pieces(template: str) -> tuple[tuple[str, str, str], ...]:
    """Return the pieces of a template: what stands before a gap, its name, and how it is filled."""
    return tuple((literal, gap or "", how or "") for literal, gap, how, _ in Formatter().parse(template))


def _filled(value: Any, how: str, spoken: Speech) -> str:
    """Return what fills a gap: the value itself, a case of a noun, or what agrees with a number or a noun."""
    tongue = spoken.tongue
    word = tongue.messages.get(value.template) if isinstance(value, Worded) else None
    if how.startswith("|"):
        forms = how[1:].split("|")
        if isinstance(value, str):
            return forms[word.gender if isinstance(word, Word) else 0]
        return forms[tongue.form(value)]
    if isinstance(word, Word) and how:
        return str(getattr(word, how))
    return _text(value, spoken) if isinstance(value, str) else str(value)
