"""What a cell says for the field that it is for: its value, what had to be changed, or why it is refused."""

from __future__ import annotations

import re
from collections.abc import Hashable
from typing import Any

import attrs
import msgspec

from partnermodel.errors import did_you_mean
from partnermodel.formats.duplicate_keys import is_unique
from partnermodel.formats.tables.cells.dates import date_of, end_of, span_of
from partnermodel.formats.tables.cells.numbers import flag_of, identifier_of, text_of, whole_of
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.mappings.mapping import FieldMapping, SheetMapping
from partnermodel.formats.tables.mappings.paths import (
    BLOCK,
    CODE,
    EXTRA,
    IDENTIFIER,
    JSON,
    LINK,
    Target,
    target,
)
from partnermodel.formats.tables.sources.grid import Cell
from partnermodel.values.kinds import wrong_type
from partnermodel.values.slugs import slug
from partnermodel.values.text import folded, shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import worded

LONGEST_ID = 80
"""So many characters of a name are made an id, at the most."""

_SCHEMES = {"source_type": "source-type"}

_QUOTED = re.compile(r"«[^«»]*»|\"[^\"]*\"|“[^“”]*”|„[^„“”]*[“”]")


@attrs.frozen
class Said:
    """What a cell says.

    Attributes:
        value: The value; None when nothing is stated. A list is a tuple, JSON is its bytes, a period is its
            start and its end.
        changes: How it is not what stands in the cell: words such as `date`, in the order of the steps.
        refusal: Why it cannot be read, or None.
    """

    value: Hashable = None
    changes: tuple[str, ...] = ()
    refusal: Refusal | None = None


class CellReader:
    """Reads the cells that are for one field."""

    def __init__(self, type: str, field: FieldMapping, sheet: SheetMapping, vocabulary: Vocabulary) -> None:
        found = target(type, field.to, field.json)
        assert found is not None, "a mapping has no paths that lead nowhere"
        self.target: Target = found
        self.field = field
        self._decimal = sheet.decimal
        self._separator = field.separator
        self._blank = frozenset(map(folded, sheet.blank))
        # Quotation marks and spaces are no part of what is compared, and there are few of them.
        self._longest_blank = max(map(len, sheet.blank), default=-10) + 9
        self._codes = {folded(text): code for text, code in field.codes.items()}
        scheme = _SCHEMES.get(found.field, found.field)
        scheme = type if scheme == "kind" else found.part if scheme == "level" else scheme
        self._own = {*field.codes.values(), *(vocabulary.codes(scheme) if found.sort == CODE else ())}

    @property
    def is_looked_up(self) -> bool:
        """Whether what the cells say is an id, an identifier or a name of another record."""
        field = self.field
        return self.target.sort == LINK and field.record is None and not (field.slug or field.prefix)

    def read(self, cell: Cell) -> Said:
        """Return what a cell says."""
        text = cell if type(cell) is str else text_of(cell, self._decimal)
        changes: dict[str, None] = {}
        if self.field.guarded and text[:1] == "'":
            text = text[1:]
            changes["unguarded"] = None
        if self.target.sort == JSON:
            return _json(text, changes, self.target)
        if not self.field.trimmed and type(cell) is str:
            return self._to_the_letter(text, changes)
        plain = self._trimmed(text)
        if self._says_nothing(plain):
            return Said(None, ("blank",) if plain and not plain.isspace() else ())
        if self.target.sort == EXTRA and isinstance(cell, bool | int | float):
            return Said(cell)
        parts = [plain]
        if self._separator and (self._separator in text or "\n" in text):
            parts = self._parts(text, changes)
            if not parts:
                return Said(None, ("blank",))
        elif plain != text:
            changes["trimmed"] = None
        values: list[Any] = []
        for part in parts:
            item = self._item(part, changes)
            if isinstance(item, Refusal):
                return Said(None, tuple(changes), item)
            values.append(item)
        if self.target.many or (self.target.sort == EXTRA and self._separator):
            return Said(tuple(values), tuple(changes))
        if len(values) > 1:
            return Said(None, (), _several(text, self.field.to))
        return Said(values[0], tuple(changes))

    def _to_the_letter(self, text: str, changes: dict[str, None]) -> Said:
        """Return what a text says of which nothing is cut off, mended or left out."""
        if self._says_nothing(text):
            return Said(None, ("blank",) if text else ())
        found: list[Any] = []
        for part in text.split(self._separator) if self._separator else [text]:
            item = part if self.target.sort == IDENTIFIER else self._item(part, changes)
            if isinstance(item, Refusal):
                return Said(None, tuple(changes), item)
            found.append(item)
        if self.target.many or (self.target.sort == EXTRA and self._separator):
            return Said(tuple(found), tuple(changes))
        return (
            Said(found[0], tuple(changes))
            if len(found) == 1
            else Said(None, (), _several(text, self.field.to))
        )

    def _says_nothing(self, text: str) -> bool:
        """Return whether a text that is trimmed says nothing."""
        return not text or (len(text) <= self._longest_blank and folded(text) in self._blank)

    def _parts(self, text: str, changes: dict[str, None]) -> list[str]:
        """Return the single texts of a cell, without those that say nothing."""
        parts = split(text, self._separator)
        if len(parts) > 1:
            changes["split"] = None
        stated = []
        for part in parts:
            plain = self._trimmed(part)
            if plain and not self._says_nothing(plain):
                stated.append(plain)
                if plain != part.strip():
                    changes["trimmed"] = None
        return stated

    def _trimmed(self, text: str) -> str:
        if not self.field.trimmed:
            return text
        if self.target.sort in (BLOCK, EXTRA) and "\n" in text:
            return "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
        return " ".join(text.split())

    def _item(self, text: str, changes: dict[str, None]) -> Any:
        """Return the value of one text, and take down what had to be changed; or why it is refused."""
        if self._codes:
            code = self._codes.get(folded(text))
            if code is None and text not in self._own:
                return self._no_code(text)
            if code is not None and code != text:
                changes["code"] = None
                text = code
        value, change = self._value(text)
        if change is not None and not isinstance(value, Refusal) and value != text:
            changes[change] = None
        return value

    def _value(self, text: str) -> tuple[Any, str | None]:
        dates, decimal = self.field.dates, self._decimal
        match self.target.sort:
            case "date":
                return date_of(text, dates), "date"
            case "end":
                return end_of(text, dates), "date"
            case "period":
                return span_of(text, dates), "period"
            case "whole":
                number = whole_of(text, decimal)
                return number, None if str(number) == text else "number"
            case "flag":
                return flag_of(text), None if text in ("true", "false") else "truth"
            case "identifier":
                return identifier_of(self.target.part, text), "digits"
            case "id" | "link":
                return self._id(text), "id"
            case _:
                return text, None

    def _id(self, text: str) -> str | Refusal:
        made = slug(text, longest=LONGEST_ID) if self.field.slug else text
        if not made:
            return Refusal(
                "no-slug",
                worded("no id can be made of {value}", value=shown(text)),
                worded("Name another column for the id, or give an id of letters and digits."),
            )
        return self.field.prefix + made

    def _no_code(self, text: str) -> Refusal:
        known = [*self.field.codes, *sorted(self._own)]
        near = did_you_mean(text, known) or did_you_mean(folded(text), [folded(word) for word in known])
        return Refusal(
            "unknown-code",
            worded("the mapping has no code for {value}", value=shown(text)),
            near
            or worded(
                "Write into codes of {field} in the mapping what it means: {line}.",
                field=shown(self.field.to),
                line=worded("{text} = (a code)", text=shown(text)),
            ),
        )


