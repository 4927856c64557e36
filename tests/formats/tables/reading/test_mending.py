"""Rows to be mended are written beside what is there, and never over what somebody else has written."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.formats.tables.reading.tables import mapping, read, record, table

from partnermodel.errors import UnknownTermError
from partnermodel.formats.tables.mappings.mapping_files import load_mapping, mapping_text
from partnermodel.formats.tables.reading.reading import Import, read_table

HOW = mapping(record("organisation", {"name": "n", "size": "s"}))


def broken(*names: str) -> Import:
    """Return what tables make of which each has a row that cannot be read."""
    return read([table("n | s\nA | x", f"{name}.csv") for name in names], HOW, on_error="collect")


@pytest.mark.parametrize("there", ["colleges.csv", "colleges.toml", "colleges-2.csv"])
def test_what_is_there_is_not_replaced(there: str, tmp_path: Path) -> None:
    """Neither a table nor its mapping is lost to rows of the same name, and nothing is written by halves."""
    text = mapping_text(HOW) if there.endswith(".toml") else "n;s\nA;x\n"
    (tmp_path / there).write_text(text, encoding="utf-8")
    with pytest.raises(FileExistsError) as caught:
        broken("a", "b").save_broken(tmp_path / "colleges.csv")
    assert caught.value.filename == str(tmp_path / there)
    assert caught.value.strerror == (
        "what is there was not written with broken rows; write elsewhere, or move it away"
    )
    assert [path.name for path in tmp_path.iterdir()] == [there]
    assert (tmp_path / there).read_text(encoding="utf-8") == text


def test_what_was_written_before_is_replaced(tmp_path: Path) -> None:
    """The same rows are written over those of another run, and over a file that holds nothing."""
    (tmp_path / "mend.csv").write_text("\n", encoding="utf-8")
    assert [len(rows) for rows in broken("a", "b").broken] == [1, 1]
    first = broken("a", "b").save_broken(tmp_path / "mend.csv")
    before = [path.read_bytes() for path in first]
    assert broken("a", "b").save_broken(tmp_path / "mend.csv") == first
    assert [path.read_bytes() for path in first] == before


def test_rows_have_another_name_than_their_mapping(tmp_path: Path) -> None:
    """The file of the rows would be replaced at once by the mapping beside it, so that name is refused."""
    for name in ("mend.toml", "MEND.TOML"):
        with pytest.raises(
            ValueError,
            match=r'(?i)^"mend\.toml" is the name of a mapping; give a name for rows, such as "mend\.csv"\.$',
        ):
            broken("a").save_broken(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_rows_that_are_mended_in_part_are_rows_to_be_mended(tmp_path: Path) -> None:
    """What is still broken after one mending is written again, and reads as before."""
    rows, beside = read(table("n | s\nA | x\n'=B | y"), HOW, on_error="collect").save_broken(
        tmp_path / "mend.csv"
    )
    rows.write_text(rows.read_text(encoding="utf-8-sig").replace("A;x", "A;1"), encoding="utf-8")
    again = read_table(rows, load_mapping(beside), on_error="collect")
    assert [one.size for one in again.model.organisations.values()] == [1]
    assert again.save_broken(rows) == (rows, beside)
    lines = rows.read_text(encoding="utf-8-sig").splitlines()
    assert lines == ["n;s;What is wrong", '\'\'=B;y;"s: ""y"" is not a whole number"']
    rows.write_text("\n".join(lines).replace("=B;y", "=B;2"), encoding="utf-8")
    (mended,) = read_table(rows, load_mapping(beside)).model.organisations.values()
    assert (mended.name, mended.size) == ("'=B", 2)


def test_what_is_wrong_is_said_in_a_language(tmp_path: Path) -> None:
    """Every reason of a row is told, also after one that was written in another language was read."""
    how = mapping(record("organisation", {"name": "n", "size": "s", "period.start": "d"}))
    path = tmp_path / "mend.csv"
    found = read(table("n | s | d\nA | x | soon"), how, on_error="collect")
    said = {
        "en": ["n;s;d;What is wrong", 'A;x;soon;"s: ""x"" is not a whole number; d: ""soon"" is not a date"'],
        "ru": ["n;s;d;Что не так", 'A;x;soon;"s: ""x"" — это не целое число; d: ""soon"" — это не дата"'],
    }
    for language in ("en", "ru", "ru", "en"):
        rows, beside = found.save_broken(path, language=language)
        assert rows.read_text(encoding="utf-8-sig").splitlines() == said[language]
        assert load_mapping(beside).sheets[0].drop == (said[language][0].rpartition(";")[2],)
        found = read_table(rows, load_mapping(beside), on_error="collect")
        assert found.account.unmapped == ()
    before = {one: one.read_bytes() for one in tmp_path.iterdir()}
    with pytest.raises(UnknownTermError, match="tlh"):
        found.save_broken(path, language="tlh")
    assert {one: one.read_bytes() for one in tmp_path.iterdir()} == before


def test_rows_that_look_misread_can_be_mended(tmp_path: Path) -> None:
    """The rows are written in UTF-8, and the mapping beside them says so: none is refused for its letters."""
    name = "Министерство".encode().decode("windows-1251")
    found = read(table(f"n | s\n{name} | x"), HOW, on_error="collect")
    rows, beside = found.save_broken(tmp_path / "mend.csv")
    text = rows.read_text(encoding="utf-8-sig").replace(";x;", ";1;")
    rows.write_text(text, encoding="utf-8-sig")
    assert [one.name for one in read_table(rows, load_mapping(beside)).model.organisations.values()] == [name]
