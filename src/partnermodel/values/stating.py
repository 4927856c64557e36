"""How a record and its parts show themselves to a programmer: as the call that makes them."""

from __future__ import annotations

import attrs


def stated_only(instance: object) -> str:
    """Return the call that makes an instance: what is stated, and nothing that only holds its default.

    A class of attrs takes it as its `__repr__`. Most fields of most records are not stated.

    Example:
        >>> @attrs.frozen
        ... class Town:
        ...     name: str
        ...     region: str | None = None
        ...     _code: str | None = None
        ...     __repr__ = stated_only
        >>> Town("Omsk"), Town("Omsk", code="OMS")
        (Town(name='Omsk'), Town(name='Omsk', code='OMS'))
    """
    cls = type(instance)
    held = ((field, getattr(instance, field.name)) for field in attrs.fields(cls))  # type: ignore[arg-type]
    told = ", ".join(f"{field.alias}={value!r}" for field, value in held if value != field.default)
    return f"{cls.__qualname__}({told})"
