"""What names mean in the whole table: that rows are left out must not give a name another meaning."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence

from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.groups import Group, Joined, Key, Node, called
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.formats.tables.reading.nodes import names_of
from partnermodel.formats.tables.reading.registers import of_a_broken_row
from partnermodel.values.text import shown
from partnermodel.wording import worded

_IDENTITY = ("id", "identifiers")
_NAMES = ("name", "names", "aliases")


class Whole:
    """The records of all rows, also of those that are broken."""

    def __init__(
        self,
        joined: Joined,
        record: Callable[[str, str, Sequence[str]], Group | Refusal],
        makers: Iterable[Maker],
        refused: Iterable[tuple[int, int]],
    ) -> None:
        """Take the records.

        Args:
            joined: The records that all rows make.
            record: Gives the one that a text means in a field where some types may stand.
            makers: What made their drafts.
            refused: The position of the row and the place of the column of each cell that cannot be read.
        """
        self._group_of, self._record = joined.group_of, record
        self._unread = _unread(makers, refused)

    def doubt(self, field: str, text: str, types: Sequence[str], group: Group) -> Refusal | None:
        """Return why a text does not mean a record of the rows that are left; None when it does.

        Args:
            field: The field for which it stands.
            text: The text.
            types: The types that may stand there; none when any may.
            group: What it seems to mean in the rows that are left.
        """
        meant = self._record(field, text, types)
        if isinstance(meant, Group) and not any(self._of(node) is meant for node in group.nodes):
            return of_a_broken_row(text)
        if (group.type, called(text)) in self._unread:
            identified = any(map(_is_identified, group.nodes))
            return _may_be_another(text, group.id) if identified else of_a_broken_row(text)
        return None

    def strays(self, joined: Joined) -> Iterator[tuple[Node, Refusal]]:
        """Yield drafts that say nothing but a name, and are not joined with the record that it means."""
        for group in joined.groups:
            first = next(filter(_is_identified, group.nodes), None)
            left = {(id(node.maker), node.number) for node in group.nodes}
            for node in group.nodes:
                if not _is_identified(node):
                    refusal = self._stray(node, first, left)
                    if refusal is not None:
                        yield node, refusal

    def _stray(self, node: Node, found: Node | None, left: Container[tuple[int, int]]) -> Refusal | None:
        """Return why a draft does not mean the record that it is joined with, if any.

        Args:
            node: The draft.
            found: What tells whose that record is; None when nothing but its name does.
            left: All drafts of that record.
        """
        meant, name = self._of(node), called(node.name or "")
        unread = (node.type, name) in self._unread
        if found is None:
            # Drafts of the same name alone find each other again; others would make a second record.
            apart = [one for one in meant.nodes if _is_identified(one) or called(one.name or "") != name]
            lost = any((id(one.maker), one.number) not in left for one in apart)
            return of_a_broken_row(node.name) if lost or unread else None
        if self._of(found) is not meant:
            return of_a_broken_row(node.name)
        told = found.id or " ".join(found.identifiers[0])
        return _may_be_another(node.name, told) if unread else None

    def _of(self, node: Node) -> Group:
        group = self._group_of[id(node.maker)][node.number]
        assert group is not None, "no row is left out of the whole"
        return group


def _is_identified(node: Node) -> bool:
    return node.id is not None or bool(node.identifiers)


def _may_be_another(name: str | None, other: str) -> Refusal:
    return Refusal(
        "ambiguous-record",
        worded(
            "{value} may be {other}, or a record of a row whose identifier could not be read",
            value=shown(name),
            other=other,
        ),
        worded("Mend that row first, or say which, by an id or an identifier."),
    )


def _unread(makers: Iterable[Maker], refused: Iterable[tuple[int, int]]) -> frozenset[Key]:
    """Return the types and all names of drafts of rows whose id or identifier cannot be read."""
    rows: dict[int, set[int]] = {}
    for position, place in refused:
        rows.setdefault(place, set()).add(position)
    found: set[Key] = set()
    for maker in makers:
        if maker.is_relation:
            continue
        telling = {place for line in maker.lines if line.target.field in _IDENTITY for place in line.places}
        names = [place for place, line in enumerate(maker.lines) if line.target.field in _NAMES]
        positions = set[int]().union(*(rows.get(place, ()) for place in telling))
        if not positions:
            continue
        for position, number in zip(maker.positions, maker.drafts, strict=True):
            if position in positions:
                draft = maker.draft(number)
                said = (name for place in names for name in names_of(draft[place] or ()))
                found.update((maker.record.type, called(name)) for name in said)
    return frozenset(found)
