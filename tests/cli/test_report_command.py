"""`report` writes a page, whole or not at all, and never over anything else."""

from __future__ import annotations

import datetime
import os
import re
from pathlib import Path

import pytest
from examples.omsk import omsk
from tests.cli.running import OMSK, Ran, call, run

from partnermodel import report, save
from partnermodel.language.speech import speech

FILE = str(OMSK)


def write(output: Path | str, *args: str, file: str = FILE) -> Ran:
    """Run the command."""
    return call("report", file, "-o", str(output), *args)


def test_it_writes_the_page_and_says_so(tmp_path: Path) -> None:
    """The file is the page of the library, as of the day; what is printed is its name, size and content."""
    page = tmp_path / "page.html"
    ran = write(page, "--as-of", "2026-11-24")
    assert page.read_bytes() == report(omsk(), as_of="2026-11-24").encode()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{page}: {page.stat().st_size:,} bytes\n"
        "Omsk: a ministry and a college: 8 organisations, 10 centres and facilities, 3 programmes, "
        "10 initiatives, 6 groups, 1 person in a public post, 1 place, 1 document, 6 statements, "
        "72 relations; 1 thing for a person to look at.\n"
    )
    assert list(tmp_path.iterdir()) == [page]


def test_the_day_is_today_unless_it_is_given(tmp_path: Path) -> None:
    """Left out, `--as-of` is today, and the page says which day that was."""
    before = datetime.date.today()
    write(tmp_path / "page.html")
    text = (tmp_path / "page.html").read_text(encoding="utf-8")
    told = [speech("en").date(str(day)) for day in (before, datetime.date.today())]
    assert any(f"as of {day}" in text for day in told)


def test_an_older_page_is_replaced(tmp_path: Path) -> None:
    """A page, or an empty file, gives way to the new page and keeps its permissions."""
    for name, held in (("page.html", report(omsk())), ("empty.html", "")):
        page = tmp_path / name
        page.write_text(held, encoding="utf-8")
        page.chmod(0o640)
        assert write(page, "--as-of", "2030").code == 0
        assert "as of 2030" in page.read_text(encoding="utf-8")
        assert page.stat().st_mode & 0o777 == 0o640


def test_it_can_be_printed() -> None:
    """A dash prints the page itself, and nothing but the page."""
    ran = write("-", "--as-of", "2026")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == report(omsk(), as_of="2026")
    printed = run("report", "-", "-o", "-", "--as-of", "2026", input=OMSK.read_bytes())
    assert printed == ran


def unchanged(path: Path, run: Ran, reason: str, before: bytes) -> None:
    """Hold a refusal to its promise: a line that says why, and a file as it was."""
    assert (run.code, run.out) == (2, "")
    assert run.err == f"Error: {path} {reason}.\n"
    assert path.read_bytes() == before


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    """The file that is reported on stays as it is, by whatever name the page would take its place."""
    data = OMSK.read_bytes()
    (tmp_path / "sub").mkdir()
    model, symbolic, hard = tmp_path / "model.json", tmp_path / "symbolic.html", tmp_path / "hard.html"
    model.write_bytes(data)
    symbolic.symlink_to(model)
    hard.hardlink_to(model)
    for output in (model, symbolic, hard, tmp_path / "sub" / ".." / "model.json"):
        ran = write(output, file=str(model))
        unchanged(output, ran, "is the file that is read; write elsewhere", data)
    assert len(list(tmp_path.iterdir())) == 4


def test_nothing_but_a_page_is_overwritten(tmp_path: Path) -> None:
    """A slip of the hand cannot cost a model, a spreadsheet or a device its content."""
    other = tmp_path / "other.json"
    other.write_text("{}")
    unchanged(other, write(other), "is there, and is no page or picture; it is not overwritten", b"{}")
    piped = call("report", "-", "-o", str(other), input=OMSK.read_bytes())
    unchanged(other, piped, "is there, and is no page or picture; it is not overwritten", b"{}")
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    ran = write(pipe)
    assert ran.err == f"Error: {pipe} is not a file that can be replaced.\n"
    assert pipe.is_fifo()
    assert write(os.devnull).code == 2
    assert Path(os.devnull).is_char_device()


def test_a_directory_is_no_page(tmp_path: Path) -> None:
    """To write into a directory is a mistake of usage."""
    ran = write(tmp_path)
    assert (ran.code, ran.out) == (2, "")
    reason = f"Invalid value for '-o' / '--output': File '{tmp_path}' is a directory."
    assert ran.err.endswith(f"Error: {reason}\n")


