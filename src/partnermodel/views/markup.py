"""HTML out of small pieces: whatever is not marked as HTML by this very file is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from partnermodel.values.table import Phrase


class Markup(str):
    """HTML as this file made it. Joined to anything else it becomes a plain text again, to be escaped."""

    __slots__ = ()


Content = str | Phrase
"""What may stand in an element: HTML (`Markup`), a text, or a text in a known language."""


def html(content: Content) -> Markup:
    """Return content as HTML: a text escaped, a phrase marked with its language.

    A phrase is a `bdi`, so that a name from right to left leaves the words around it in their place.
    A language that is not known is marked as such, or a screen reader would speak it as that of the page.

    Example:
        >>> html("<Omsk>"), html(Phrase("Омск", "ru")), html(Phrase("Omsk"))
        ('&lt;Omsk&gt;', '<bdi lang="ru">Омск</bdi>', '<bdi lang="">Omsk</bdi>')
    """
    if isinstance(content, Markup):
        return content
    if isinstance(content, Phrase):
        return phrase(content)
    return Markup(escape(content))


def phrase(content: Phrase, *, page: str | None = None) -> Markup:
    """Return a phrase as HTML, marked with its language.

    Args:
        content: The phrase.
        page: The language of the page, which needs no mark.

    Example:
        >>> phrase(Phrase("Омск", "ru"), page="ru"), phrase(Phrase("Omsk", "en"), page="ru")
        ('<bdi>Омск</bdi>', '<bdi lang="en">Omsk</bdi>')
    """
    language = "" if content.language == "und" else content.language
    return element("bdi", content.text, lang=None if language == page else language)


def element(tag: str, *content: Content, **attributes: str | None) -> Markup:
    """Return an element. An attribute that is None is left out; `class_` and `aria_label` are spelt out.

    Example:
        >>> element("p", "a < b", class_="note", aria_label='"')
        '<p class="note" aria-label="&quot;">a &lt; b</p>'
    """
    written = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(value)}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Markup(f"<{tag}{written}>{''.join(map(html, content))}</{tag}>")


def joined(parts: Iterable[Content], separator: str = "") -> Markup:
    """Return contents one after the other, with a text between each two.

    Example:
        >>> joined(["a", "<b>"], ", ")
        'a, &lt;b&gt;'
    """
    return Markup(escape(separator).join(map(html, parts)))


def paragraph(*content: Content, class_: str | None = None) -> Markup:
    """Return a paragraph."""
    return element("p", *content, class_=class_)


def bullets(items: Iterable[Content]) -> Markup:
    """Return a list without numbers."""
    return element("ul", *(element("li", item) for item in items))


def link(target: str, *content: Content) -> Markup:
    """Return a link to an element of the same page, by its id."""
    return element("a", *content, href=f"#{fragment(target)}")


def fragment(id: str) -> str:
    """Return an id as it stands in an address: what is special there is written in percent.

    Example:
        >>> fragment('record-ministry/funds/"Ёлка"')
        'record-ministry/funds/%22Ёлка%22'
    """
    return re.sub(r'[\x00- "#%<>\[\\\]^`{|}\x7f]', lambda found: f"%{ord(found[0]):02X}", id)


def code(text: str) -> Markup:
    """Return an id or a code, as what it is."""
    return element("code", element("bdi", text))
