"""What a reader or a frame holds in a cell, as what we hold in it."""

from __future__ import annotations

import datetime
import decimal
import math
import uuid
from typing import Any

from partnermodel.formats.tables.sources.grid import Cell

EXACT = 2**53
"""Up to here, a number with a fraction holds every whole number."""

_MIDNIGHT = datetime.time()
_AS_THEY_ARE = (int, bool, datetime.date)


def cell_of(value: Any) -> Cell:
    """Return what a cell holds.

    A number without a fraction is a whole number, whatever type it was kept in; what is not a number is
    blank. A moment at midnight is a date, since many programs have no other. Lists and structures are JSON.

    Raises:
        TypeError: No cell can hold it.

    Example:
        >>> cell_of(688110.0), cell_of(float("nan")), cell_of([1, 2]), cell_of("")
        (688110, None, '[1,2]', None)
    """
    kind = type(value)
    if kind is str:
        return value or None
    if value is None or kind in _AS_THEY_ARE:
        return value  # type: ignore[no-any-return]
    if kind is float:
        return _number(value)
    if isinstance(value, datetime.datetime):
        return _moment(value)
    if isinstance(value, datetime.timedelta):
        minutes, seconds = divmod(round(value.total_seconds()), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{seconds:02d}"
    return _rarer(value)


def _number(value: float) -> Cell:
    if value.is_integer():
        return int(value) if -EXACT <= value <= EXACT else value
    return value if math.isfinite(value) else _odd(value)


def _odd(value: float) -> Cell:
    """Return what is not a number as blank, and an infinity as the text that says so."""
    return None if math.isnan(value) else str(value)


def _moment(value: datetime.datetime) -> Cell:
    if type(value).__name__ == "NaTType":
        return None
    if type(value) is not datetime.datetime:
        value = value.to_pydatetime(warn=False)  # type: ignore[attr-defined]
    if value.tzinfo is None and value.time() == _MIDNIGHT:
        return value.date()
    return value


def _rarer(value: Any) -> Cell:
    if isinstance(value, decimal.Decimal):
        return _decimal(value)
    if isinstance(value, datetime.time | uuid.UUID):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8") if _is_text(value) else value.hex()
    if isinstance(value, list | tuple | dict | set | frozenset):
        import msgspec

        return msgspec.json.encode(value, enc_hook=_plain, order="deterministic").decode()
    if isinstance(value, str):
        return str.__str__(value) or None
    if type(value).__name__ == "NAType":
        return None
    plain = _plain(value)
    return cell_of(plain) if type(plain) is not type(value) else _refuse(value)


def _decimal(value: decimal.Decimal) -> Cell:
    if not value.is_finite():
        return None if value.is_nan() else str(value)
    if value == value.to_integral_value():
        return int(value)
    number = float(value)
    return number if decimal.Decimal(repr(number)) == value else str(value)


def _is_text(value: bytes) -> bool:
    try:
        value.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\x00" not in value


def _plain(value: Any) -> Any:
    """Return what a number, a truth or a list of numpy is without numpy."""
    if hasattr(value, "tolist"):
        return value.tolist()
    return _refuse(value)


def _refuse(value: Any) -> Any:
    raise TypeError(type(value).__name__)
