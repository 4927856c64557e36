"""The plan of the house, held to by its own rooms."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

import partnermodel
from partnermodel.values.version import VERSION

SOURCE = Path(partnermodel.__file__).parent

# From the ground up. A room imports from lower floors only; rooms of one floor do not know each other.
FLOORS: tuple[tuple[str, ...], ...] = (
    ("wording",),
    ("errors",),
    ("values",),
    ("vocabulary", "language"),
    ("model",),
    ("formats", "graph", "queries"),
    ("analysis",),
    ("views",),
    ("__init__",),
    ("cli",),
    ("__main__",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}

# The rooms of tables, from the first to the last.
TABLES = Path("formats/tables")
PLACES: tuple[tuple[str, ...], ...] = (
    ("__init__.py",),
    ("sources", "mappings"),
    ("cells",),
    ("reading",),
    ("suggesting", "writing"),
)
PLACE_OF = {room: place for place, rooms in enumerate(PLACES) for room in rooms}

FILES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py"))

# Where a package that is slow to import, or not needed by everyone, may be imported: rooms, or folders.
AT_HOME = {
    "networkx": {"graph", "analysis"},
    "rustworkx": {"graph"},
    "scipy": {"graph"},
    "numpy": {"graph"},
    "cattrs": {"formats"},
    "msgspec": {"formats"},
    "click": {"cli"},
    "matplotlib": {"views/plots"},
    "python_calamine": {"formats/tables/sources"},
    "xlsxwriter": {"formats/tables/writing"},
    "narwhals": {"formats/tables/sources"},
    "rapidfuzz": {"queries/matching"},
    "pyarrow": {"formats/tables/sources", "formats/tables/writing", "values"},
    "pandas": {"values"},
    "polars": {"values"},
}


def room_of(path: Path) -> str:
    """Return the room that a file of the package is in."""
    return path.parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Return every module that a file imports, anywhere in it, as a dotted name."""
    found: set[str] = set()
    for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            found.add(node.module or "")
    return found


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_imports_only_from_the_floors_below_its_own(path: Path) -> None:
    """A file knows its own room and the floors below; never a wing beside it, never a floor above."""
    room = room_of(path)
    for module in imports_of(path):
        if module == "partnermodel" or module.startswith("partnermodel."):
            other = module.split(".")[1] if "." in module else "__init__"
            assert other == room or FLOOR_OF[other] < FLOOR_OF[room], f"{path} imports {module}"


@pytest.mark.parametrize("path", [path for path in FILES if TABLES in path.parents], ids=str)
def test_the_rooms_of_tables_import_in_one_direction(path: Path) -> None:
    """A room of tables knows itself and the rooms before it; those of one place do not know each other."""
    room = path.parts[len(TABLES.parts)]
    for module in imports_of(path):
        if module.startswith("partnermodel.formats.tables."):
            other = module.split(".")[3]
            assert other == room or PLACE_OF[other] < PLACE_OF[room], f"{path} imports {module}"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_file_can_be_held_in_the_head(path: Path) -> None:
    """A file says what it is for, and has at most 300 lines; lists of words and of names may be longer."""
    text = (SOURCE / path).read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert len(text.splitlines()) <= 300 or path.name == "words.py" or path == Path("__init__.py")


@pytest.mark.parametrize("path", FILES, ids=str)
def test_a_package_of_others_is_imported_in_its_own_room(path: Path) -> None:
    """Only graphs and analysis know networkx, only formats cattrs and msgspec, only plots matplotlib."""
    homes = {room_of(path), *(folder.as_posix() for folder in path.parents)}
    for module in imports_of(path):
        package = module.split(".")[0]
        assert package not in AT_HOME or homes & AT_HOME[package], f"{path} imports {module}"
        assert module != "matplotlib.pyplot", f"{path} would open windows"


@pytest.mark.parametrize("path", FILES, ids=str)
def test_nothing_is_fetched_run_or_logged(path: Path) -> None:
    """No file opens a connection, evaluates text, unpickles, starts a program or touches a logger.

    One writes functions from the fields of our classes; a test of it holds that no file has a say in them.
    """
    forbidden = {"socket", "urllib", "http", "ssl", "pickle", "marshal", "subprocess", "logging", "ctypes"}
    assert not {module.split(".")[0] for module in imports_of(path)} & forbidden
    called = {
        node.func.id
        for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    writes_code = path == Path("formats/generated.py")
    assert called & {"eval", "exec", "compile", "__import__"} == (
        {"exec", "compile"} if writes_code else set()
    )


def test_every_room_has_its_floor() -> None:
    """Each file stands in a room of the plan."""
    assert {room_of(path) for path in FILES} == set(FLOOR_OF)


def test_the_public_names_are_those_that_a_type_checker_sees() -> None:
    """What is loaded on first use is what type checkers see re-exported, each from the same room."""
    tree = ast.parse((SOURCE / "__init__.py").read_text(encoding="utf-8"))
    guarded = next(node for node in tree.body if isinstance(node, ast.If))
    seen = {
        alias.name: node.module
        for node in guarded.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == alias.asname
    }
    assert seen == vars(partnermodel)["_ROOM_OF"]
    assert partnermodel.__all__ == sorted(partnermodel.__all__)
    assert set(partnermodel.__all__) == {*seen, "__version__"}


def test_there_is_one_version() -> None:
    """What a page says of the version is what the package says, and what is installed."""
    project = tomllib.loads((SOURCE.parents[1] / "pyproject.toml").read_text(encoding="utf-8"))
    assert partnermodel.__version__ == VERSION == project["project"]["version"]


def test_every_public_name_can_be_had_and_explains_itself() -> None:
    """`dir` lists the public names and no others; each can be had, classes and functions have docstrings."""
    assert dir(partnermodel) == partnermodel.__all__
    for name in partnermodel.__all__:
        value = getattr(partnermodel, name)
        if isinstance(value, type) or callable(value):
            assert value.__doc__, name


@pytest.mark.parametrize(
    "space",
    [partnermodel.layouts, partnermodel.measures, partnermodel.projections],
    ids=lambda one: one.__name__,
)
def test_a_namespace_has_functions_and_classes_that_explain_themselves(space: ModuleType) -> None:
    """What a namespace lists is sorted, and all that `dir` lists, and each of it explains itself."""
    assert dir(space) == space.__all__ == sorted(space.__all__)
    for name in space.__all__:
        value = getattr(space, name)
        assert callable(value), name
        assert value.__doc__, name


def test_an_unknown_name_is_refused_as_by_any_module() -> None:
    """A name that is not public is an AttributeError that names it."""
    with pytest.raises(AttributeError, match=r"^module 'partnermodel' has no attribute 'partner'$"):
        _ = partnermodel.partner
    with pytest.raises(AttributeError, match=r"^module 'partnermodel.graph' has no attribute 'measure'$"):
        _ = partnermodel.graph.measure


def test_importing_the_package_loads_no_heavy_room() -> None:
    """`import partnermodel`, and building and asking a model, load neither networkx nor cattrs nor click."""
    program = (
        "import sys, partnermodel as p\n"
        "light = set(sys.modules)\n"
        "m = p.PartnerModel('Town', [p.Organisation('a', 'A'), p.Organisation('b', 'B'),"
        " p.Relation('a', 'funds', 'b')])\n"
        "p.partners(m, 'a'), p.check(m), p.loads(p.dumps(m))\n"
        "print(sorted({'networkx', 'cattrs', 'click', 'msgspec', 'attrs'} & light))\n"
        "print(sorted({'networkx', 'cattrs', 'click'} & set(sys.modules)))\n"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.splitlines() == ["[]", "[]"]
