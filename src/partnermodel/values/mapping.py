"""A mapping that cannot change, so that a record that holds one can be hashed and shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar, overload

K = TypeVar("K")
V = TypeVar("V")
T = TypeVar("T")


class FrozenMap(Mapping[K, V]):
    """An immutable, hashable mapping; equal to any mapping with the same items, in any order.

    Two of them are equal only if their numbers are written alike, too: 1, 1.0 and true are one value to
    Python, and three to a reader of JSON.

    Example:
        >>> names = FrozenMap({"ru": "Омская область"})
        >>> names["ru"], names == {"ru": "Омская область"}
        ('Омская область', True)
    """

    __slots__ = ("_hash", "_items")

    _items: dict[K, V]
    _hash: int | None

    def __init__(self, items: Mapping[K, V] | Iterable[tuple[K, V]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))
        object.__setattr__(self, "_hash", None)

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    # What Mapping makes of the methods above raises and catches an error for each key that is not there.

    def __contains__(self, key: object) -> bool:
        return key in self._items

    @overload
    def get(self, key: K) -> V | None: ...

    @overload
    def get(self, key: K, default: V | T) -> V | T: ...

    def get(self, key: K, default: V | T | None = None) -> V | T | None:
        """Return the value of a key, or else the default."""
        return self._items.get(key, default)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrozenMap):
            return self._items == other._items and _written_alike(self._items, other._items)
        if isinstance(other, Mapping):
            return self._items == dict(other)
        return NotImplemented

    def __hash__(self) -> int:
        if self._hash is None:
            object.__setattr__(self, "_hash", hash(frozenset(self._items.items())))
        return self._hash  # type: ignore[return-value]  # set on the line above

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a FrozenMap cannot be changed: {name}")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"a FrozenMap cannot be changed: {name}")

    def __reduce__(self) -> tuple[type[FrozenMap[K, V]], tuple[dict[K, V]]]:
        return FrozenMap, (self._items,)


def _written_alike(one: Any, other: Any) -> bool:
    """Return whether the numbers in two equal values are written alike; maps in them have seen to theirs."""
    if isinstance(one, dict):
        return all(_written_alike(value, other[key]) for key, value in one.items())
    if isinstance(one, tuple):
        return all(map(_written_alike, one, other))
    return not isinstance(one, int | float) or repr(one) == repr(other)


EMPTY: FrozenMap[Any, Any] = FrozenMap()

_put_items = FrozenMap._items.__set__  # type: ignore[attr-defined, misc]  # slots, which mypy takes for their values
_put_hash = FrozenMap._hash.__set__  # type: ignore[union-attr]


def frozen(value: Any) -> Any:
    """Return `value` with every mapping in it a `FrozenMap`, every list a tuple, and the rest plain.

    Plain is `str`, `int` or `float` itself, in place of an enumeration or a number of numpy. What is
    none of these is returned as it is; whether it may stand there is for a rule to say.

    Example:
        >>> frozen({"a": [1, {"b": 2}]})
        FrozenMap({'a': (1, FrozenMap({'b': 2}))})
    """
    if isinstance(value, Mapping):
        return FrozenMap({_plain(key): frozen(item) for key, item in value.items()}) if value else EMPTY
    if isinstance(value, list | tuple):
        return tuple(frozen(item) for item in value)
    return _plain(value)


def frozen_texts(items: dict[str, str]) -> FrozenMap[str, str]:
    """Return what `frozen` returns, of a dict of plain strings that nobody else holds.

    Example:
        >>> frozen_texts({"ru": "Омск"})
        FrozenMap({'ru': 'Омск'})
    """
    if not items:
        return EMPTY
    made: FrozenMap[str, str] = FrozenMap.__new__(FrozenMap)
    _put_items(made, items)
    _put_hash(made, None)
    return made


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return int.__int__(value)
    return float.__float__(value) if isinstance(value, float) else value


def thawed(value: Any) -> Any:
    """Return `value` with every `FrozenMap` in it a dict sorted by key, and every tuple a list.

    It is the inverse of `frozen` on JSON values.

    Example:
        >>> thawed(FrozenMap({"b": (1,), "a": 2}))
        {'a': 2, 'b': [1]}
    """
    if isinstance(value, Mapping):
        return {key: thawed(value[key]) for key in sorted(value)}
    if isinstance(value, tuple):
        return [thawed(item) for item in value]
    return value


def thawed_texts(texts: FrozenMap[str, str]) -> dict[str, str]:
    """Return what `thawed` returns, of a mapping of text to text.

    Example:
        >>> thawed_texts(FrozenMap({"ru": "Омск", "en": "Omsk"}))
        {'en': 'Omsk', 'ru': 'Омск'}
    """
    return dict(sorted(texts._items.items()))
