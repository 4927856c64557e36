"""`partnermodel merge`, by itself and as a merge driver of a real git."""

from __future__ import annotations

import shlex
import subprocess
from pathlib import Path

import attrs
import pytest
from tests.cli.running import OMSK, PROGRAM, Ran, call, environment, run

from partnermodel.errors import InvalidDocumentError
from partnermodel.formats.files import dumps, load, save
from partnermodel.model.entities import Document, Organisation
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.merging.conflicts import Side
from partnermodel.queries.merging.merge import merge
from partnermodel.values.citations import Citation
from partnermodel.values.names import Alias

COLLEGE = Organisation("college", "College", status="exists")
PLANT = Organisation("plant", "Plant", status="exists")
LINK = Relation("plant", "gives-placements-to", "college", status="discussed")

REGISTER = "the register.json"
"""A name that a shell would take for two."""


def town(*records: Record, name: str = "Town") -> PartnerModel:
    """Return a small register, with other records in the place of its own or beside them."""
    return PartnerModel(name, [COLLEGE, PLANT, LINK]).with_(*records)


def files(folder: Path, *models: PartnerModel | str) -> list[str]:
    """Write models, or texts, to files, and return their names."""
    paths = [folder / f"{name}.json" for name in ("base", "ours", "theirs")]
    for path, model in zip(paths, models, strict=True):
        if isinstance(model, str):
            path.write_text(model, encoding="utf-8")
        else:
            save(model, path)
    return list(map(str, paths))


def same(*pairs: str) -> list[str]:
    """Return the option `--same` with each of several pairs."""
    return [word for pair in pairs for word in ("--same", pair)]


# The command by itself


def test_the_merged_file_is_printed_or_written(tmp_path: Path) -> None:
    """What either side has changed is in the canonical document, which is printed or written."""
    ours, theirs = town(Organisation("home", "Home")), town(attrs.evolve(LINK, status="agreed"))
    names = files(tmp_path, town(), ours, theirs)
    both = ours.with_(attrs.evolve(LINK, status="agreed"))
    assert call("merge", *names) == Ran(0, dumps(both), "")
    assert call("merge", *names, "-o", str(tmp_path / "new.json")) == Ran(0, "", "")
    assert load(tmp_path / "new.json") == both
    assert call("merge", *names, "-o", names[1]) == Ran(0, "", "")
    assert load(names[1]) == both


def test_a_conflict_stands_between_markers_and_is_told(tmp_path: Path) -> None:
    """The result has both values, no reader takes it for a model, and the exit code is 1."""
    ours, theirs = (town(attrs.evolve(LINK, status=status)) for status in ("agreed", "cancelled"))
    names = files(tmp_path, town(), ours, theirs.with_(Organisation("home", "Home")))
    ran = call("merge", *names, "-o", names[1], "--path", REGISTER)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines() == [
        "the register.json: 1 conflict is left to decide:",
        (
            "  plant/gives-placements-to/college.status: ours and theirs changed it in different ways "
            "(ours: agreed; theirs: cancelled; before: discussed)"
        ),
        (
            "Each stands in the file between the lines <<<<<<< and >>>>>>>. Keep what is right, remove these "
            "lines and =======, check the file, and add it (git add)."
        ),
    ]
    text = Path(names[1]).read_text(encoding="utf-8")
    assert (
        '<<<<<<< ours\n      "status": "agreed"\n=======\n      "status": "cancelled"\n>>>>>>> theirs\n'
        in text
    )
    assert '"home"' in text
    with pytest.raises(InvalidDocumentError, match="a merge has left a conflict in it"):
        load(names[1])


@pytest.mark.parametrize(
    ("side", "prefer", "status"), [("ours", "a", "agreed"), ("theirs", "b", "cancelled")]
)
def test_the_side_that_is_preferred_is_kept_and_what_it_decided_is_told(
    tmp_path: Path, side: str, prefer: Side, status: str
) -> None:
    """No conflict is left, the exit code is 0, and each that was decided is told by what it was about."""
    ours, theirs = (
        town(attrs.evolve(LINK, status=status), name=name)
        for status, name in (("agreed", "Town"), ("cancelled", "The town"))
    )
    ours = ours.with_(attrs.evolve(PLANT, name="Works"))
    names = files(tmp_path, "", ours, theirs)
    ran = call("merge", *names, "--prefer", side, "-o", names[1])
    merged = load(names[1])
    assert merged == merge(ours, theirs, prefer=prefer).model
    assert merged["plant/gives-placements-to/college"].status == status
    assert (ran.code, ran.out) == (0, "")
    head, *conflicts = ran.err.splitlines()
    assert head == f"{names[1]}: 3 conflicts were decided by --prefer {side}:"
    assert [line.split(":")[0].strip() for line in conflicts] == [
        "name",
        "plant.name",
        "plant/gives-placements-to/college.status",
    ]


