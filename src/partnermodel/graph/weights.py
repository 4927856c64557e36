"""The weights of edges: which numbers they may be, and that their sums stay numbers."""

from __future__ import annotations

import sys
from collections.abc import Hashable, Iterable
from math import frexp, fsum, isfinite, ldexp
from numbers import Real

from partnermodel.values.text import shown
from partnermodel.wording import worded

LARGEST = sys.float_info.max


def weight_of(value: object, weight: str, one: Hashable, other: Hashable, *, signed: bool = True) -> float:
    """Return the weight of an edge as an int or a float of Python.

    Args:
        value: What the edge holds.
        weight: The attribute that it holds it in, for the message.
        one: The end that the edge leads from.
        other: The other end.
        signed: Whether it may be below 0.

    Raises:
        ValueError: It is not a finite number, is larger than any float, or is below 0 and may not be.

    Example:
        >>> weight_of(3, "weight", "a", "b"), weight_of(True, "weight", "a", "b")
        (3, 1)
    """
    kind = type(value)  # asking for Real is slower, and nearly all are one of these
    if kind is int or kind is float:
        number: float = value  # type: ignore[assignment]  # which the line above says
        if (-LARGEST if signed else 0) <= number <= LARGEST:
            return number
    if isinstance(value, Real):
        try:
            found = int(value) if isinstance(value, int) else float(value)
            if isfinite(found) and (signed or found >= 0):
                return found
        except OverflowError:
            raise ValueError(
                worded(
                    "{weight} of the edge from {one} to {other} is larger than the largest float",
                    weight=weight,
                    one=shown(one),
                    other=shown(other),
                )
            ) from None
    known = worded("a finite number") if signed else worded("a finite number from 0 up")
    raise ValueError(
        worded(
            "{weight} of the edge from {one} to {other} is {known}, not {value}",
            weight=weight,
            one=shown(one),
            other=shown(other),
            known=known,
            value=shown(value),
        )
    )


def total(values: Iterable[float], weight: str | None = None) -> float:
    """Return the sum of numbers, which does not depend on their order; whole numbers have a whole sum.

    Args:
        values: The numbers.
        weight: The attribute that holds them, for the message.

    Raises:
        ValueError: The sum is larger than any float.

    Example:
        >>> total([1, 2]), total([0.1] * 10)
        (3, 1.0)
    """
    held = list(values)
    try:
        found = sum(held) if all(isinstance(value, int) for value in held) else fsum(held)
    except OverflowError:
        raise too_large(weight) from None
    if not -LARGEST <= found <= LARGEST:
        raise too_large(weight)
    return found


def too_large(weight: str | None) -> ValueError:
    """Return the error that says that weights are finite, and what they add up to is not."""
    return ValueError(
        worded("the sum of the edges' {weight} is larger than the largest float", weight=weight)
        if weight
        else worded("the sum of the edges' weights is larger than the largest float")
    )


def evened(rows: list[list[float]]) -> list[list[float]]:
    """Return rows of numbers, so that sums and squares of them are floats, and shares as they were.

    Very large or very small ones are all multiplied by the same power of two, which rounds nothing but
    what is next to nothing beside the others.

    Example:
        >>> evened([[4.0, 2.0]]), evened([[2.0**600, 2.0**599], []])
        ([[4.0, 2.0]], [[0.5, 0.25], []])
    """
    largest = max((max(map(abs, row)) for row in rows if row), default=0.0)
    if not largest or 1e-100 <= largest <= 1e100:
        return rows
    power = -frexp(largest)[1]
    return [[ldexp(value, power) for value in row] for row in rows]
