"""Texts are read in the right encoding, or refused with the likely one: never as what nobody wrote."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.formats.tables.samples import colleges, participation
from tests.formats.tables.sources.making import read, rows, written

from partnermodel.errors import InvalidTableError
from partnermodel.formats.tables.sources.content import Content
from partnermodel.formats.tables.sources.decoding import Text
from partnermodel.formats.tables.sources.delimited import delimited_grid
from partnermodel.formats.tables.sources.guessing import likely_encodings
from partnermodel.formats.tables.sources.opening import open_grids

RUSSIAN = ["windows-1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic"]
NAMES = [str(cell) for row in colleges() for cell in row[1:3]] + [row[2] for row in participation(200)]


def plain(text: str) -> str:
    """Return a text without what some encodings do not have."""
    return text.replace("№", "N").replace("«", '"').replace("»", '"').replace("—", "-")


@pytest.mark.parametrize("encoding", RUSSIAN)
def test_the_encoding_of_a_real_name_is_the_likeliest(encoding: str) -> None:
    """For each name of the samples, in each encoding of Russian, that encoding is said first."""
    for name in NAMES:
        # What has neither capitals nor я is the same on a Macintosh and on Windows.
        if encoding != "mac-cyrillic" and re.search("[A-Za-z]", name) is None:
            assert likely_encodings(plain(name).encode(encoding))[0] == encoding, name
    assert likely_encodings(plain("\n".join(NAMES)).encode(encoding))[0] == encoding


@pytest.mark.parametrize("encoding", RUSSIAN[:4])
@pytest.mark.parametrize(
    "text", ["СВОДНАЯ ВЕДОМОСТЬ ПО РЕГИОНУ", "инн;кпп;огрн", "Ёлка, звёзды", "Щёкино, ул. Цюрупы"]
)
def test_capitals_and_short_texts_are_judged_right(encoding: str, text: str) -> None:
    """A line in capitals, a line of abbreviations and a line with rare letters are enough."""
    assert likely_encodings(text.encode(encoding))[0] == encoding


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_mark_says_the_encoding(mark: str) -> None:
    """A byte-order mark is obeyed, and is no part of the first cell, whether or not the encoding is given."""
    data = "имя,город\nКолледж,Омск\n".encode(mark)
    expected = [(1, ("имя", "город")), (2, ("Колледж", "Омск"))]
    assert read("a.csv", data) == expected
    assert read("a.csv", data, encoding=mark) == expected
    assert read("a.csv", data, encoding=mark.removesuffix("-sig")) == expected


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_an_encoding_that_is_given_needs_no_mark(encoding: str) -> None:
    """Without a mark the caller says which half comes first; plain UTF-16 is taken as Windows writes it."""
    data = "имя,город\n".encode(encoding)
    assert read("a.csv", data, encoding=encoding) == [(1, ("имя", "город"))]
    if encoding == "utf-16-le":
        assert read("a.csv", data, encoding="utf-16") == [(1, ("имя", "город"))]


@pytest.mark.parametrize("encoding", ["utf-9", "hex", "rot13", "nonsense\x00"])
def test_what_is_no_encoding_is_refused(encoding: str) -> None:
    """A name that Python does not know, or of what makes no texts, is a slip of the caller."""
    with pytest.raises(ValueError, match="is no encoding of texts"):
        open_grids(written("a.csv", "a,b\n"), encoding=encoding)


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), st.sampled_from(RUSSIAN[:3]))
@example(["ГБПОУ «Кoлледж № 220»"], "windows-1251")  # with a Latin o
def test_a_wrong_encoding_is_never_read_as_utf_8(names: list[str], encoding: str) -> None:
    """Russian text in another encoding is refused, and the message shows it as it was meant."""
    data = plain("\n".join(names)).encode(encoding)
    with pytest.raises(InvalidTableError) as caught:
        rows(delimited_grid(Content.of_bytes("a.csv", "a.csv", data)))
    (issue,) = caught.value.issues
    assert issue.code == "wrong-encoding"
    assert f'Give the encoding "{encoding}"' in issue.hint


@given(
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=5),
    st.sampled_from(["windows-1251", "windows-1252", "cp866", "koi8-r"]),
)
def test_utf_8_read_in_a_wrong_encoding_is_never_accepted(names: list[str], encoding: str) -> None:
    """Whoever gives a wrong encoding is told that it is UTF-8, and gets no letters that nobody wrote."""
    data = "\n".join(names).encode()
    with pytest.raises(InvalidTableError) as caught:
        rows(delimited_grid(Content.of_bytes("a.csv", "a.csv", data), encoding=encoding))
    assert 'Give the encoding "utf-8"' in caught.value.issues[0].hint


@pytest.mark.parametrize("name", NAMES[::40])
def test_good_names_raise_no_doubt(name: str) -> None:
    """What reads right is not taken for misread."""
    (grid,) = open_grids(written("a.csv", f"имя\n{name}\nГрёза Прованса, «café», naïve, Übung\n"))
    assert len(rows(grid)) == 3
    assert list(grid.doubts) == []


def test_one_misread_cell_is_a_doubt() -> None:
    """Among many words that read right, one that does not is told once, and read as it stands."""
    wrong = "Министерство".encode().decode("windows-1251")
    good = "Омский колледж транспорта\n" * 20
    (grid,) = open_grids(written("a.csv", f"{good}{wrong}\n{good}{wrong}\n"))
    assert len(rows(grid)) == 42
    (doubt,) = grid.doubts
    assert str(doubt) == (
        'a.csv: line 21 reads "РњРёРЅРёСЃС‚РµСЂСЃС‚РІРѕ": that is "Министерство" in UTF-8, '
        "read as windows-1251. Export the table again as UTF-8, from where it still reads right. "
        "[misread-text]"
    )
    assert doubt.severity == "doubtful"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32-be"])
def test_who_says_that_a_text_is_in_unicode_is_believed(encoding: str) -> None:
    """What looks misread is refused where nobody says the encoding; where it is said, that is a doubt."""
    wrong = "Министерство".encode().decode("windows-1251")
    path = written("a.csv", f"a;b\n{wrong};1\n".encode(encoding))
    (grid,) = open_grids(path, encoding=encoding)
    assert rows(grid) == [(1, ("a", "b")), (2, (wrong, "1"))]
    (doubt,) = grid.doubts
    assert (doubt.code, doubt.severity) == ("misread-text", "doubtful")
    assert doubt.hint == "Export the table again as UTF-8, from where it still reads right."
    if encoding == "utf-8":
        with pytest.raises(InvalidTableError, match='If it is meant so, give the encoding "utf-8"'):
            open_grids(path)


def test_json_that_looks_misread_is_believed_when_its_encoding_is_given() -> None:
    """The same holds for JSON, and for JSON Lines."""
    wrong = "Министерство".encode().decode("windows-1251")
    for name, text in (("a.json", f'[{{"a": "{wrong}"}}]'), ("a.jsonl", f'{{"a": "{wrong}"}}\n')):
        (grid,) = open_grids(written(name, text), encoding="utf-8")
        assert [cells for _, cells in rows(grid)] == [("a",), (wrong,)]
        assert [doubt.code for doubt in grid.doubts] == ["misread-text"]
        with pytest.raises(InvalidTableError, match="misread-text"):
            open_grids(written(name, text))


def test_a_doubt_is_told_once_a_file() -> None:
    """A word that is misread in each piece of a long file is told with its first line only."""
    wrong = "Министерство".encode().decode("windows-1251")
    good = "Омский колледж транспорта\n" * 40_000
    (grid,) = open_grids(written("a.csv", f"{wrong}\n{good}{wrong}\n{good}{wrong}\ufffd\n"))
    assert len(rows(grid)) == 80_003
    assert [doubt.message[:12] for doubt in grid.doubts] == ["line 1 reads"]


def test_letters_that_were_lost_are_a_doubt() -> None:
    """The sign that stands for a letter nobody can read any more is told with its line."""
    (grid,) = open_grids(written("a.csv", "имя\nКолледж\nКолле\ufffd\ufffd\nТехни\ufffdум\n"))
    assert len(rows(grid)) == 4
    (doubt,) = grid.doubts
    assert str(doubt) == (
        "a.csv: in line 3 stand signs in the place of letters that were lost. "
        "Export the table again: what was lost when it was saved cannot be read. [lost-letters]"
    )


def test_a_fault_far_into_the_file_is_placed() -> None:
    """Line and column are right in the second piece of a file as well, after letters of two bytes."""
    good = "щ,ю\n" * 300_000
    (grid,) = open_grids(written("a.csv", good.encode() + "ыы,".encode() + b"\xff,1\n"))
    with pytest.raises(InvalidTableError, match="in line 300001, column 4 is a byte"):
        rows(grid)


def test_a_long_line_is_shown_in_part() -> None:
    """Of a line of many words, what is around the byte is shown."""
    with pytest.raises(InvalidTableError) as caught:
        read("a.csv", ("a" * 500 + " Омск " + "b" * 500).encode("windows-1251"))
    assert 'the line reads "aaaaaaaaaaaaaaaaaaa Омск bbb' in caught.value.issues[0].message


def test_a_text_keeps_its_encoding() -> None:
    """The mark is not read as text, and is not looked for in another encoding than the one that is given."""
    content = Content.of_bytes("a", "a", b"\xef\xbb\xbfa")
    assert (Text.of(content, None).encoding, Text.of(content, None).mark) == ("utf-8", 3)
    assert Text.of(content, "windows-1251").mark == 0
