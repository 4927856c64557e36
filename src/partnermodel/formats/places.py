"""Where something is: the JSONPath of a value, and the line and column of a character."""

from __future__ import annotations

from partnermodel.values.text import compiled, shown


def place_of(key: str, path: str) -> str:
    """Return the JSONPath of a key: with a dot if it is a plain word, else in brackets.

    Example:
        >>> place_of("name", "$"), place_of("a b", "$")
        ('$.name', '$["a b"]')
    """
    return f"{path}.{key}" if compiled(r"^[A-Za-z_][A-Za-z0-9_]*$").match(key) else f"{path}[{shown(key)}]"


def spot(text: str, offset: int) -> str:
    r"""Return the line and the column of a character, both counted from 1.

    Example:
        >>> spot("{\n  a", 4)
        'line 2, column 3'
    """
    return f"line {text.count(chr(10), 0, offset) + 1}, column {offset - text.rfind(chr(10), 0, offset)}"
