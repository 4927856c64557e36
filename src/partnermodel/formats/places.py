"""Where something is: the JSONPath of a value, and the line and column of a character."""

from __future__ import annotations

from partnermodel.values.text import compiled, shown
from partnermodel.wording import Worded, worded


def place_of(key: str, path: str) -> str:
    """Return the JSONPath of a key: with a dot if it is a plain word, else in brackets.

    Example:
        >>> place_of("name", "$"), place_of("a b", "$")
        ('$.name', '$["a b"]')
    """
    return f"{path}.{key}" if compiled(r"^[A-Za-z_][A-Za-z0-9_]*$").match(key) else f"{path}[{shown(key)}]"


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
