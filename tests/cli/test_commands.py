"""What each command prints, and with which code it leaves."""

from __future__ import annotations

import json
from importlib import import_module
from keyword import iskeyword
from pathlib import Path

import attrs
import click
import pytest
from examples.omsk import omsk
from tests.cli.running import OMSK, call

import partnermodel
from partnermodel import (
    Initiative,
    Organisation,
    PartnerModel,
    Period,
    Record,
    Relation,
    StatedCount,
    json_schema,
    save,
)
from partnermodel.cli import main
from partnermodel.cli.coverage import DIMENSIONS
from partnermodel.cli.face import COMMANDS
from partnermodel.queries import tally
from partnermodel.vocabulary.vocabulary import STANDARD

FILE = str(OMSK)


@pytest.fixture
def clean(tmp_path: Path) -> str:
    """Return the name of a file in which nothing is doubtful."""
    path = tmp_path / "clean.json"
    save(PartnerModel("Empty"), path)
    return str(path)


@pytest.fixture
def broken(tmp_path: Path) -> str:
    """Return the name of a file with two faults."""
    path = tmp_path / "broken.json"
    path.write_text(
        '{"format_version": 1, "name": "Broken", "organisations": ['
        '{"id": "a", "name": "A", "knd": "school"}, {"id": "b", "name": 5}]}'
    )
    return str(path)


# Help