def test_one_side_is_preferred_where_two_records_of_one_file_are_one(tmp_path: Path) -> None:
    """Ours is the record whose id stays; where nothing is in conflict, nothing is told."""
    both = town(attrs.evolve(PLANT, kind="employer"), Organisation("works", "Plant", kind="charity"))
    names = files(tmp_path, "", "", both)
    for side, kind in (("ours", "employer"), ("theirs", "charity")):
        ran = call("merge", names[2], *same("works=plant"), "--prefer", side, "-o", names[0], "--lang", "ru")
        assert ran.code == 0
        assert ran.err.splitlines()[0] == f"{names[0]}: по --prefer {side} разрешён 1 конфликт:"
        assert load(names[0])["plant"] == attrs.evolve(PLANT, kind=kind)
    alike = files(tmp_path, town(), town(), town())
    assert call("merge", *alike, "--prefer", "ours") == Ran(0, dumps(town()), "")


def test_conflicts_are_told_in_russian(tmp_path: Path) -> None:
    """With `--lang ru` everything is said in Russian; the file is the same."""
    names = files(
        tmp_path, town(), town(name="Ours"), town(attrs.evolve(LINK, status="agreed"), name="Theirs")
    )
    ran = call("merge", *names, "--lang", "ru", "--path", REGISTER)
    assert ran.out == call("merge", *names).out
    assert ran.err.splitlines() == [
        "the register.json: остался 1 конфликт:",
        (
            "  name: наша версия и другая версия: разные значения (наша версия: Ours; другая версия: Theirs; "
            "было: Town)"
        ),
        (
            "Каждый стоит в файле между строками <<<<<<< и >>>>>>>. Оставьте верное, удалите эти "
            "строки и строку =======, проверьте файл и добавьте его (git add)."
        ),
    ]