def split(text: str, separator: str) -> list[str]:
    """Return the texts between separators and ends of lines, but for those within quotation marks.

    Args:
        text: The text.
        separator: The separator.

    Example:
        >>> split('ООО «Ромашка; и К°»; Школа № 5', ";")
        ['ООО «Ромашка; и К°»', ' Школа № 5']
    """
    plain = text.replace("\r\n", "\n")
    quoted = [found.span() for found in _QUOTED.finditer(plain)]
    parts, begin = [], 0
    for found in re.finditer(f"{re.escape(separator)}|\n", plain):
        if not any(first < found.start() < last for first, last in quoted):
            parts.append(plain[begin : found.start()])
            begin = found.end()
    return [*parts, plain[begin:]]


def _json(text: str, changes: dict[str, None], target: Target) -> Said:
    if not text.strip():
        return Said()
    data = text.encode("utf-8", "surrogatepass")
    try:
        value = msgspec.json.decode(data)
        unique = is_unique(data, value)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        unique = False
    if not unique:
        message = worded("{value} is not JSON", value=shown(text))
        hint = worded("Write JSON, each key once; or take json = true out of the mapping.")
        return Said(None, (), Refusal("bad-json", message, hint))
    if not target.part and not isinstance(value, list if target.many else dict):
        issue = wrong_type(value, worded("a list") if target.many else worded("an object"), "")
        return Said(None, (), Refusal(issue.code, issue.message, issue.hint))
    # In one order: two cells that say the same thing are the same.
    return Said(msgspec.json.encode(value, order="sorted"), tuple(changes))


def _several(text: str, field: str) -> Refusal:
    return Refusal(
        "several-values",
        worded("{value} holds several values, and {field} has one", value=shown(text), field=shown(field)),
        worded("Keep one of them, or take the separator out of the mapping."),
    )
