"""Identifiers, held to python-stdnum and to numbers that their registers have published."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from stdnum import isni, lei
from stdnum.ru import inn, ogrn
from tests.strategies import identifier_values, identifiers, lines, unknown_codes

from partnermodel.errors import InvalidRecordError
from partnermodel.values.identifiers import SCHEMES, Identifier

DIGITS = "0123456789"
UPPER = f"{DIGITS}ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _accepted(scheme: str, value: str) -> bool:
    try:
        Identifier(scheme, value)
    except InvalidRecordError:
        return False
    return True


@given(st.data())
def test_a_value_with_right_check_digits_is_accepted(data: st.DataObject) -> None:
    """For each scheme, a value whose check digits python-stdnum computed is accepted and kept as it is."""
    for scheme, values in identifier_values().items():
        value = data.draw(values, label=scheme)
        assert Identifier(scheme, value).value == value
        assert str(Identifier(scheme, value)) == f"{scheme.upper()} {value}"


@given(st.text(DIGITS, min_size=8, max_size=14))
def test_inn_and_ogrn_agree_with_stdnum(value: str) -> None:
    """An INN or an OGRN of an organisation is accepted exactly when python-stdnum validates it."""
    assert _accepted("inn", value) == (len(value) == 10 and inn.is_valid(value))
    assert _accepted("ogrn", value) == (len(value) == 13 and ogrn.is_valid(value))


@given(st.text(DIGITS, min_size=9, max_size=9))
def test_exactly_one_last_digit_makes_an_inn(start: str) -> None:
    """Of the ten numbers with the same first nine digits python-stdnum and we accept the same one."""
    endings = [digit for digit in DIGITS if _accepted("inn", start + digit)]
    assert endings == [inn.calc_company_check_digit(start)]


@given(st.text("12345", min_size=1, max_size=1), st.text(DIGITS, min_size=11, max_size=11))
def test_exactly_one_last_digit_makes_an_ogrn(first: str, rest: str) -> None:
    """Of the ten numbers with the same first twelve digits python-stdnum and we accept the same one."""
    endings = [digit for digit in DIGITS if _accepted("ogrn", first + rest + digit)]
    assert endings == [digit for digit in DIGITS if ogrn.is_valid(first + rest + digit)]
    assert len(endings) == 1


@given(st.text(DIGITS, min_size=15, max_size=15))
def test_exactly_one_last_character_makes_an_isni(start: str) -> None:
    """Of the eleven numbers with the same first fifteen digits python-stdnum and we accept the same one."""
    endings = [last for last in f"{DIGITS}X" if _accepted("isni", start + last)]
    assert endings == [last for last in f"{DIGITS}X" if isni.is_valid(start + last)]
    assert len(endings) == 1


@given(st.text(UPPER, min_size=18, max_size=18), st.integers(2, 98))
def test_lei_agrees_with_stdnum(start: str, check: int) -> None:
    """An LEI is accepted exactly when python-stdnum validates it."""
    # Check digits 00, 01 and 99 are left out: ISO 7064 never makes them, but their remainder is
    # that of 97, 98 and 02, so python-stdnum lets them pass. We do not.
    assert _accepted("lei", f"{start}{check:02d}") == lei.is_valid(f"{start}{check:02d}")
    assert not any(_accepted("lei", start + never) for never in ("00", "01", "99"))


@given(st.data(), st.sampled_from(["inn", "ogrn", "ror", "lei", "isni"]))
def test_a_single_wrong_digit_is_seen(data: st.DataObject, scheme: str) -> None:
    """A right value with one digit or letter mistyped is refused, wherever the scheme can see it."""
    # INN and OGRN reduce a remainder of 10 to 0, so that they miss some errors: for them the check
    # digit itself is changed.
    value = data.draw(identifier_values()[scheme])
    places = [len(value) - 1] if scheme in ("inn", "ogrn") else list(range(1, len(value) - 2))
    place = data.draw(st.sampled_from(places))
    # A letter is read as two digits: a digit in its place would move all that follows, and such a
    # slip is seen nearly always, though not by law.
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    other = data.draw(st.sampled_from(letters if scheme == "lei" and value[place].isalpha() else DIGITS))
    assume(other != value[place])
    assert not _accepted(scheme, value[:place] + other + value[place + 1 :])


PUBLISHED = {
    "ror": "03yrm5c26 05dxps055 04wxnsj81 02nr0ka47 00f54p054 042nb2s44 052gg0110 013meh722 05f82e368",
    "lei": "HWUPKR0MPOU8FGXBT394 INR2EJN1ERAN0W5ZP974 213800KUD8LAJWSQ9D15 506700GE1G29325QX363",
    "isni": "0000000121032683 000000012146438X 000000012281955X 0000000081499114 0000000419369078",
    "inn": "7707083893 7736050003 7710538364",
    "ogrn": "1027700132195 1027700070518 1037739877295 1022200525819",
    "iso-3166-2": "RU-OMS RU-MOW GB-ENG FR-75 DE-B",
    "wikidata": "Q42 Q1 Q649",
    "kpp": "773601001 997950001",
    "oktmo": "52701000 52701000001",
}


@pytest.mark.parametrize(
    ("scheme", "value"), [(scheme, value) for scheme, line in PUBLISHED.items() for value in line.split()]
)
def test_published_identifiers_are_accepted(scheme: str, value: str) -> None:
    """What a register has published is accepted."""
    assert Identifier(scheme, value).value == value


def test_every_scheme_is_tried_with_published_identifiers() -> None:
    """No scheme whose form is checked is left without an oracle."""
    assert set(PUBLISHED) == set(SCHEMES) == set(identifier_values())


COMPARE = "Compare it with the register: a digit is wrong."

REFUSED = {
    "inn": {
        "7707083894": f": its last digit should be 3. {COMPARE}",
        "77070838": ". Write 10 digits.",
    },
    "ogrn": {
        "1027700132196": f": its last digit should be 5. {COMPARE}",
        "0027700132195": ". Write 13 digits, the first of them not 0.",
    },
    "kpp": {"55040100": ". Write 9 characters, such as 550401001."},
    "oktmo": {"527010000": ". Write 8 digits, or 11 with the settlement."},
    "iso-3166-2": {"OMS": ". Write a country and a subdivision, such as RU-OMS."},
    "ror": {
        "03yrm5c27": f": its last two digits should be 26. {COMPARE}",
        "https://ror.org/03yrm5c26": ". Write 9 characters without the address, such as 03yrm5c26.",
    },
    "wikidata": {"42": ". Write Q and a number, such as Q42."},
    "lei": {
        "213800KUD8LAJWSQ9D51": f": its last two digits should be 15. {COMPARE}",
        "213800": ". Write 18 letters or digits and 2 digits.",
    },
    "isni": {
        "0000000122819550": f": its last character should be X. {COMPARE}",
        "0000 0001 2281 955X": ". Write 16 characters without spaces.",
    },
}


@pytest.mark.parametrize("scheme", list(SCHEMES))
def test_a_refused_identifier_is_explained(scheme: str) -> None:
    """A refusal names the value, the scheme, and the right check digits or the right form."""
    for value, why in REFUSED[scheme].items():
        with pytest.raises(InvalidRecordError) as caught:
            Identifier(scheme, value)
        (issue,) = caught.value.issues
        code = "bad-checksum" if why.endswith(COMPARE) else "bad-identifier"
        said = f'"{value}" is not an identifier of the scheme {scheme.upper()}{why}'
        assert str(issue) == f"Identifier.value: {said} [{code}]"
        assert issue.value == f'"{value}"'


def _spread(digits: str) -> st.SearchStrategy[str]:
    """Return a number as people write it: in one piece, in groups, with a line feed after it."""
    groups = " ".join(re.findall("..?.?.?", digits))
    return st.sampled_from([digits, groups, groups.replace(" ", "-"), f"{digits}\n", f" {digits}\t"])


@given(st.text(DIGITS, min_size=12, max_size=12), st.sampled_from(["inn", "INN"]), st.data())
def test_the_inn_of_a_person_is_refused_and_never_repeated(
    digits: str, scheme: str, data: st.DataObject
) -> None:
    """An INN of 12 digits is refused as personal data, in whatever form, and the error does not hold it."""
    written = data.draw(_spread(digits))
    with pytest.raises(InvalidRecordError) as caught:
        Identifier(scheme, written)
    assert str(caught.value) == (
        "this Identifier cannot be made:\n"
        "  Identifier.value: an INN of 12 digits is a natural person's. Remove it: personal data is not "
        "kept here. An organisation's INN has 10 digits. [personal-data]"
    )
    assert written not in repr(caught.value)
    assert digits not in repr(caught.value)


@given(st.text(DIGITS, min_size=15, max_size=15), st.data())
def test_the_ogrn_of_a_sole_trader_is_refused_and_never_repeated(digits: str, data: st.DataObject) -> None:
    """An OGRN of 15 digits is refused as personal data, in whatever form, and the error does not hold it."""
    written = data.draw(_spread(digits))
    with pytest.raises(InvalidRecordError) as caught:
        Identifier("ogrn", written)
    assert str(caught.value) == (
        "this Identifier cannot be made:\n"
        "  Identifier.value: an OGRN of 15 digits is a sole trader's, a natural person's. Remove it: "
        "personal data is not kept here. An organisation's OGRN has 13 digits. [personal-data]"
    )
    assert digits not in repr(caught.value)


def test_a_number_of_a_person_is_refused_also_as_a_number() -> None:
    """An INN that a spreadsheet made a number is refused as personal data all the same."""
    with pytest.raises(InvalidRecordError) as caught:
        Identifier("inn", 500100732259)  # type: ignore[arg-type]  # that is the test
    assert [issue.code for issue in caught.value.issues] == ["personal-data"]
    assert "500100732259" not in repr(caught.value)


@given(unknown_codes(), lines())
def test_an_unknown_scheme_loads_with_any_value(scheme: str, value: str) -> None:
    """A scheme that nobody knows takes any line of text."""
    assert Identifier(scheme, value) == Identifier(scheme, value)
    assert (Identifier(scheme, value).scheme, Identifier(scheme, value).value) == (scheme, value)


@given(identifiers())
def test_an_identifier_reads_as_scheme_and_value(identifier: Identifier) -> None:
    """Printed, an identifier is its scheme in capitals and its value."""
    assert str(identifier) == f"{identifier.scheme.upper()} {identifier.value}"
