"""The page of dependencies tells of each package that the project stands on, and of no other."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata

import pytest
from tests.docs.blocks import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")

PARTS = {
    "To use the library": PROJECT["project"]["dependencies"],
    "To measure large networks fast": PROJECT["project"]["optional-dependencies"]["fast"],
    "To read and write spreadsheets": PROJECT["project"]["optional-dependencies"]["tables"],
    "To match names": PROJECT["project"]["optional-dependencies"]["match"],
    "To hand on Arrow and Parquet": PROJECT["project"]["optional-dependencies"]["arrow"],
    "To draw PNG and PDF": PROJECT["project"]["optional-dependencies"]["plot"],
    "To run the tests": PROJECT["project"]["optional-dependencies"]["test"],
    "To run the tests in a browser": PROJECT["project"]["optional-dependencies"]["browser"],
    "To make the site": PROJECT["project"]["optional-dependencies"]["docs"],
    "To check the code": PROJECT["project"]["optional-dependencies"]["lint"],
    "To run the benchmarks": PROJECT["project"]["optional-dependencies"]["bench"],
    "To build the package": PROJECT["build-system"]["requires"],
}
"""Each part of the page, and the requirements that it is of."""

ROW = re.compile(r"^\| `([a-z0-9-]+)` \| [^|]+ \| ([^|]+) \|", re.MULTILINE)
LICENCES = dict(ROW.findall(PAGE))


@pytest.mark.parametrize("part", PARTS)
def test_every_package_has_its_row(part: str) -> None:
    """The table of a part has the packages of `pyproject.toml`, all of them, in their order."""
    text = re.split(r"^## ", PAGE.partition(f"## {part}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    assert [name for name, _ in ROW.findall(text)] == [
        re.split(r"[<>=!~; ]", requirement, maxsplit=1)[0]
        for requirement in PARTS[part]
        if not requirement.startswith("partnermodel[")  # other extras, which have parts of their own
    ]


def test_every_extra_is_a_part_of_the_page() -> None:
    """An extra that is added is written up."""
    assert set(PROJECT["project"]["optional-dependencies"]) == {
        "arrow",
        "fast",
        "match",
        "plot",
        "tables",
        "test",
        "browser",
        "docs",
        "lint",
        "bench",
    }


@pytest.mark.parametrize("name", LICENCES)
def test_the_licence_is_what_the_package_says(name: str) -> None:
    """Of each package that is installed here, the page names the licence that it states, if it states one."""
    try:
        stated = metadata(name)
    except PackageNotFoundError:
        pytest.skip(f"{name} is not installed")
    if "License-Expression" in stated:
        assert stated["License-Expression"] == LICENCES[name]