def test_where_nothing_can_be_written_one_line_says_so(tmp_path: Path) -> None:
    """A directory that is not there, or a file in the place of one, is told in a line."""
    missing = tmp_path / "nowhere" / "page.html"
    ran = write(missing)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"Error: {missing} cannot be written: No such file or directory.\n"
    blocked = tmp_path / "file" / "page.html"
    blocked.parent.write_text("")
    assert write(blocked).err == f"Error: {blocked} cannot be written: Not a directory.\n"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_directory_that_is_read_only_is_left_alone(tmp_path: Path) -> None:
    """Where one may not write, a line says so, and no trace is left."""
    tmp_path.chmod(0o500)
    ran = write(tmp_path / "page.html")
    tmp_path.chmod(0o700)
    assert (ran.code, ran.err) == (
        2,
        f"Error: {tmp_path / 'page.html'} cannot be written: Permission denied.\n",
    )
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_half_way_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full at the last step, the old page is whole and nothing lies beside it."""
    page = tmp_path / "page.html"
    page.write_text("<!DOCTYPE html><html></html>")

    def full(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(Path, "replace", full)
    ran = write(page)
    assert (ran.code, ran.err) == (2, f"Error: {page} cannot be written: No space left on device.\n")
    assert page.read_text() == "<!DOCTYPE html><html></html>"
    assert list(tmp_path.iterdir()) == [page]


def test_the_model_is_only_read(tmp_path: Path) -> None:
    """No command changes the file that it looks at: neither its bytes nor its time."""
    model = tmp_path / "model.json"
    model.write_bytes(OMSK.read_bytes())
    os.utime(model, ns=(1, 1))
    for args in (["summary"], ["check"], ["coverage"], ["partners", "omsk-college"], ["diff", FILE],
                 ["report", "-o", str(tmp_path / "page.html")]):  # fmt: skip
        assert call(args[0], str(model), *args[1:]).code == 0
    assert model.read_bytes() == OMSK.read_bytes()
    assert model.stat().st_mtime_ns == 1


def test_a_page_is_asked_for() -> None:
    """Where the page goes must be said: no file appears that nobody named."""
    ran = call("report", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert "Missing option '-o' / '--output'" in ran.err


def test_the_page_can_be_in_russian(tmp_path: Path) -> None:
    """`--lang ru` writes the Russian page of the library, and says in Russian what it is about."""
    page = tmp_path / "page.html"
    ran = write(page, "--as-of", "2026", "--lang", "ru")
    assert page.read_bytes() == report(omsk(), language="ru", as_of="2026").encode()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("72 отношения; 1 вопрос требует внимания.\n")
    assert re.search(r"\d\u00a0\d{3} байта?\n", ran.out)


def test_an_older_file_is_compared_with(tmp_path: Path) -> None:
    """`--compare` names an older file; the page says what has changed since."""
    page, older = tmp_path / "page.html", tmp_path / "older.json"
    before = omsk().without("visit")
    save(before, older)
    assert write(page, "--as-of", "2026", "--compare", str(older)).code == 0
    assert page.read_bytes() == report(omsk(), as_of="2026", compared_with=before).encode()


def test_the_older_file_is_safe_as_well(tmp_path: Path) -> None:
    """The page never takes the place of the older file, a broken one is refused, and one dash is enough."""
    older = tmp_path / "older.json"
    older.write_bytes(OMSK.read_bytes())
    ran = write(older, "--compare", str(older))
    unchanged(older, ran, "is there, and is no page or picture; it is not overwritten", OMSK.read_bytes())
    older.write_text("{")
    ran = write(tmp_path / "page.html", "--compare", str(older))
    assert (ran.code, ran.out, list(tmp_path.iterdir())) == (1, "", [older])
    twice = call("report", "-", "-o", "-", "--compare", "-", input=OMSK.read_bytes())
    assert twice.code == 2
    assert twice.err.endswith("Error: standard input can be read only once: give at most one '-'.\n")


def test_the_older_file_is_not_overwritten(tmp_path: Path) -> None:
    """The file to compare with is an input as well: no page takes its place, whatever it is called."""
    older = tmp_path / "older.html"
    held = OMSK.read_bytes().replace(b"Omsk", b"<html>", 1)
    older.write_bytes(held)
    ran = write(older, "--compare", str(older))
    assert ran.code == 2
    assert ran.err.startswith(f"Error: {older} is the file that is read; write elsewhere.")
    assert older.read_bytes() == held


@pytest.mark.parametrize(("language", "words"), [("en", "a page is written as .html"), ("ru", ".html")])
def test_a_page_is_not_written_as_what_it_is_not(language: str, words: str, tmp_path: Path) -> None:
    """A name that a word processor would open, and find broken, is refused before anything is read."""
    ran = call("report", str(OMSK), "-o", str(tmp_path / "отчёт.docx"), "--lang", language)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.rstrip("\n").endswith(words)
    assert list(tmp_path.iterdir()) == []
    for name in ("a", "a.HTM"):
        assert call("report", str(OMSK), "-o", str(tmp_path / name)).code == 0
