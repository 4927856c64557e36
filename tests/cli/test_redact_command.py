"""`redact` writes a file without what must not be published; others leave it out of their answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from examples.omsk import omsk
from tests.cli.running import OMSK, Ran, call

from partnermodel import (
    Group,
    Organisation,
    PartnerModel,
    Person,
    Relation,
    Statement,
    describe,
    dumps,
    load,
    redacted,
    report,
    save,
)

FILE = str(OMSK)


def town(folder: Path) -> str:
    """Save a town with a person, small groups and strangers' data, and return where."""
    file = folder / "town.json"
    model = PartnerModel(
        "Town",
        [
            Organisation("school", "School", extra={"register:phone": "Zq7phone"}),
            Person("head", "Zq7head Person"),
            Group("all", "All learners", size=44),
            Group("deaf", "Deaf learners", size=3),
            Group("others", "Others", size=41),
            Statement("praise", "Praise", description="Thanks to Zq7heads"),
            Relation("head", "holds-post-at", "school"),
            Relation("deaf", "part-of", "all"),
            Relation("others", "part-of", "all"),
        ],
    )
    save(model, file)
    return str(file)


def write(output: Path | str, *args: str, file: str = FILE) -> Ran:
    """Run the command."""
    return call("redact", file, "-o", str(output), *args)


def test_it_writes_what_the_library_makes(tmp_path: Path) -> None:
    """The file is that of `redacted`, and what has gone is said; the input stays."""
    public = tmp_path / "public.json"
    ran = write(public, "--min-count", "10")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{public}: {public.stat().st_size:,} bytes\nRemoved: 3 records.\nNumbers suppressed in 1 record.\n"
    )
    assert load(public) == redacted(omsk(), min_count=10)
    assert write(public, "--keep", "persons", "--keep", "extra", "--field", "description").code == 0
    assert load(public) == redacted(omsk(), persons=False, extra=False, fields=["description"])
    assert write("-").out == dumps(redacted(omsk()))
    assert load(OMSK) == omsk()


def test_where_a_name_may_be_left_is_said_without_it(tmp_path: Path) -> None:
    """The record and the field are told on standard error, and the name is nowhere."""
    ran = write(tmp_path / "public.json", file=town(tmp_path))
    assert ran.code == 0
    assert ran.err == (
        "Look at these texts: a name of a removed person may stand in them.\n  praise.description\n"
    )
    assert "Zq7" not in ran.out
    ran = write("-", "--field", "description", file=town(tmp_path))
    assert ran.err == ""
    assert "Zq7" not in ran.out
    many = [Statement(f"s{number:02}", "Said by Zq7head") for number in range(25)]
    save(PartnerModel("Many", [Person("head", "Zq7head"), *many]), tmp_path / "many.json")
    ran = write("-", "--lang", "ru", file=str(tmp_path / "many.json"))
    assert ran.err.splitlines()[-1] == "  и ещё 5"


def test_what_is_no_model_is_not_overwritten(tmp_path: Path) -> None:
    """A model, or an empty file, is replaced; the input, and all else, never is."""
    notes = tmp_path / "notes.json"
    notes.write_text("Do not lose me", encoding="utf-8")
    ran = write(notes)
    assert (ran.code, ran.err) == (2, f"Error: {notes} is there, and is no model; it is not overwritten.\n")
    assert notes.read_text(encoding="utf-8") == "Do not lose me"
    file = town(tmp_path)
    assert write(file, file=file).err == f"Error: {file} is the file that is read; write elsewhere.\n"
    assert write(tmp_path / "none" / "public.json").code == 2
    notes.write_text("", encoding="utf-8")
    assert write(notes).code == 0
    assert write(notes, "--min-count", "5").code == 0


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (
            ["--field", "descripton"],
            '"descripton" is no field that can be removed. Did you mean "descr',
        ),
        (["--field", "name"], '"name" cannot be removed: the record would be another one'),
        (["--min-count", "1"], "1 is not in the range x>=2."),
        (["--keep", "names"], "'names' is not one of 'persons', 'extra'."),
    ],
)
def test_what_cannot_be_removed_is_refused(tmp_path: Path, args: list[str], message: str) -> None:
    """Nothing is written, and the exit code is that of a command that cannot be carried out."""
    ran = write(tmp_path / "public.json", *args)
    assert ran.code == 2
    assert message in ran.err
    assert not (tmp_path / "public.json").exists()


ANSWERS = (["summary"], ["describe"], ["coverage"], ["report", "-o", "-"], ["diff", FILE])


@pytest.mark.parametrize("args", ANSWERS, ids=" ".join)
def test_an_answer_leaves_out_what_must_not_be_published(tmp_path: Path, args: list[str]) -> None:
    """With --redact no answer has a name of a person or data of others; marks in the file are kept to."""
    command, *more = args
    file = town(tmp_path)
    plain, public = (call(command, file, *more, *options) for options in ([], ["--redact"]))
    assert public.code == plain.code == 0
    texts = public.out.replace("Thanks to Zq7heads", "")  # free text is not searched
    assert "Zq7" not in texts
    assert "Zq7phone" not in texts
    broken = tmp_path / "marked.json"
    marked = Organisation("a", "A", extra={"partnermodel:confidential": "no"})
    save(PartnerModel("Marked", [marked]), broken)
    ran = call(command, str(broken), *more, "--redact")
    assert (ran.code, ran.err) == (
        1,
        f'Error: {broken}: partnermodel:confidential of "a" is true, or a list of fields, not "no".\n',
    )


def test_a_view_leaves_persons_out(tmp_path: Path) -> None:
    """The page has no person in it, neither in the picture nor in the table."""
    page = tmp_path / "page.html"
    assert call("view", town(tmp_path), "-o", str(page), "--redact", "--min-count", "5").code == 0
    assert "Zq7head" not in page.read_text(encoding="utf-8")


def test_small_sizes_are_suppressed_in_answers(tmp_path: Path) -> None:
    """With --min-count a page says that a size is suppressed, also where only another's sake demands it."""
    file = town(tmp_path)
    ran = call("report", file, "-o", "-", "--min-count", "10", "--as-of", "2026-11-26")
    assert ran.out == report(load(file), min_count=10, as_of="2026-11-26")
    assert ran.out.count("size suppressed") == 2
    assert "44 in number" in ran.out
    assert "fewer than 5" not in ran.out
    assert "41" not in call("report", file, "-o", "-", "--min-count", "10").out
    russian = call("report", file, "-o", "-", "--min-count", "10", "--lang", "ru").out
    assert russian.count("численность скрыта") == 2
    assert call("describe", file, "--min-count", "10").out == f"{describe(load(file))}\n"


def test_a_comparison_tells_no_small_number(tmp_path: Path) -> None:
    """What `diff` says of two files is what it says of them redacted."""
    file = town(tmp_path)
    after = load(file).with_(Group("deaf", "Deaf learners", size=4), Group("others", "Others", size=40))
    save(after, tmp_path / "after.json")
    assert call("diff", file, str(tmp_path / "after.json")).out == (
        "changed  deaf.size: 3 → 4\nchanged  others.size: 41 → 40\n"
    )
    assert call("diff", file, str(tmp_path / "after.json"), "--min-count", "10").out == ""
