"""`import` makes a model of tables, tells what became of everything, and never writes over a table."""

from __future__ import annotations

import csv
import json
import shlex
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from tests.cli.running import PROGRAM, Ran, call, environment, run

from partnermodel import load, read_table
from partnermodel.cli import waiting
from partnermodel.formats.tables.mappings.mapping_files import load_mapping
from partnermodel.formats.tables.suggesting.suggesting import suggest_mapping
from partnermodel.views.written import csv_rows, csv_text, markdown

ROWS = (("Name", "Status"), ("School No. 5", "active"), ("School No. 15", "planned"))


def table(folder: Path, *rows: tuple[str, ...], name: str = "schools.csv") -> Path:
    """Return a table of schools."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows or ROWS)
    return path


def imported(*args: str | Path) -> Ran:
    """Run the command."""
    return call("import", *map(str, args))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_from_a_table_to_a_mapping_to_a_model(language: str, tmp_path: Path) -> None:
    """A mapping is proposed, written and told; with it the table is a model, and its account is told."""
    schools, plan, model = table(tmp_path), tmp_path / "map.toml", tmp_path / "model.json"
    ran = imported(schools, "--suggest", "--map", plan, "--lang", language)
    found = suggest_mapping(schools)
    assert (ran.code, ran.err) == (0, "")
    told, _, then = ran.out.rstrip("\n").rpartition("\n")
    assert told == str(found.table(language=language))
    assert then.startswith(("Read ", "Прочитайте "))
    assert then.endswith(f": partnermodel import {schools} --map {plan} -o model.json")
    assert plan.read_text(encoding="utf-8") == found.text(language=language)
    ran = imported(schools, "--map", plan, "-o", model, "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    assert {one.name: one.status for one in load(model).organisations.values()} == dict(ROWS[1:])
    assert ("Что стало с таблицами" if language == "ru" else "What became of the tables") in ran.out


def test_other_programs_get_the_rows_of_the_account(tmp_path: Path) -> None:
    """JSON and CSV have the rows of the account, and nothing else, whatever the language; so has Markdown."""
    schools, plan = table(tmp_path, *ROWS, ("", "active")), tmp_path / "map.toml"
    plan.write_text(suggest_mapping(table(tmp_path, name="good.csv")).text(), encoding="utf-8")
    found = read_table(schools, load_mapping(plan), on_error="collect")
    broken = tmp_path / "broken.csv"

    def told(form: str) -> str:
        output = tmp_path / f"{form}.json"
        ran = imported(
            schools, "--map", plan, "-o", output, "--broken", broken, "--format", form, "--lang", "ru"
        )
        assert (ran.code, load(output)) == (1, found.model)
        broken.unlink()
        broken.with_suffix(".toml").unlink()
        return ran.out

    rows = json.loads(json.dumps(list(found.account.rows())))
    assert json.loads(told("json")) == {"account": rows}
    assert told("csv") == csv_text(csv_rows(found.account.rows())).replace("\r\n", "\n")
    assert told("md") == markdown(found.account.table(language="ru")) + "\n"


def test_a_proposal_without_a_file_is_printed(tmp_path: Path) -> None:
    """What is printed is the mapping itself, so that it can be sent to a file."""
    schools = table(tmp_path)
    ran = imported(schools, "--suggest")
    assert (ran.code, ran.out) == (0, suggest_mapping(schools).text())


def test_several_tables_are_one_model(tmp_path: Path) -> None:
    """Tables that a mapping has parts for are read together."""
    first, second = table(tmp_path), table(tmp_path, ROWS[0], ("School No. 7", "active"), name="more.csv")
    plan, model = tmp_path / "map.toml", tmp_path / "model.json"
    assert imported(first, second, "--suggest", "--map", plan).code == 0
    assert [sheet.file for sheet in load_mapping(plan).sheets] == ["schools.csv", "more.csv"]
    assert imported(first, second, "--map", plan, "-o", model).code == 0
    assert len(load(model).organisations) == 3


def test_a_broken_row_stops_everything_or_is_set_aside(tmp_path: Path) -> None:
    """A fault is told with its place, and nothing is written; or the row is left out, to be mended."""
    schools = table(tmp_path, *ROWS, ("School No. 25", "?"))
    plan, model, mend = tmp_path / "map.toml", tmp_path / "model.json", tmp_path / "mend.csv"
    assert imported(table(tmp_path, name="good.csv"), "--suggest", "--map", plan).code == 0
    ran = imported(schools, "--map", plan, "-o", model)
    assert (ran.code, ran.out) == (1, "")
    assert f'{schools}, row 4, column "Status": ' in ran.err
    assert not model.exists()
    ran = imported(schools, "--map", plan, "-o", model, "--broken", mend)
    assert ran.code == 1
    again = mend.with_suffix(".toml")
    assert ran.err == (
        f"1 row is left out. Mend it in {mend}. Then: partnermodel import {mend} --map {again} "
        f"--into {model} -o whole.json\n"
    )
    assert len(load(model).organisations) == 2
    mend.write_text(mend.read_text(encoding="utf-8-sig").replace("?", "active"), encoding="utf-8-sig")
    rest = tmp_path / "rest.json"
    ran = imported(mend, "--map", again, "-o", rest)
    assert (ran.code, ran.out.splitlines()[-1]) == (0, f"{rest}: {rest.stat().st_size} bytes")
    assert [one.name for one in load(rest).organisations.values()] == ["School No. 25"]


@pytest.mark.parametrize(("first", "then"), [("model", "whole"), ("whole", "whole-2")])
def test_rows_that_are_mended_are_added_as_the_command_says(first: str, then: str, tmp_path: Path) -> None:
    """What is told after rows were left out can be typed as it stands, and makes the model of all rows."""
    folder = tmp_path / "наш реестр"
    folder.mkdir()
    plan, all_rows = folder / "map.toml", (*ROWS, ("School No. 25", "active"))
    whole = table(folder, *all_rows, name="good.csv")
    assert imported(whole, "--suggest", "--map", plan).code == 0
    bad = table(folder, *ROWS, ("School No. 25", "?"), name="bad.csv")
    broken = folder / "на исправление.csv"
    model = folder / f"{first}.json"
    ran = imported(bad, whole, "--map", plan, "-o", model, "--broken", broken, "--lang", "ru")
    assert ran.err.startswith(
        f"Пропущена 1 строка. Исправьте её в файле {broken}. Затем: partnermodel import "
    )
    broken.write_text(broken.read_text(encoding="utf-8-sig").replace(";?;", ";active;"), encoding="utf-8-sig")
    program, *args = shlex.split(ran.err.partition("Затем: ")[2])
    assert program == "partnermodel"
    ran = run(*args, cwd=folder)
    assert (ran.code, ran.err) == (0, "")
    assert imported(whole, "--map", plan, "-o", folder / "all.json").code == 0
    assert load(folder / f"{then}.json") == load(folder / "all.json")


def test_rows_of_several_tables_are_all_named(tmp_path: Path) -> None:
    """Each file to mend is told, in both languages, and is given to the command that reads them."""
    plan = tmp_path / "map.toml"
    assert imported(table(tmp_path), "--suggest", "--map", plan).code == 0
    bad = [table(tmp_path, ROWS[0], ("B", "?"), name=name) for name in ("a.csv", "b.csv")]
    for number, (language, words) in enumerate(
        {
            "en": "2 rows are left out. Mend them in {}, {}. Then: ",
            "ru": "Пропущены 2 строки. Исправьте их: {}, {}. Затем: ",
        }.items()
    ):
        names = [tmp_path / f"mend{number}{more}.csv" for more in ("", "-2")]
        ran = imported(
            *bad, "--map", plan, "-o", tmp_path / "m.json", "--broken", names[0], "--lang", language
        )
        command = f"partnermodel import {names[0]} {names[1]} --map "
        assert ran.err.startswith(words.format(*names) + command)


def test_a_model_that_cannot_be_written_leaves_no_rows_to_mend(tmp_path: Path) -> None:
    """Nothing is written by halves; what is written the next time is not in its own way."""
    plan, bad = tmp_path / "map.toml", table(tmp_path, *ROWS, ("School No. 25", "?"))
    assert imported(table(tmp_path, name="good.csv"), "--suggest", "--map", plan).code == 0
    before = sorted(tmp_path.iterdir())
    ran = imported(
        bad, "--map", plan, "-o", tmp_path / "none" / "model.json", "--broken", tmp_path / "mend.csv"
    )
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"Error: {tmp_path / 'none' / 'model.json'} cannot be written: No such file or directory.\n"
    )
    assert sorted(tmp_path.iterdir()) == before


def test_a_mapping_that_is_printed_into_a_file_can_be_read(tmp_path: Path) -> None:
    """Whatever the system writes texts in, a mapping is UTF-8, as it is when the command writes the file."""
    schools = table(tmp_path, ("Наименование", "Статус"), ("Школа № 5", "действует"))
    command = [*PROGRAM, "import", str(schools), "--suggest", "--lang", "ru"]
    ran = subprocess.run(
        command, capture_output=True, check=True, env=environment({"PYTHONIOENCODING": "cp1251"})
    )
    assert ran.stdout.decode() == suggest_mapping(schools).text(language="ru")


def test_rows_to_be_mended_say_why_in_the_language_of_the_command(tmp_path: Path) -> None:
    """What is wrong with a row is told in Russian where that is asked for, in the file as on the terminal."""
    schools = table(tmp_path, *ROWS, ("School No. 25", "?"))
    plan, model, mend = tmp_path / "map.toml", tmp_path / "model.json", tmp_path / "mend.csv"
    assert imported(table(tmp_path, name="good.csv"), "--suggest", "--map", plan).code == 0
    assert imported(schools, "--map", plan, "-o", model, "--broken", mend, "--lang", "ru").code == 1
    assert mend.read_text(encoding="utf-8-sig").splitlines() == [
        "Name;Status;Что не так",
        'School No. 25;?;"Status: в сопоставлении нет кода для ""?"""',
    ]


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """Neither a table, nor a mapping, nor rows that somebody is mending, nor any other file is replaced."""
    schools, plan, model = table(tmp_path), tmp_path / "map.toml", tmp_path / "model.json"
    assert imported(schools, "--suggest", "--map", plan).code == 0
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for args in (
        ("--suggest", "--map", plan),
        ("--suggest", "--map", schools),
        ("--map", plan, "-o", schools),
        ("--map", plan, "-o", plan),
        ("--map", plan, "-o", model, "--broken", schools),
        ("--map", plan, "-o", model, "--broken", tmp_path / "map.csv"),
    ):
        ran = imported(schools, *args)
        assert (ran.code, ran.out) == (2, ""), args
        assert ran.err.startswith("Error: ")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert imported(schools, "--map", plan, "-o", model).code == 0
    assert imported(schools, "--map", plan, "-o", model).code == 0, "a model is replaced by a model"


