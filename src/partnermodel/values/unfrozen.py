"""A frozen class while one of its instances is filled: open, and closed when all is there."""

from __future__ import annotations

from typing import Any


def unfrozen(cls: type) -> Any:
    """Return a class for what will be of a frozen one: its fields can be set, and nothing else is done.

    CPython sets a slot by one quick instruction, unless the class says what it is to be set. So what is
    made by the million is filled while it is not frozen, and then becomes what it is by
    `one.__class__ = cls`, which Python allows where the slots are the same.

    Args:
        cls: A frozen class with slots.

    Example:
        >>> import attrs
        >>> @attrs.frozen
        ... class Point:
        ...     x: int
        >>> point = unfrozen(Point)()
        >>> point.x = 1
        >>> point.__class__ = Point
        >>> point
        Point(x=1)
    """
    own = {name: getattr(object, name) for name in ("__init__", "__setattr__", "__delattr__")}
    return type(f"Unfrozen{cls.__name__}", (cls,), {"__slots__": (), **own})
