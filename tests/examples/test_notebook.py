"""The example notebooks run, show what they show, and can be read by ear."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.examples.notebook import METADATA, NOTEBOOKS, executed, stored

EACH = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def outputs(notebook: Any) -> list[Any]:
    """Return what the code cells of a notebook show, without what only numbers them."""
    return [
        [{key: value for key, value in output.items() if key != "execution_count"} for output in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def html_of(path: Path) -> list[str]:
    """Return what the cells of a stored notebook show as HTML."""
    return [
        output.data["text/html"]
        for cell in stored(path).cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]


def headings(notebook: Any) -> list[int]:
    """Return the levels of the headings, in order."""
    prose = "\n".join(cell.source for cell in notebook.cells if cell.cell_type == "markdown")
    return [len(marks) for marks in re.findall(r"^(#+) ", prose, re.MULTILINE)]


@EACH
def test_every_cell_runs_and_shows_what_is_stored(path: Path) -> None:
    """A fresh run meets no error, and every cell shows what the stored notebook shows."""
    assert outputs(executed(path)) == outputs(stored(path))


@EACH
def test_cells_are_numbered_as_they_run(path: Path) -> None:
    """The stored notebook was run once, from its first cell to its last."""
    numbers = [cell.execution_count for cell in stored(path).cells if cell.cell_type == "code"]
    assert numbers == list(range(1, len(numbers) + 1))


@EACH
def test_nothing_of_a_machine_is_stored(path: Path) -> None:
    """The notebook says only that it is Python 3; no cell has metadata, and nothing names a folder."""
    notebook = stored(path)
    assert notebook.metadata == METADATA
    assert all(cell.metadata == {} for cell in notebook.cells)
    assert not re.search(r"/(home|tmp|work|Users)/|[A-Z]:\\\\", str(notebook))


@EACH
def test_the_story_can_be_walked_by_its_headings(path: Path) -> None:
    """There is one title, it comes first, and no level is passed over on the way down."""
    levels = headings(stored(path))
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@EACH
def test_every_table_has_a_caption_and_heads(path: Path) -> None:
    """What is shown as HTML is a table that a screen reader can walk through, or a sentence."""
    shown = html_of(path)
    assert shown
    for html in shown:
        if "<table" in html:
            assert "<caption>" in html
            assert 'scope="col"' in html
            assert 'scope="row"' in html
        else:
            assert re.match(r"(<div [^>]*>)?<p>", html)


@EACH
def test_nothing_is_shown_only_as_a_picture(path: Path) -> None:
    """A picture says in words what it shows, and a table of the same content stands below it."""
    for shown in html_of(path):
        pictures = re.findall(r"<img[^>]*>", shown)
        assert all(re.search(r' alt="[^"]{20,}"', picture) for picture in pictures)
        assert shown.count("<table") >= len(pictures)
        assert "<svg" not in shown
    assert not re.search(r"'image/|!\[", str(stored(path)))


@EACH
def test_words_stand_between_the_answers(path: Path) -> None:
    """Each code cell is led up to by a sentence."""
    kinds = [cell.cell_type for cell in stored(path).cells]
    assert ("code", "code") not in pairwise(kinds)
    assert kinds[0] == kinds[-1] == "markdown"
