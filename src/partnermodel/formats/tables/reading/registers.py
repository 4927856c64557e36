"""Whom a text means: an id, an identifier or a name, looked up among all records of an import."""

from __future__ import annotations

from collections.abc import Container, Iterable

from partnermodel.errors import Suggestions
from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.groups import Group, Joined, ambiguous, called
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.model.nouns import type_word
from partnermodel.values.text import shown
from partnermodel.wording import worded


class Register:
    """The entities of an import, by whatever a cell may call them."""

    def __init__(self, joined: Joined, only: str | None = None, lost: Iterable[str] = ()) -> None:
        """Take the records; `only` those of a type; `lost` are names of records whose rows are broken."""
        self._only = only
        self._groups = [group for group in joined.groups if only in (None, group.type)]
        self._lost = frozenset(lost)
        self._ids: dict[str, Group] = {}
        self._identifiers: dict[str, list[Group]] = {}
        self._names: dict[str, list[Group]] = {}
        self._others: dict[str, list[Group]] = {}
        for group in self._groups:
            self._ids.setdefault(group.id, group)
            for value in {value for node in group.nodes for _, value in node.identifiers}:
                self._identifiers.setdefault(value, []).append(group)
            for name in {called(node.name) for node in group.nodes if node.name is not None}:
                self._names.setdefault(name, []).append(group)
            for name in {called(name) for node in group.nodes for name in node.others}:
                self._others.setdefault(name, []).append(group)
        self._known: dict[str, Group | Refusal] = {}
        self._suggestions = Suggestions(self._words)

    def find(self, text: str, types: Container[str] = ()) -> Group | Refusal:
        """Return the record that a text means, of several the only one of some types; or why it is none."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._find(text)
        if isinstance(found, Refusal) and types:
            fitting = [group for group in self._meant(text) if group.type in types]
            return fitting[0] if len(fitting) == 1 else found
        return found

    def _meant(self, text: str) -> list[Group]:
        """Return the records that a text may mean, when it is the id of none."""
        name = called(text)
        return self._identifiers.get(text) or self._names.get(name) or self._others.get(name) or []

    def _find(self, text: str) -> Group | Refusal:
        if text in self._ids:
            return self._ids[text]
        meant = self._meant(text)
        if len(meant) == 1:
            return meant[0]
        if meant:
            told = ", ".join(sorted(group.id for group in meant))
            return ambiguous(text, told)
        if text in self._lost or called(text) in self._lost:
            return of_a_broken_row(text)
        noun = worded("record") if self._only is None else type_word(self._only)
        return Refusal(
            "unknown-name",
            worded("no {noun} of the tables is called {value}", noun=noun, value=shown(text)),
            self._suggestions.of(text)
            or worded("Write an id, an identifier or a name of one, or add a row that makes it."),
        )

    def _words(self) -> list[str]:
        names = [node.name for group in self._groups for node in group.nodes if node.name is not None]
        return list(dict.fromkeys([*names, *self._ids]))


def of_a_broken_row(text: str | None) -> Refusal:
    """Return why a name that means a record of a broken row means none."""
    return Refusal(
        "broken-record",
        worded("{value} is of a row that could not be read", value=shown(text)),
        worded("Mend that row; nothing is wrong with this one."),
    )


def names_in(makers: Iterable[Maker], broken: set[int]) -> set[str]:
    """Return everything that the records of some rows may be called by."""
    found: set[str] = set()
    for maker in makers:
        if maker.is_relation:
            continue
        numbers = {
            draft for position, draft in zip(maker.positions, maker.drafts, strict=True) if position in broken
        }
        for number in numbers:
            for line, value in zip(maker.lines, maker.draft(number), strict=True):
                if line.target.field in ("id", "name", "names", "aliases", "identifiers"):
                    for text in value if isinstance(value, tuple) else (value,):
                        if isinstance(text, str):
                            found |= {text, called(text)}
    return found
