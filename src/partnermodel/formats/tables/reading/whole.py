"""What names mean in the whole table: that rows are left out must not give a name another meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from partnermodel.formats.tables.cells.refusals import Refusal
from partnermodel.formats.tables.reading.groups import Group, Joined, Key, Node, called
from partnermodel.formats.tables.reading.makers import Maker
from partnermodel.formats.tables.reading.registers import of_a_broken_row
from partnermodel.values.text import shown
from partnermodel.wording import worded

_IDENTITY = ("id", "identifiers")


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
        if (group.type, called(text)) in self._unread and any(map(_is_identified, group.nodes)):
            return _may_be_another(text, group.id)
        return None

    def strays(self, joined: Joined) -> Iterator[tuple[Node, Refusal]]:
        """Yield drafts that say nothing but a name, and are joined with a record that it may not mean."""
        for group in joined.groups:
            identified = [node for node in group.nodes if _is_identified(node)]
            if not identified or len(group.nodes) == len(identified):
                continue
            known = {id(self._of(node)) for node in identified}
            first = identified[0]
            for node in group.nodes:
                if _is_identified(node):
                    continue
                if id(self._of(node)) not in known:
                    yield node, of_a_broken_row(node.name)
                elif (node.type, called(node.name or "")) in self._unread:
                    told = first.id or " ".join(first.identifiers[0])
                    yield node, _may_be_another(node.name, told)

    def _of(self, node: Node) -> Group | None:
        return self._group_of[id(node.maker)][node.number]


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
    """Return the types and names of drafts of rows whose id or identifier cannot be read."""
    rows: dict[int, set[int]] = {}
    for position, place in refused:
        rows.setdefault(place, set()).add(position)
    found: set[Key] = set()
    for maker in makers:
        if maker.is_relation:
            continue
        telling = {place for line in maker.lines if line.target.field in _IDENTITY for place in line.places}
        names = [place for place, line in enumerate(maker.lines) if line.target.field == "name"]
        positions = set[int]().union(*(rows.get(place, ()) for place in telling))
        for position, number in zip(maker.positions, maker.drafts, strict=True):
            if position in positions:
                draft = maker.draft(number)
                found.update((maker.record.type, called(draft[place])) for place in names if draft[place])
    return frozenset(found)