@pytest.mark.parametrize("flag", ["-h", "--help"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_with_an_example(name: str, flag: str) -> None:
    """The help of a command says what it does, and ends with command lines that can be copied."""
    ran = call(name, flag)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.isascii()
    assert COMMANDS[name] in " ".join(ran.out.split())
    assert f"  partnermodel {name}" in ran.out.partition("Example")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_summary_is_the_first_line_of_the_commands_own_help(name: str) -> None:
    """The list of commands says of each what its own file says; a file has one command of its name."""
    module = f"{name}_" if iskeyword(name) else name
    command = getattr(import_module(f"partnermodel.cli.{module}"), module)
    assert isinstance(command, click.Command)
    assert command.help is not None
    assert command.help.partition("\n\n")[0] == COMMANDS[name]


def test_the_group_lists_its_commands_and_exit_codes() -> None:
    """The help of the whole lists every command and what each exit code means."""
    ran = call("--help")
    assert all(f"  {name} " in ran.out for name in COMMANDS)
    assert all(f"\n    {code}  " in ran.out for code in (0, 1, 2, 70, 130, 141))
    assert "PARTNERMODEL_DEBUG=1" in ran.out
    assert "Examples:\n    partnermodel summary omsk.json\n" in ran.out


def test_without_arguments_the_help_stands_on_standard_error() -> None:
    """To call it without a command is a mistake, and is answered with all that could be given."""
    ran = call()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == call("--help").out


def test_the_version_is_that_of_the_package() -> None:
    """`--version` prints the name and the version."""
    assert call("--version").out == f"partnermodel {partnermodel.__version__}\n"


def test_an_unknown_command_or_option_is_a_mistake_of_usage() -> None:
    """What is not there is named, with the nearest that is; the code is 2."""
    ran = call("chek", FILE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("""Error: No such command 'chek'. Did you mean "check"?\n""")
    assert call("xyz").err.endswith("Error: No such command 'xyz'.\n")
    assert "No such option" in call("--chek").err
    assert "No such option" in call("check", "--strct", FILE).err


# summary, check


def test_summary_of_omsk() -> None:
    """The summary holds how many records there are, how far they are, on whose word, and what is missing."""
    ran = call("summary", FILE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(str(omsk().table()))
    assert "\ndiscussed  0           4            0           13         0\n" in ran.out
    assert "\nNothing in it is dated: 96 records that could have a date have none.\n" in ran.out
    assert ran.out.endswith("\n1 thing for a person to look at: see check.\n")


def test_summary_in_russian() -> None:
    """`--lang ru` says the same in Russian, names in it where the file has them."""
    ran = call("summary", FILE, "--lang", "ru")
    assert "\nцентры и объекты  10\n" in ran.out
    assert "\nобсуждается  0          4           0            13         0\n" in ran.out
    assert "\nДат в модели нет: у 96 записей, которые могли бы иметь дату, она не указана.\n" in ran.out
    release = "Минтруд расширяет партнёрство с системой профессионального образования"
    assert f"\nВсе сведения взяты из одного документа: «{release}».\n" in ran.out
    assert ran.out.endswith("\n1 вопрос требует внимания: см. команду check.\n")


def test_summary_of_nothing(clean: str) -> None:
    """An empty model has a summary too."""
    ran = call("summary", clean)
    assert ran.code == 0
    assert ran.out.startswith("Empty\n(none)\n")
    assert ran.out.endswith("\nNo things for a person to look at.\n")


def test_check_says_what_is_doubtful_and_leaves_with_0_unless_strict() -> None:
    """What is doubtful does not stop a pipeline, unless it is asked to."""
    ran = call("check", FILE)
    assert (ran.code, ran.err) == (0, "")
    first, second = ran.out.splitlines()
    assert first == f"{FILE} can be used; 1 thing for a person to look at:"
    assert second.startswith('  documents["press-release"]: its publisher is a party to 8 of the ties')
    strict = call("check", "--strict", FILE)
    assert (strict.code, strict.out, strict.err) == (1, ran.out, "")


def test_check_of_a_clean_file(clean: str) -> None:
    """Where nothing is doubtful, one line says so, and strictness changes nothing."""
    ran = call("check", "--strict", clean)
    assert (ran.code, ran.out) == (0, f"{clean} can be used, and nothing in it is doubtful.\n")


def test_check_names_every_fault_of_a_broken_file(broken: str) -> None:
    """All faults stand on standard error at once; standard output stays empty; the code is 1."""
    ran = call("check", broken)
    assert (ran.code, ran.out) == (1, "")
    with pytest.raises(partnermodel.InvalidDocumentError) as raised:
        partnermodel.load(broken)
    assert ran.err == f"{raised.value}\n"


@pytest.mark.parametrize("name", ["summary", "partners", "coverage", "report", "diff"])
def test_every_command_refuses_a_broken_file_as_check_does(name: str, broken: str, tmp_path: Path) -> None:
    """What is broken is worded the same wherever it is met, and nothing is written."""
    more = {"partners": ["a"], "diff": [FILE], "report": ["-o", str(tmp_path / "page.html")]}
    ran = call(name, broken, *more.get(name, []))
    assert ran == call("check", broken)
    assert [path.name for path in tmp_path.iterdir()] == ["broken.json"]


def test_check_for_machines(broken: str, clean: str) -> None:
    """With `--format json` verdict and issues are on standard output, whatever the verdict."""
    ran = call("check", "--format", "json", broken)
    assert (ran.code, ran.err) == (1, "")
    found = json.loads(ran.out)
    assert (found["file"], found["verdict"]) == (broken, "broken")
    with pytest.raises(partnermodel.InvalidDocumentError) as raised:
        partnermodel.load(broken)
    assert len(raised.value.issues) == 2
    assert found["issues"] == [
        attrs.asdict(issue) | {"records": list(issue.records), "also": list(issue.also)}
        for issue in raised.value.issues
    ]
    ran = call("check", "--format", "json", FILE)
    found = json.loads(ran.out)
    assert (ran.code, found["verdict"]) == (0, "doubtful")
    assert [issue["severity"] for issue in found["issues"]] == ["doubtful"]
    assert call("check", "--format", "json", "--strict", FILE).code == 1
    assert json.loads(call("check", "--format", "json", clean).out) == {
        "file": clean,
        "verdict": "clean",
        "issues": [],
    }


def test_check_for_machines_has_an_issue_for_a_format_that_is_too_new(tmp_path: Path) -> None:
    """A file of a newer format is broken to this release, and says so in an issue like any other."""
    path = tmp_path / "new.json"
    path.write_text('{"format_version": 99, "name": "New"}')
    (issue,) = json.loads(call("check", "--format", "json", str(path)).out)["issues"]
    assert (issue["code"], issue["path"]) == ("unsupported-format", "$.format_version")
    assert "format version 99" in issue["message"]


def test_check_names_a_hundred_faults_and_counts_the_rest(tmp_path: Path) -> None:
    """A text for people ends where nobody reads on; a machine gets all of it."""
    path = tmp_path / "many.json"
    entities = [{"id": f"a{number}", "name": 5} for number in range(120)]
    path.write_text(json.dumps({"format_version": 1, "name": "Many", "groups": entities}))
    lines = call("check", str(path)).err.splitlines()
    assert len(lines) == 102
    assert lines[-1] == "  … and 20 more"
    assert len(json.loads(call("check", "--format", "json", str(path)).out)["issues"]) == 120


def test_a_day_decides_what_is_overtaken(tmp_path: Path) -> None:
    """`--as-of` moves the calendar; without it, it is today; what is no date is refused."""
    path = tmp_path / "late.json"
    save(PartnerModel("Late", [Initiative("i", "I", status="active", period=Period(end="2150"))]), path)
    assert "stale-status" not in call("check", str(path)).out
    assert "stale-status" not in call("check", "--as-of", "2150-06", str(path)).out
    assert "stale-status" in call("check", "--as-of", "2151", str(path)).out
    ran = call("check", "--as-of", "2151-02-30", str(path))
    assert ran.code == 2
    assert ran.err.endswith(
        "Error: Invalid value for '--as-of': \"2151-02-30\" is not a date: that month has 28 days. "
        "Write a year, a month or a day of ISO 8601: 2024, 2024-09 or 2024-09-01.\n"
    )


# partners, coverage


def test_partners_prints_the_table_of_the_question() -> None:
    """The command prints what `partners` answers, with the same filters."""
    model = omsk()
    ran = call("partners", FILE, "omsk-college")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == f"{partnermodel.partners(model, 'omsk-college')}\n"
    narrowed = call("partners", FILE, "omsk-college", "--status", "active", "--status", "completed",
                    "--role", "party", "--kind", "event")  # fmt: skip
    found = partnermodel.partners(
        model, "omsk-college", status=["active", "completed"], role="party", kind="event"
    )
    assert len(found) == 1
    assert narrowed.out == f"{found}\n"


def test_partners_of_an_unknown_id_names_the_nearest() -> None:
    """An id that is not there, or is not an organisation's, is a mistake of usage, and is explained."""
    ran = call("partners", FILE, "omsk-colege")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f'Error: {FILE}: no organisation has the id "omsk-colege". Did you mean "omsk-college"?\n'
    )
    ran = call("partners", FILE, "media-centre")
    assert (ran.code, ran.err) == (
        2,
        f'Error: {FILE}: "media-centre" is of the type centre, not organisation.\n',
    )


def test_whoever_gives_a_status_that_nobody_knows_is_told_those_that_there_are() -> None:
    """A list that can be read is told; the kinds, of which there are very many, are not."""
    ran = call("partners", FILE, "omsk-college", "--status", "xx")
    assert ran.err.endswith(f" Choose from {', '.join(sorted(STANDARD.codes('status')))}.\n")
    assert call("partners", FILE, "omsk-college", "--kind", "xx").err.endswith("'xx' is not a known code.\n")


@pytest.mark.parametrize(
    ("language", "hint"),
    [("en", "Give an id instead of a name: {}."), ("ru", "Укажите вместо названия идентификатор: {}.")],
)
def test_whoever_types_a_name_is_told_the_id(language: str, hint: str, tmp_path: Path) -> None:
    """A name is what people know; of many of one name the first ids are told; a part of it is none."""
    schools = [partnermodel.Organisation(f"s{number}", "Школа № 5") for number in range(7)]
    place = partnermodel.Place("place", "Школа № 5")
    file = tmp_path / "m.json"
    partnermodel.save(partnermodel.PartnerModel("M", [*schools[:2], place]), file)
    ran = call("partners", str(file), "школа № 5", "--lang", language)
    assert (ran.code, ran.err.endswith(f" {hint.format('s0, s1')}\n")) == (2, True)
    ran = call("view", str(file), "-o", str(tmp_path / "x.html"), "--ego", "школа № 5", "--lang", language)
    assert (ran.code, ran.err.endswith(f" {hint.format('s0, s1, place')}\n")) == (2, True)
    partnermodel.save(partnermodel.PartnerModel("M", schools), file)
    ran = call("partners", str(file), "Школа № 5", "--lang", language)
    assert ran.err.endswith(f" {hint.format('s0, s1, s2, s3, s4, …')}\n")
    assert hint.partition(":")[0] not in call("partners", str(file), "Школа", "--lang", language).err


@pytest.mark.parametrize(
    ("option", "given", "near"),
    [
        ("--status", "activ", "active"),
        ("--role", "hst", "host"),
        ("--kind", "visits", "visit"),
        ("--role", "hosts", "host"),  # which is a kind, and `host` a role
        ("--kind", "host", "hosts"),
    ],
)
def test_an_unknown_code_is_refused_rather_than_never_found(option: str, given: str, near: str) -> None:
    """A filter by a word that nobody uses would find nothing in silence; the nearest word is named."""
    ran = call("partners", FILE, "omsk-college", option, given)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(
        f"Error: Invalid value for '{option}': '{given}' is not a known code. Did you mean \"{near}\"?\n"
    )


def test_a_code_that_only_the_file_uses_is_known(tmp_path: Path) -> None:
    """An open code that some record has can be asked for, though no vocabulary defines it."""
    path = tmp_path / "own.json"
    tie = Relation("a", "funds", "b", role="zz-patron", status="zz-paused")
    save(PartnerModel("Own", [Organisation("a", "A"), Organisation("b", "B"), tie]), path)
    ran = call("partners", str(path), "b", "--status", "zz-paused", "--role", "zz-patron")
    assert ran.code == 0
    assert ran.out.splitlines()[2].startswith("A")


@pytest.mark.parametrize(
    "words",
    [
        ["partners", "--at", "2020", "--kind", "fund", "a"],
        ["partners", "--at", "2020", "--role", "hots", "a"],
        ["partners", "--at", "2020", "--status", "activ", "a"],
        ["analyse", "--at", "2020", "--status", "activ"],
        ["describe", "--at", "2020", "--status", "activ"],
    ],
)
def test_a_code_that_only_records_of_other_days_use_is_known(words: list[str], tmp_path: Path) -> None:
    """A word that some record of the file has is no slip on a day on which none has it, however alike."""
    path = tmp_path / "own.json"
    tie = Relation("a", "fund", "b", role="hots", status="activ", period=Period("2010", "2011"))
    save(PartnerModel("Own", [Organisation("a", "A"), Organisation("b", "B"), tie]), path)
    ran = call(words[0], str(path), *words[1:])
    assert (ran.code, ran.err) == (0, "")


def test_partners_at_a_day(tmp_path: Path) -> None:
    """`--at` asks about a day; an organisation that is not there then is told from an unknown one."""
    path = tmp_path / "dated.json"
    records: list[Record] = [
        Organisation("a", "A", period=Period("2019", "2021")),
        Organisation("b", "B"),
        Relation("a", "funds", "b", period=Period("2020", "2020")),
    ]
    save(PartnerModel("Dated", records), path)
    assert call("partners", str(path), "a", "--at", "2020-05").out.splitlines()[2].startswith("B")
    assert call("partners", str(path), "a", "--at", "2021").out == "Partners of A\n(none)\n"
    ran = call("partners", str(path), "a", "--at", "2022")
    assert (ran.code, ran.err) == (
        2,
        f'Error: {path}: "a" is not there on 2022: its period is 2019 to 2021.\n',
    )
    assert "no organisation has the id" in call("partners", str(path), "c", "--at", "2022").err


def test_coverage_prints_the_matrix_or_its_gaps() -> None:
    """The command prints what `coverage` answers, laid out and counted as asked."""
    model = omsk()
    assert call("coverage", FILE).out == f"{partnermodel.coverage(model)}\n"
    assert call("coverage", FILE, "--gaps").out == f"{partnermodel.coverage(model).gaps}\n"
    found = partnermodel.coverage(model, by=("kind", "group", "place"), counts="discussed")
    args = ["--by", "kind", "--by", "group", "--by", "place", "--status", "discussed"]
    assert call("coverage", FILE, *args).out == f"{found}\n"


def test_coverage_refuses_what_is_no_layout() -> None:
    """One dimension, one twice, or one that is none is a mistake of usage."""
    assert DIMENSIONS == tally.DIMENSIONS
    for args in (["--by", "group"], ["--by", "group", "--by", "group"], ["--by", "plce", "--by", "group"]):
        ran = call("coverage", FILE, *args)
        assert (ran.code, ran.out) == (2, "")
        assert "Invalid value for '--by'" in ran.err
    assert "Did you mean" in call("coverage", FILE, "--status", "activ").err


# diff, schema


def test_diff_has_a_line_for_each_difference(tmp_path: Path) -> None:
    """What was removed, added and changed stands line by line; free texts stay on their line."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    save(PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B")]), old)
    stated = [StatedCount("studio", 2, through="hosts")]
    changed = Organisation("b", "B", description="one\ntwo", stated=stated)
    save(PartnerModel("Town", [changed, Organisation("c", "C")]), new)
    ran = call("diff", str(old), str(new))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        'removed  organisations["a"]',
        'added    organisations["c"]',
        "changed  b.description: not stated → one two",
        "changed  b.stated: none → 2 studio",
    ]


def test_diff_leaves_with_a_code_only_when_asked(tmp_path: Path, clean: str, broken: str) -> None:
    """As `git diff` does: 0 whatever the difference, unless `--exit-code`; then trouble is 2, not 1."""
    assert call("diff", clean, FILE).code == 0
    assert call("diff", "--exit-code", clean, FILE).code == 1
    same = call("diff", "--exit-code", FILE, FILE)
    assert (same.code, same.out) == (0, "")
    assert call("diff", FILE, broken).code == 1
    assert call("diff", "--exit-code", FILE, broken).code == 2


def test_diff_reads_standard_input_once() -> None:
    """One of the two may be a dash; both cannot be."""
    data = OMSK.read_bytes()
    assert call("diff", "-", FILE, input=data).out == ""
    assert call("diff", "--exit-code", FILE, "-", input=data).code == 0
    ran = call("diff", "-", "-", input=data)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("Error: standard input can be read only once: give at most one '-'.\n")


def test_schema_is_the_schema() -> None:
    """The command prints the schema that the library makes, in ASCII."""
    ran = call("schema")
    assert json.loads(ran.out) == json_schema()
    assert ran.out.isascii()


def test_standard_input_is_named_in_messages() -> None:
    """A fault in what came through the pipe says that it came through the pipe."""
    ran = call("check", "-", input=b"{}")
    assert ran.code == 1
    assert ran.err.startswith("standard input cannot be read as a model:\n")
    assert json.loads(call("check", "--format", "json", "-", input=b"{}").out)["file"] == "standard input"
    assert call("summary", "-", input=OMSK.read_bytes()).out == call("summary", FILE).out


def test_the_group_is_the_entry_point() -> None:
    """What an installation calls is the group, and the group loads a command only when it is asked for."""
    assert isinstance(main, click.Group)
    context = click.Context(main)
    assert main.list_commands(context) == list(COMMANDS)
    assert main.get_command(context, "nothing") is None
