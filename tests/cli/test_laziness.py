"""A command loads what it needs, and no more."""

from __future__ import annotations

import subprocess
import sys

import pytest
from tests.cli.running import OMSK, environment

PROGRAM = """
import sys
from partnermodel.cli import main
try:
    main()
except SystemExit as left:
    assert not left.code, left.code
print("\\n".join(sys.modules), file=sys.stderr)
"""

TO_WRITE = {"secrets", "hashlib"}
TO_COVER = {"partnermodel.queries.coverage", "partnermodel.queries.matrix"}
HEAVY = {"networkx", "cattrs", "msgspec", "attrs", "attr", "partnermodel.views", "partnermodel.model.model"}


def loaded(*args: str) -> set[str]:
    """Return the modules that a command line loads."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, *args],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    )
    return set(run.stderr.splitlines())


@pytest.mark.parametrize("args", [("--help",), ("-h",), ("--version",)], ids=" ".join)
def test_what_there_is_is_told_without_anything_else(args: tuple[str, ...]) -> None:
    """Neither click nor anything of the standard library is loaded for it but what Python itself loads."""
    bare = subprocess.run(
        [sys.executable, "-c", "import sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        env=environment(),
        check=True,
    ).stdout.split()
    rooms = {"__init__", "cli", "cli.door", "cli.face", "cli.guard", "cli.output"}
    ours = {f"partnermodel.{room}".removesuffix(".__init__") for room in rooms}
    assert loaded(*args) - set(bare) == {"__future__", *ours}


def test_the_russian_face_is_loaded_for_its_readers_only() -> None:
    """In Russian the help takes the Russian face more, and nothing else."""
    russian = {"partnermodel.cli.russian", "partnermodel.cli.russian.face"}
    assert loaded("--lang", "ru", "--help") - loaded("--lang", "en", "--help") == russian


@pytest.mark.parametrize("name", ["check", "partners", "coverage", "report"])
@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_help_of_a_command_loads_no_model(name: str, language: str) -> None:
    """To read what a command does costs no more than the command's own file, and its words."""
    assert not loaded("--lang", language, name, "--help") & {*HEAVY, "partnermodel.language"}


@pytest.mark.parametrize(
    ("args", "needless"),
    [
        (("summary", str(OMSK)), {"networkx", "cattrs", "partnermodel.views.report", *TO_WRITE, *TO_COVER}),
        (("check", str(OMSK)), {"networkx", "cattrs", "partnermodel.views.report", *TO_WRITE, *TO_COVER}),
        (("partners", str(OMSK), "omsk-college"), {"networkx", "cattrs", "partnermodel.views"}),
        (("coverage", str(OMSK)), {"networkx", "cattrs", "partnermodel.views"}),
        (("diff", str(OMSK), str(OMSK)), {"networkx", "cattrs", "partnermodel.views"}),
        (("schema",), {"networkx", "partnermodel.views", "partnermodel.queries"}),
        (("report", str(OMSK), "-o", "-"), {"cattrs", "numpy", "scipy", "rustworkx"}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_command_loads_only_its_rooms(args: tuple[str, ...], needless: set[str]) -> None:
    """A good file needs no words for bad ones, a table no page, and only a page a graph."""
    assert not loaded(*args) & needless
