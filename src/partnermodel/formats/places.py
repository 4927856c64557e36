"""Where something is: the JSONPath of a value or a record, and the line and column of a character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from partnermodel.values.text import compiled, shown
from partnermodel.wording import Worded, worded


def place_of(key: str, path: str) -> str:
    """Return the JSONPath of a key: with a dot if it is a plain word, else in brackets.

    Example:
        >>> place_of("name", "$"), place_of("a b", "$")
        ('$.name', '$["a b"]')
    """
    return f"{path}.{key}" if compiled(r"^[A-Za-z_][A-Za-z0-9_]*$").match(key) else f"{path}[{shown(key)}]"


class Places:
    """The paths of many records, of which no text is made before somebody asks for it.

    Example:
        >>> places = Places()
        >>> places.add("centres", [0, 2])
        >>> places.add("relations", range(5))
        >>> places.locate(1), places.locate(2)
        ('$.centres[2]', '$.relations[0]')
    """

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._lists: list[tuple[str, Sequence[int]]] = []
        self._total = 0

    def add(self, key: str, places: Sequence[int]) -> None:
        """Take in the next records.

        Args:
            key: The key of their list.
            places: The place of each in that list.
        """
        self._starts.append(self._total)
        self._lists.append((key, places))
        self._total += len(places)

    def locate(self, index: int) -> str:
        """Return the path of a record, from its place among all that were taken in."""
        number = bisect_right(self._starts, index) - 1
        key, places = self._lists[number]
        return f"$.{key}[{places[index - self._starts[number]]}]"


def spot(text: str, offset: int, first: int = 1) -> Worded:
    r"""Return the line and the column of a character, both counted from 1.

    Args:
        text: The text.
        offset: Where the character is in it.
        first: The number of the line that the text begins with.

    Example:
        >>> print(spot("{\n  a", 4))
        line 2, column 3
    """
    line, column = text.count("\n", 0, offset) + first, offset - text.rfind("\n", 0, offset)
    return worded("line {line}, column {column}", line=line, column=column)