def test_what_cannot_be_done_is_said(tmp_path: Path) -> None:
    """Options that do not go together, a bad mapping, a folder and a wrong encoding end in plain words."""
    schools, plan = table(tmp_path), tmp_path / "map.toml"
    mend = tmp_path / "mend.toml"
    ran = imported(schools, "--map", plan, "-o", tmp_path / "model.json", "--broken", mend)
    assert ran.code == 2
    assert (
        f"{mend} is the name of a mapping; give a name for rows, such as {mend.with_suffix('.csv')}."
        in ran.err
    )
    ran = imported(schools)
    assert ran.code == 2
    assert "give --map and --output, or --suggest for a first mapping." in ran.err
    for option in ("--output", "--broken", "--into", "--format"):
        ran = imported(
            schools, "--suggest", "--map", plan, option, "json" if option == "--format" else schools
        )
        assert (ran.code, ran.out, plan.exists()) == (2, "", False)
        told = "--suggest only proposes a mapping: leave out --output, --broken, --into and --format."
        assert told in ran.err
    plan.write_text("name = Schools", encoding="utf-8")
    ran = imported(schools, "--map", plan, "-o", tmp_path / "model.json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"{plan} cannot be read as a mapping:\n  line 1, column 8 of the file: ")
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = imported(empty, "--suggest")
    assert ran.code in (1, 2)
    assert ran.out == ""
    assert str(empty) in ran.err
    ran = imported(schools, "--suggest", "--encoding", "klingon")
    assert ran.code == 2
    assert "Traceback" not in ran.err
    assert imported(schools, "--suggest", "--map", tmp_path / "no" / "map.toml").code == 2


def test_nothing_of_a_table_acts_on_a_terminal(tmp_path: Path) -> None:
    """Whatever stands in heads and cells, what is printed of it is words."""
    piece = "x\x1b[31m\u202e\x07y"
    hostile = table(tmp_path, ("Name", "Status", piece), ("A", piece, piece), ("B", "active", "z"))
    plan, model = tmp_path / "map.toml", tmp_path / "model.json"
    for args in (("--suggest",), ("--suggest", "--map", plan), ("--map", plan, "-o", model)):
        ran = imported(hostile, *args)
        assert ran.out or ran.err
        assert not {"\x1b", "\u202e", "\x07"} & set(ran.out + ran.err), args


def test_a_file_of_another_sort_is_called_by_its_name(tmp_path: Path) -> None:
    """A model, a mapping and a table each are told from the others, with the command that is for them."""
    schools, plan, model = table(tmp_path), tmp_path / "map.toml", tmp_path / "model.json"
    out = tmp_path / "out.json"
    assert imported(schools, "--suggest", "--map", plan).code == 0
    assert imported(schools, "--map", plan, "-o", model).code == 0
    book = tmp_path / "book"
    book.write_bytes(b"PK\x03\x04" + bytes(100))
    said = {
        ("import", model, "--suggest"): (
            f"Error: {model} is a model, and no table. Look at it with: partnermodel summary {model}"
        ),
        ("import", plan, "--suggest"): (
            f"Error: {plan} is a mapping, and no table. Give it with --map, and the table before it."
        ),
        ("import", schools, "--map", model, "-o", out): f"Error: {model} is a model, and no mapping.",
        ("summary", plan): (
            f"Error: {plan} is a mapping, and no model. It is for: partnermodel import TABLE --map {plan}"
        ),
    }
    for file in (schools, book):
        how = f"partnermodel import {file} --suggest --map mapping.toml"
        said["import", schools, "--map", file, "-o", out] = (
            f"Error: {file} is a table, and no mapping. Let a mapping be proposed with: {how}"
        )
        for command in ("summary", "check"):
            said[command, file] = (
                f"Error: {file} is a table, and no model. Begin to make a model of it with: {how}"
            )
    for args, line in said.items():
        ran = call(*map(str, args))
        assert (ran.code, ran.out, ran.err) == (1, "", f"{line}\n"), args
    assert not out.exists()
    absent = imported("absent.csv", "--suggest", "--lang", "ru")
    assert absent.err.endswith("файл или каталог 'absent.csv' не найден.\n")


def test_whoever_waits_for_a_large_table_sees_a_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both a proposal and a reading tell how far they are, up to the end, under the name of the table."""
    schools, plan = table(tmp_path), tmp_path / "map.toml"
    drawn: list[tuple[str, list[float]]] = []

    @contextmanager
    def bar(label: Callable[[], str]) -> Iterator[Callable[[float], None]]:
        drawn.append((label(), []))
        yield drawn[-1][1].append

    monkeypatch.setattr(waiting, "bar", bar)
    assert imported(schools, "--suggest", "--map", plan).code == 0
    assert imported(schools, "--map", plan, "-o", tmp_path / "model.json").code == 0
    assert [label for label, _ in drawn] == [f"Reading {schools}"] * 2
    for _, shares in drawn:
        assert shares
        assert shares == sorted(shares)
        assert all(0 <= share <= 1 for share in shares)
    assert drawn[1][1][-1] == 1