def test_conflicts_are_told_as_they_stand_in_the_file(tmp_path: Path) -> None:
    """What is heard first stands first: of the model, then of each type by id, whatever is merged first."""
    double = town(
        *(Organisation(id, "Home", status="planned") for id in ("z", "y", "x")),
        *(Organisation(id, "House", status="exists") for id in ("a", "b", "c")),
        Relation("z", "partners-with", "y", status="active"),
        Relation("a", "partners-with", "b", status="planned"),
    )
    (name,) = files(tmp_path, "", double, "")[1:2]
    ran = call("merge", name, *same("z=a", "y=b", "x=c"))
    places = ("a.status", "b.status", "c.status", "a/partners-with/b.status")
    assert [line.split(":")[0].strip() for line in ran.err.splitlines()[1:-1]] == list(places)
    ours, theirs = (
        PartnerModel(name, [Organisation("a", "A", status=status)], language=tag)
        for name, status, tag in (("One", "exists", "ru"), ("Other", "planned", "en"))
    )
    said = call("merge", *files(tmp_path, "", ours, theirs)[1:]).err.splitlines()
    assert [line.split(":")[0].strip() for line in said[1:-1]] == ["name", "language", "a.status"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_only_who_merges_in_git_is_told_to_tell_git(language: str, tmp_path: Path) -> None:
    """The others are told how to check the file, as it is typed; what is printed has no name to check."""
    ours, theirs = (town(attrs.evolve(LINK, status=status)) for status in ("agreed", "cancelled"))
    names = files(tmp_path, "", ours, theirs)[1:]
    output = tmp_path / "our town.json"
    said = call("merge", *names, "-o", str(output), "--lang", language).err
    assert "(git add)" not in said
    assert said.splitlines()[-1].endswith(f': partnermodel check "{output}"')
    printed = call("merge", *names, "--lang", language).err.splitlines()[-1]
    assert said.splitlines()[-1].startswith(printed)
    assert call("merge", *names, "--path", "a", "--lang", language).err.strip().endswith("(git add).")


@pytest.mark.parametrize("base", ["", " \n"])
def test_there_may_be_no_ancestor(tmp_path: Path, base: str) -> None:
    """An empty file stands for none: both sides are kept, and what they say differently is a conflict."""
    names = files(tmp_path, base, town(), town(Organisation("home", "Home")))
    assert call("merge", *names) == Ran(0, dumps(town(Organisation("home", "Home"))), "")
    names = files(tmp_path, base, town(), town(attrs.evolve(LINK, status="agreed")))
    assert call("merge", *names).code == 1


@pytest.mark.parametrize("broken", range(3))
def test_a_broken_file_is_no_conflict(tmp_path: Path, broken: int) -> None:
    """Whichever of the three is broken: it is named, the exit code is 129, and nothing is written."""
    models: list[PartnerModel | str] = [town(), town(), town()]
    models[broken] = "{"
    names = files(tmp_path, *models)
    before = Path(names[1]).read_bytes()
    ran = call("merge", *names, "-o", names[1], "--path", REGISTER)
    assert (ran.code, ran.out) == (129, "")
    side = ("base", "ours", "theirs")[broken]
    assert ran.err.splitlines()[0] == f"the register.json ({side}) cannot be read as a model:"
    assert call("merge", *names).err.splitlines()[0] == f"{names[broken]} cannot be read as a model:"
    assert Path(names[1]).read_bytes() == before
    assert "(другая версия)" in call("--lang", "ru", "merge", *names, "--path", "x").err or broken != 2


def test_whatever_else_goes_wrong_is_no_conflict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code that git takes for a conflict means one: neither a slip nor a fault of ours."""
    names = files(tmp_path, town(), town(), town())
    assert call("merge").code == 129
    assert call("merge", *names[:1]).code == 129
    assert call("merge", *names, *names[:1]).code == 129
    assert call("merge", *names, "--no-such-option").code == 129
    assert call("merge", "-", "-", names[0]).code == 129
    assert call("merge", *names, "-o", str(tmp_path / "no" / "such.json")).code == 129
    assert call("merge", "--help").code == 0

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("no")

    monkeypatch.setattr("partnermodel.queries.merging.merge.merge", fail)
    ran = call("merge", *names)
    assert ran.code == 129
    assert ran.err.startswith("Error: this is a fault of partnermodel, please report it: RuntimeError: no")


def test_nothing_but_a_model_is_written_over(tmp_path: Path) -> None:
    """Of what is there, only our side and another model may be replaced; never the other two files."""
    names = files(tmp_path, town(), town(), town())
    other = tmp_path / "notes.txt"
    other.write_text("my notes", encoding="utf-8")
    for output in (names[0], names[2], str(other)):
        before = Path(output).read_bytes()
        assert call("merge", *names, "-o", output).code == 129
        assert Path(output).read_bytes() == before
    assert call("merge", *names, "-o", str(other)).err == (
        f"Error: {other} is there, and is no model; it is not overwritten.\n"
    )
    save(town(), other)
    assert call("merge", *names, "-o", str(other)).code == 0


def test_nothing_but_a_model_is_written_over_by_one_file(tmp_path: Path) -> None:
    """One register, or one that is merged with itself, replaces itself or a model, and nothing else."""
    (name,) = files(tmp_path, "", town(), "")[1:2]
    other = tmp_path / "notes.txt"
    other.write_text("my notes", encoding="utf-8")
    for given in ([name, *same("plant=college")], [name, name], [name, name, name]):
        ran = call("merge", *given, "-o", str(other))
        assert ran.code == 129
        assert ran.err.splitlines()[-1] == f"Error: {other} is there, and is no model; it is not overwritten."
        assert other.read_text(encoding="utf-8") == "my notes"


def test_a_name_that_no_model_can_have_is_refused(tmp_path: Path) -> None:
    """What is wrong is said of the name, and of no pair."""
    names = files(tmp_path, "", town(), REGION)[1:]
    for name in ("", "a\nb"):
        ran = call("merge", *names, *same("c-007=college"), "--name", name)
        assert (ran.code, ran.out) == (129, "")
        assert "--same" not in ran.err
        assert "--name" in ran.err
        assert "Traceback" not in ran.err


def test_hostile_names_act_on_no_terminal(tmp_path: Path) -> None:
    """What is said on standard error has no control character in it, whatever the file is called."""
    names = files(tmp_path, town(), town(name="A"), town(name="B"))
    assert "\x1b" not in call("merge", *names, "--path", "a\x1b[31m.json").err


def test_a_process_of_its_own_does_the_same() -> None:
    """The real command merges a real register with itself."""
    ran = run("merge", str(OMSK), str(OMSK), str(OMSK))
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == OMSK.read_text(encoding="utf-8")


# Registers that are joined, and records that a person says are one

REGION = PartnerModel(
    "Region",
    [
        Organisation("c-007", "College of the Town", kind="vocational-college"),
        Organisation("c-008", "College of the Village"),
        Relation("c-008", "partners-with", "c-007"),
    ],
)


def test_two_files_are_two_registers(tmp_path: Path) -> None:
    """Without an ancestor everything stays, as with an empty file for it; the name can be told."""
    names = files(tmp_path, "", town(), REGION)
    told = call("merge", *names[1:], "--name", "Both")
    assert told == call("merge", *names, "--name", "Both")
    assert told == Ran(0, dumps(merge(town(), REGION, name="Both").model), "")
    assert "  name: ours and theirs state different values (ours: Town; theirs: Region)" in (
        call("merge", *names[1:]).err.splitlines()
    )
    before = Path(names[2]).read_bytes()
    assert call("merge", *names[1:], "-o", names[2]).code == 129
    assert Path(names[2]).read_bytes() == before


def test_records_that_a_person_says_are_one_are_one(tmp_path: Path) -> None:
    """The ids of ours stay, and what led to theirs leads there, as the library has it for the same pairs.

    With an ancestor, too: a merge driver can be told of it.
    """
    names = files(tmp_path, town(), town(), REGION)
    pairs = {"c-007": "college", "c-008": "plant"}
    given = same(*(f"{old}={new}" for old, new in pairs.items()))
    for base, some in ((None, names[1:]), (town(), names)):
        expected = merge(town(), REGION, base=base, same=pairs, name="Both").model
        assert call("merge", *some, *given, "--name", "Both") == Ran(0, dumps(expected), "")
        assert "plant/partners-with/college" in expected
    spaced = same(*(f" {old} = {new} " for old, new in pairs.items()))
    assert call("merge", *names, *spaced, "--name", "Both").out == dumps(expected)
    aliases = merge(town(), REGION, same=pairs, name="Both").model["college"].aliases  # type: ignore[union-attr]
    assert list(map(str, aliases)) == ["College of the Town"]


def test_records_of_one_file_are_made_one(tmp_path: Path) -> None:
    """Of one register, the record stays whose id comes last; the file itself may be written anew."""
    double = town(Organisation("plant-2", "The Plant", kind="employer"))
    (name,) = files(tmp_path, "", double, "")[1:2]
    assert call("merge", name, *same("plant-2=plant"), "-o", name) == Ran(0, "", "")
    expected = town(attrs.evolve(PLANT, kind="employer", aliases=[Alias("The Plant")]))
    assert load(name) == expected
    assert call("merge", name).err.splitlines()[-1] == (
        "Error: one file has nothing to be merged with: give another, or --same for records of it."
    )


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_two_records_of_one_file_say_differently_is_left_to_a_person(
    language: str, tmp_path: Path
) -> None:
    """Both values stand between markers, the one of the record that stays first."""
    double = town(Organisation("plant-2", "Plant", status="planned"))
    (name,) = files(tmp_path, "", double, "")[1:2]
    ran = call("merge", name, *same("plant-2=plant"), "--lang", language)
    assert ran.code == 1
    assert (
        '<<<<<<< ours\n      "status": "exists"\n=======\n      "status": "planned"\n>>>>>>> theirs\n'
        in ran.out
    )
    assert (
        ran.err.splitlines()[1]
        == {
            "en": (
                f"  plant.status: two records of {name} that are one now state different values "
                "(the record that stays: exists; the other record: planned)"
            ),
            "ru": (
                f"  plant.status: {name}: у двух записей, которые теперь одна, разные значения "
                "(остающаяся запись: exists; вторая запись: planned)"
            ),
        }[language]
    )


def test_one_file_is_called_what_it_is_told_to_be_called(tmp_path: Path) -> None:
    """With `--path`, no line names the file that was read."""
    (name,) = files(tmp_path, "", town(Organisation("plant-2", "Plant", status="planned")), "")[1:2]
    said = call("merge", name, *same("plant-2=plant"), "--path", REGISTER).err
    assert said.count(REGISTER) == 2
    assert name not in said
    Path(name).write_text("{", encoding="utf-8")
    said = call("merge", name, *same("plant-2=plant"), "--path", REGISTER).err
    assert said.splitlines()[0] == f"{REGISTER} cannot be read as a model:"


def test_an_id_may_have_an_equals_sign_in_it(tmp_path: Path) -> None:
    """The sign between the ids is the one on whose sides are ids of records; of two such, none is guessed."""
    theirs = PartnerModel("Town", [Organisation("a=b", "One"), Organisation("a", "Two")])
    names = files(tmp_path, "", town(Organisation("c", "C")), theirs)
    expected = merge(load(names[1]), theirs, same={"a=b": "c"}).model
    assert call("merge", *names[1:], *same("a=b=c")).out == dumps(expected)
    names = files(tmp_path, "", town(Organisation("c", "C"), Organisation("b=c", "D")), theirs)
    ran = call("merge", *names[1:], *same("a=b=c"))
    assert (ran.code, ran.err.splitlines()[-1]) == (
        129,
        (
            "Error: Invalid value for '--same': \"a=b=c\" can be read in several ways: "
            "ids have an equals sign in them."
        ),
    )


@pytest.mark.parametrize(
    ("pairs", "message"),
    [
        (["c-007"], '"c-007" is no pair of ids, such as a=b.'),
        (["=college"], '"=college" is no pair of ids, such as a=b.'),
        (["c-007="], '"c-007=" is no pair of ids, such as a=b.'),
        (["c-077=college"], 'no record has the id "c-077". Did you mean "c-007"?'),
        (["c-007=colege"], 'no record has the id "colege". Did you mean "college"?'),
        (["college=c-007"], 'the id that stays comes last: --same "c-007=college".'),
        (["c-007=c-007"], '"c-007" is one record: give the id that goes, and the id that stays.'),
        (["c-007=c-007/x"], 'no record has the id "c-007/x". Did you mean "c-007"?'),
        (
            ["c-007=college", "c-007=plant"],
            'same says that "c-007" is "college" and that it is "plant"; it can be one of them only.',
        ),
        (
            ["c-007=plant/gives-placements-to/college"],
            (
                'same says that "c-007" (organisation) and "plant/gives-placements-to/college" (relation) '
                "are one record; they are of different types."
            ),
        ),
        (["c-007=c-008", "c-008=c-007"], 'same leads from "c-007" back to it; say which record is kept.'),
    ],
)
def test_a_pair_that_makes_no_sense_is_refused(pairs: list[str], message: str, tmp_path: Path) -> None:
    """It is said which one and why, in both languages, and nothing is written."""
    names = files(tmp_path, "", town(), REGION)[1:]
    before = Path(names[0]).read_bytes()
    ran = call("merge", *names, *same(*pairs), "-o", names[0])
    assert (ran.code, ran.out) == (129, "")
    assert ran.err.splitlines()[-1] == f"Error: Invalid value for '--same': {message}"
    russian = call("merge", *names, *same(*pairs), "--lang", "ru").err.splitlines()[-1]
    told = russian.removeprefix("Ошибка: недопустимое значение '--same': ")
    assert told != russian
    assert told[0] in '"=' or told[0].islower()  # it goes on with the sentence
    assert Path(names[0]).read_bytes() == before


def test_two_records_that_a_relation_joins_are_not_made_one(tmp_path: Path) -> None:
    """Nobody could say in a file what the relation is then: it is told, and nothing is written."""
    names = files(tmp_path, "", town(), REGION)[1:]
    pairs = same("c-007=college", "c-008=college")
    ran = call("merge", *names, *pairs, "--name", "Both", "-o", names[0])
    assert (ran.code, ran.out) == (129, "")
    assert ran.err.splitlines() == [
        "Error: --same makes one record of two that a relation joins:",
        '  c-008/partners-with/c-007: it would lead from "college" to itself, now that its ends are one',
        "Take the relation out of the file first, or leave the pair out.",
    ]
    assert load(names[0]) == town()
    russian = call("merge", *names, *pairs, "--lang", "ru").err.splitlines()
    assert russian[0] == "Ошибка: по --same стали бы одной две записи, между которыми есть отношение:"
    assert russian[1] == (
        "  c-008/partners-with/c-007: обе стороны отношения теперь одна запись, "
        'и оно вело бы от "college" к ней самой'
    )
    assert russian[-1] == "Сначала удалите это отношение из файла или не указывайте эту пару."


def test_what_two_of_theirs_say_differently_stands_between_markers(tmp_path: Path) -> None:
    """Two of their records can be one of ours: no value of either is lost."""
    theirs = PartnerModel(
        "Town", [Organisation("a", "A", kind="school"), Organisation("b", "B", kind="university")]
    )
    names = files(tmp_path, "", town(), theirs)[1:]
    ran = call("merge", *names, *same("a=plant", "b=plant"))
    assert ran.code == 1
    assert ran.err.splitlines()[1] == (
        "  plant.kind: two records of theirs that are one now state different values "
        "(the record that stays: school; the other record: university)"
    )
    assert (
        '<<<<<<< ours\n      "kind": "school",\n=======\n      "kind": "university",\n>>>>>>> theirs\n'
        in ran.out
    )


# As a driver of git


@attrs.frozen
class Repository:
    """A repository whose register is merged by the command."""

    folder: Path

    @property
    def register(self) -> Path:
        """The file."""
        return self.folder / REGISTER

    def git(self, *words: str, code: int = 0) -> str:
        """Run git, and return what it says on both streams."""
        alone = {
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_GLOBAL": str(self.folder / ".none"),
            "LC_ALL": "C.UTF-8",
        }
        who = [f"GIT_{role}_{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")]
        done = subprocess.run(
            ["git", *words],
            cwd=self.folder,
            env=environment({**alone, **dict.fromkeys(who, "keeper@example.org")}),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        said = done.stdout.decode()
        assert done.returncode == code, said
        return said

    def keep(self, model: PartnerModel | str) -> None:
        """Write the register and commit it."""
        if isinstance(model, str):
            self.register.write_text(model, encoding="utf-8")
        else:
            save(model, self.register)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "…")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """Return a repository with a register, and a branch `theirs` that is where `main` is."""
    found = Repository(tmp_path)
    found.git("init", "--quiet", "--initial-branch", "main")
    driver = f"{shlex.join(PROGRAM)} merge %O %A %B -o %A --path %P"
    found.git("config", "merge.partnermodel.driver", driver)
    found.git("config", "merge.partnermodel.recursive", "binary")
    (tmp_path / ".gitattributes").write_text("*.json merge=partnermodel\n", encoding="utf-8")
    found.keep(town())
    found.git("branch", "theirs")
    return found


def test_git_merges_facts_that_are_lines_of_one_place(repository: Repository) -> None:
    """Both add a record in the same place, which git alone calls a conflict: both are there."""
    home, school = Organisation("home", "Home"), Organisation("house", "House")
    repository.keep(town(home))
    repository.git("switch", "--quiet", "theirs")
    repository.keep(town(school))
    repository.git("switch", "--quiet", "main")
    assert "CONFLICT" in repository.git(
        "-c",
        f"merge.partnermodel.driver={shlex.join(['git', 'merge-file'])} %A %O %B",
        "merge",
        "theirs",
        code=1,
    )
    repository.git("merge", "--abort")
    repository.git("merge", "--quiet", "theirs")
    assert load(repository.register) == town(home, school)
    assert repository.git("status", "--porcelain") == ""


def test_git_keeps_a_conflict_until_it_is_decided(repository: Repository) -> None:
    """The file is unmerged and no model; when a side is taken and it is added, the merge can be committed."""
    repository.keep(town(attrs.evolve(LINK, status="agreed")))
    repository.git("switch", "--quiet", "theirs")
    repository.keep(town(attrs.evolve(LINK, status="cancelled"), Organisation("home", "Home")))
    repository.git("switch", "--quiet", "main")
    said = repository.git("merge", "theirs", code=1)
    assert "the register.json: 1 conflict is left to decide:" in said
    assert "CONFLICT (content): Merge conflict in the register.json" in said
    assert repository.git("status", "--porcelain") == 'UU "the register.json"\n'
    assert call("check", str(repository.register)).code == 1
    lines = repository.register.read_text(encoding="utf-8").splitlines(keepends=True)
    begin, end = (
        next(at for at, line in enumerate(lines) if line.startswith(sign)) for sign in ("<<<", ">>>")
    )
    decided = [*lines[:begin], lines[begin + 1], *lines[end + 1 :]]
    repository.register.write_text("".join(decided), encoding="utf-8")
    assert load(repository.register) == town(
        attrs.evolve(LINK, status="agreed"), Organisation("home", "Home")
    )
    repository.git("commit", "--quiet", "--all", "--no-edit")


def test_git_follows_a_relation_whose_derived_id_is_another_one(repository: Repository) -> None:
    """In another role it has another id: when the other side has changed it, that is a conflict."""
    repository.keep(PartnerModel("Town", [COLLEGE, PLANT, attrs.evolve(LINK, role="host")]))
    repository.git("switch", "--quiet", "theirs")
    repository.keep(town(Document("letter", "Letter"), attrs.evolve(LINK, evidence=[Citation("letter")])))
    repository.git("switch", "--quiet", "main")
    said = repository.git("merge", "theirs", code=1)
    assert "plant/gives-placements-to/college: ours removed it, and theirs changed evidence" in said
    text = repository.register.read_text(encoding="utf-8")
    assert '"role": "host"' in text
    assert '"id": "letter"' in text


def test_git_removes_and_renames(repository: Repository) -> None:
    """What one side removed and the other left alone is gone; a new relation to it is a conflict."""
    repository.keep(town().without("plant"))
    repository.git("switch", "--quiet", "theirs")
    repository.keep(town(Organisation("home", "Home")))
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "theirs")
    assert load(repository.register) == PartnerModel("Town", [COLLEGE, Organisation("home", "Home")])
    repository.git("switch", "--quiet", "theirs")
    repository.keep(town(Organisation("home", "Home"), Relation("home", "partners-with", "plant")))
    repository.git("switch", "--quiet", "main")
    said = repository.git("merge", "theirs", code=1)
    assert 'home/partners-with/plant.target: ours removed "plant", and theirs needs it here' in said


def test_git_is_told_of_a_broken_file(repository: Repository) -> None:
    """A side that cannot be read is named, nothing is committed, and our file is as it was."""
    ours = town(Organisation("home", "Home"))
    repository.keep(ours)
    repository.git("switch", "--quiet", "theirs")
    repository.keep("{")
    repository.git("switch", "--quiet", "main")
    version = [int(part) for part in repository.git("version").split()[2].split(".")[:2]]
    # Since 2.42, git gives the merge up; before, it calls it a conflict.
    said = repository.git("merge", "theirs", code=1 if version < [2, 42] else 2)
    assert "the register.json (theirs) cannot be read as a model:" in said
    assert load(repository.register) == ours
    assert repository.git("log", "--format=%s", "--merges") == ""


def test_git_merges_histories_without_a_common_ancestor(repository: Repository) -> None:
    """Two registers that began apart are joined: the ancestor that git gives is empty."""
    repository.git("checkout", "--quiet", "--orphan", "apart")
    repository.keep(PartnerModel("Town", [Organisation("home", "Home")]))
    repository.git("merge", "--quiet", "--allow-unrelated-histories", "main")
    assert load(repository.register) == town(Organisation("home", "Home"))


def test_git_merges_what_has_been_merged_crosswise(repository: Repository) -> None:
    """With two common ancestors, git makes one of them first; no marker of that is ever given to us."""
    repository.keep(town(attrs.evolve(LINK, status="agreed")))
    repository.git("branch", "ours-1")
    repository.git("switch", "--quiet", "theirs")
    repository.keep(town(attrs.evolve(LINK, status="planned")))
    repository.git("branch", "theirs-1")
    repository.git("merge", "ours-1", code=1)
    repository.keep(town(attrs.evolve(LINK, status="planned"), Organisation("home", "Home")))
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "theirs-1", code=1)
    repository.keep(town(attrs.evolve(LINK, status="planned"), Organisation("house", "House")))
    repository.git("merge", "--quiet", "theirs")
    assert load(repository.register) == town(
        attrs.evolve(LINK, status="planned"), Organisation("home", "Home"), Organisation("house", "House")
    )
