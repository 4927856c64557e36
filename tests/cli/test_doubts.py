"""What is doubtful in the same way in many places is told once, counted, and can be seen in full."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cli.running import call

from partnermodel import Organisation, PartnerModel, check, load, save
from partnermodel.cli.doubts import HOW_TO_SEE_ALL, lines_of_doubts
from partnermodel.errors import Issue

# Issues whose places are numbered, so that each can be found again in a line.
KINDS = st.tuples(st.sampled_from(["odd", "lone", "late"]), st.integers(0, 9), st.sampled_from(["", "Look."]))


def numbered(kinds: list[tuple[str, int, str]]) -> list[Issue]:
    """Return an issue for each kind, with the place `p0`, `p1` and so on."""
    return [
        Issue(code, f"p{number}", message=f"it is {'abcdefghij'[message]}", hint=hint)
        for number, (code, message, hint) in enumerate(kinds)
    ]


@given(st.lists(KINDS, max_size=60) | KINDS.flatmap(lambda kind: st.lists(st.just(kind), max_size=30)))
def test_every_doubt_is_named_or_counted(kinds: list[tuple[str, int, str]]) -> None:
    """Each line has one code; places named and numbers told are together as many as there are doubts of it.

    No place is named twice, nor under another code or another message than its own.
    """
    issues = numbered(kinds)
    lines = lines_of_doubts(issues)
    if lines and lines[-1] == HOW_TO_SEE_ALL:
        lines.pop()
    told: Counter[str] = Counter()
    for line in lines:
        code = re.findall(r" \[(\w+)\]$", line)[0]
        named = [issues[int(number)] for number in re.findall(r"\bp(\d+)", line)]
        told[code] += len(named) + sum(map(int, re.findall(r"(\d+) more", line)))
        for issue in named:
            assert issue.code == code
            assert f": {issue.message}" in line
            assert issue.hint in line
    assert told == Counter(issue.code for issue in issues)
    places = re.findall(r"\bp\d+", "\n".join(lines))
    assert len(places) == len(set(places))
    assert len(lines) <= 6 * len(told)


@given(st.lists(KINDS, max_size=60))
def test_how_to_see_all_is_said_exactly_where_something_is_not_named(
    kinds: list[tuple[str, int, str]],
) -> None:
    """The last line says so if, and only if, a place is left out; a number never stands for a single one."""
    issues = numbered(kinds)
    lines = lines_of_doubts(issues)
    text = "\n".join(lines)
    assert (HOW_TO_SEE_ALL in lines) == any(not re.search(rf"\b{one.path}\b", text) for one in issues)
    assert " 1 more" not in text


def test_few_doubts_are_told_as_they_print() -> None:
    """Where nothing is alike, each doubt is a line, letter for letter as an issue prints."""
    issues = numbered([("odd", number, "Look.") for number in range(6)])
    assert lines_of_doubts(issues) == [f"  {issue}" for issue in issues]


@pytest.fixture
def fresh(tmp_path: Path) -> str:
    """Return a register in which nothing has evidence and everything is unconnected."""
    path = tmp_path / "fresh.json"
    records = [Organisation(f"o{number}", f"Place {number}") for number in range(10, 40)]
    records[0] = Organisation("o10", "Place 10", kind="vocational-colege")
    save(PartnerModel("Fresh", records), path)
    return str(path)


def test_a_fresh_register_fits_on_a_screen(fresh: str) -> None:
    """A line for each sort of doubt, with the first places and the number of the others, in two languages."""
    assert call("check", fresh).out == (
        f"{fresh} can be used; 61 things for a person to look at:\n"
        '  organisations["o10"].kind: "vocational-colege" is not a known code of the scheme organisation. '
        'Did you mean "vocational-college"? [unknown-term]\n'
        '  organisations["o10"].evidence: nobody is cited for it; the same in organisations["o11"].evidence, '
        'organisations["o12"].evidence, organisations["o13"].evidence, and in 26 more places. Cite the '
        "document that says so. [no-evidence]\n"
        '  organisations["o10"]: no relation begins or ends at it; the same in organisations["o11"], '
        'organisations["o12"], organisations["o13"], and in 26 more places. Add the relation that brought it '
        "here, or remove it. [unconnected]\n"
        "Give --all to see each on a line of its own.\n"
    )
    told = call("check", fresh, "--lang", "ru").out.splitlines()
    assert told[0] == f"{fresh} можно использовать; 61 вопрос требует внимания:"
    assert told[2] == (
        '  organisations["o10"].evidence: источник не указан; то же в organisations["o11"].evidence, '
        'organisations["o12"].evidence, organisations["o13"].evidence и ещё в 26 местах. Укажите документ, в '
        "котором это сказано. [no-evidence]"
    )
    assert told[-1] == "Чтобы увидеть каждый вопрос отдельной строкой, укажите --all."


def test_all_is_there_for_whoever_asks(fresh: str) -> None:
    """`--all` has a line for each doubt, as the library has them, and json has all in any case."""
    issues = check(load(fresh)).items
    ran = call("check", "--all", "--strict", fresh)
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.splitlines()[1:] == [f"  {issue}" for issue in issues]
    machine = [call("check", *args, "--format", "json", fresh).out for args in ([], ["--all"])]
    assert machine[0] == machine[1]
    assert [one["path"] for one in json.loads(machine[0])["issues"]] == [issue.path for issue in issues]


def test_all_faults_of_a_broken_file_can_be_had(tmp_path: Path) -> None:
    """Where the text would end after a hundred and count the rest, `--all` has a line for each fault."""
    path = tmp_path / "many.json"
    entities = [{"id": f"a{number}", "name": 5} for number in range(120)]
    path.write_text(json.dumps({"format_version": 1, "name": "Many", "groups": entities}))
    assert call("check", str(path)).err.endswith("\n  … and 20 more\n")
    ran = call("check", "--all", str(path))
    assert (ran.code, ran.out) == (1, "")
    heading, *lines = ran.err.splitlines()
    assert heading == f"{path} cannot be read as a model:"
    assert [line.partition(":")[0] for line in lines] == [
        f"  $.groups[{number}].name" for number in range(120)
    ]
