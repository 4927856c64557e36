"""Identifiers that registers give: their formats and, where the scheme has one, their check digits.

The formats are those of the issuing registers. What is *not* checked is whether the number was
ever issued: that takes the register itself, and this library asks nobody.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import mul

import attrs

from partnermodel.errors import Issue
from partnermodel.values.enforcement import enforce, refuse
from partnermodel.values.fields import CODE_FIELD, LINE_FIELD, listed, plain
from partnermodel.values.text import compiled, shown
from partnermodel.wording import Worded, worded

_INN_WEIGHTS = (2, 4, 10, 3, 5, 9, 4, 6, 8)
# A digit is so much less than the byte that it is written as.
_ZEROS = ord("0") * sum(_INN_WEIGHTS)


def _inn(value: str) -> Worded | None:
    return _last_digit(value, (sum(map(mul, value[:9].encode(), _INN_WEIGHTS)) - _ZEROS) % 11 % 10)


def _ogrn(value: str) -> Worded | None:
    return _last_digit(value, int(value[:12]) % 11 % 10)


def _last_digit(value: str, expected: int) -> Worded | None:
    if int(value[-1]) == expected:
        return None
    return worded("its last digit should be {expected}", expected=expected)


def _lei(value: str) -> Worded | None:
    number = int("".join(str(int(character, 36)) for character in value[:18]))
    return _last_two_digits(value, number)


_ROR_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def _ror(value: str) -> Worded | None:
    number = 0
    for character in value[1:7]:
        number = number * 32 + _ROR_ALPHABET.index(character)
    return _last_two_digits(value, number)


def _last_two_digits(value: str, number: int) -> Worded | None:
    """Return what is wrong with the digits behind a number, by ISO 7064 (mod 97-10)."""
    expected = f"{98 - number * 100 % 97:02d}"
    if value[-2:] == expected:
        return None
    return worded("its last two digits should be {expected}", expected=expected)


def _isni(value: str) -> Worded | None:
    total = 0
    for digit in value[:15]:
        total = (total + int(digit)) * 2
    expected = "0123456789X"[(12 - total % 11) % 11]
    if value[-1] == expected:
        return None
    return worded("its last character should be {expected}", expected=expected)


@attrs.frozen
class _Scheme:
    pattern: str
    form: Worded
    checksum: Callable[[str], Worded | None] | None = None


SCHEMES: dict[str, _Scheme] = {
    "inn": _Scheme(r"^[0-9]{10}$", worded("10 digits"), _inn),
    "ogrn": _Scheme(r"^[1-9][0-9]{12}$", worded("13 digits, the first of them not 0"), _ogrn),
    "kpp": _Scheme(r"^[0-9]{4}[0-9A-Z]{2}[0-9]{3}$", worded("9 characters, such as 550401001")),
    "oktmo": _Scheme(r"^[0-9]{8}([0-9]{3})?$", worded("8 digits, or 11 with the settlement")),
    "iso-3166-2": _Scheme(r"^[A-Z]{2}-[A-Z0-9]{1,3}$", worded("a country and a subdivision, such as RU-OMS")),
    "ror": _Scheme(
        r"^0[a-hj-km-np-tv-z0-9]{6}[0-9]{2}$",
        worded("9 characters without the address, such as 03yrm5c26"),
        _ror,
    ),
    "wikidata": _Scheme(r"^Q[1-9][0-9]*$", worded("Q and a number, such as Q42")),
    "lei": _Scheme(r"^[0-9A-Z]{18}[0-9]{2}$", worded("18 letters or digits and 2 digits"), _lei),
    "isni": _Scheme(r"^[0-9]{15}[0-9X]$", worded("16 characters without spaces"), _isni),
}
"""The schemes whose form is checked. Any other scheme loads; its values are kept as they are."""


_PERSONAL = {
    ("inn", 12): (
        worded("an INN of 12 digits is a natural person's"),
        worded("An organisation's INN has 10 digits."),
    ),
    ("ogrn", 15): (
        worded("an OGRN of 15 digits is a sole trader's, a natural person's"),
        worded("An organisation's OGRN has 13 digits."),
    ),
}


_SHORTEST_PERSONAL = min(length for _, length in _PERSONAL)


def _personal(scheme: object, value: object) -> Issue | None:
    """Return the issue for a natural person's number, also when it is written with spaces or as a number.

    The number is not repeated: a message is no place for personal data either.
    """
    text, name = str(value), str(scheme).lower()
    if len(text) < _SHORTEST_PERSONAL or name not in ("inn", "ogrn"):
        return None
    digits = re.sub(r"[\s-]", "", text)
    if not digits.isdigit() or (name, len(digits)) not in _PERSONAL:
        return None
    message, hint = _PERSONAL[name, len(digits)]
    return Issue(
        "personal-data",
        ".value",
        "",
        message,
        worded("Remove it: personal data is not kept here. {hint}", hint=hint),
    )


_NAMES = {
    "inn": worded("INN"),
    "ogrn": worded("OGRN"),
    "kpp": worded("KPP"),
    "oktmo": worded("OKTMO"),
}
"""What those schemes are called that have other letters in other languages."""


def _fault(scheme: str, value: str) -> Issue | None:
    known = SCHEMES.get(scheme)
    if known is None:
        return None
    fits = compiled(known.pattern).match(value) is not None
    reason = known.checksum(value) if fits and known.checksum is not None else None
    if fits and reason is None:
        return None
    name = _NAMES.get(scheme, scheme.upper())
    if reason is None:
        message = worded("{value} is not an identifier of the scheme {name}", value=shown(value), name=name)
        return Issue(
            "bad-identifier", ".value", shown(value), message, worded("Write {form}.", form=known.form)
        )
    message = worded(
        "{value} is not an identifier of the scheme {name}: {reason}",
        value=shown(value),
        name=name,
        reason=reason,
    )
    return Issue(
        "bad-checksum",
        ".value",
        shown(value),
        message,
        worded("Compare it with the register: a digit is wrong."),
    )


@attrs.frozen
class Identifier:
    """What a register calls a thing: a scheme, and the value in it.

    Attributes:
        scheme: A code such as `inn` or `iso-3166-2`; an unknown scheme loads, and `check` says so.
        value: The identifier, without spaces or an address around it.

    Raises:
        InvalidRecordError: The value is not of the scheme's form, fails its check digits, or is a
            natural person's.

    Example:
        >>> Identifier("iso-3166-2", "RU-OMS")
        Identifier(scheme='iso-3166-2', value='RU-OMS')
    """

    scheme: str = attrs.field(converter=plain, metadata=CODE_FIELD)
    value: str = attrs.field(converter=plain, metadata=LINE_FIELD)

    def __attrs_post_init__(self) -> None:
        if (personal := _personal(self.scheme, self.value)) is not None:
            refuse(Identifier, [personal])
        enforce(self)

    @staticmethod
    def _disagreeing(identifiers: Sequence[Identifier]) -> list[int]:
        """Return the places of those that are wrong, or a natural person's."""
        return [
            place
            for place, one in enumerate(identifiers)
            if (len(one.value) >= _SHORTEST_PERSONAL and _personal(one.scheme, one.value) is not None)
            or _fault(one.scheme, one.value) is not None
        ]

    def _contradictions(self) -> Iterator[Issue]:
        """Yield the issue when the value is not one of the scheme, or is a natural person's."""
        issue = _personal(self.scheme, self.value) or _fault(self.scheme, self.value)
        if issue is not None:
            yield issue

    def __str__(self) -> str:
        return f"{self.scheme.upper()} {self.value}"


def listed_identifiers(values: Iterable[Identifier]) -> tuple[Identifier, ...]:
    """Return the values as a tuple; what is no list is left for the rule to refuse."""
    return listed(values)
