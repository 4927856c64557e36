"""The runner of the documentation finds what is wrong with a page; else its silence would mean nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.docs.blocks import Page, languages, rewritten

from partnermodel import InvalidDocumentError

WRONG = {
    "another output": ("```python\nprint(1)\n```\n\n```text\n2\n```\n", "this is printed:\n1"),
    "an output that is hidden": ("```python\nprint(1)\n```\n\n```python\nx = 2\n```\n", "no block shows"),
    "an output that is hidden at the end": ("```python\nprint(1)\n```\n", "no block shows"),
    "an output of nothing": ("```text\n1\n```\n", "no block before it prints"),
    "a shorter output": ("```python\nprint(1)\nprint(2)\n```\n\n```text\n1\n```\n", "1\n2"),
    "an answer that a notebook shows": (
        "```python\nfrom partnermodel import Table\n\nTable('Towns', ('name',), (('Omsk',),))\n```\n",
        "no block shows what is printed:\nTowns\nname\nOmsk",
    ),
    "a doctest": ("```python\n>>> 1 + 1\n3\n```\n", "Expected:\n    3"),
    "an answer of the command": ("```console\n$ partnermodel --version\n0\n```\n", "partnermodel 0"),
    "an answer to the second command": ("```console\n$ echo 1\n1\n$ echo 2\n3\n```\n", "printed:\n2"),
    "a command without a dollar": ("```console\npartnermodel --version\n```\n", "begins with a command"),
    "a part of a document": (
        '<!-- fragment: Relation -->\n```json\n{"source": "a"}\n```\n',
        "is a required property",
    ),
    "a command that sets nothing up": ("```sh\nrm -r folder\n```\n", "does not set up a machine"),
    "what the command prints after setting up": (
        "```sh\nuv run partnermodel --version\n```\n\nIt prints:\n\n```text\n0\n```\n",
        "partnermodel 0",
    ),
}


def page(folder: Path, text: str) -> Path:
    """Return a page with a text."""
    path = folder / "page.md"
    path.write_text(f"# Page\n\n{text}", encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_found(text: str, message: str, tmp_path: Path) -> None:
    """A page that shows what does not happen fails, and the failure says what happens."""
    with pytest.raises(Exception, match=re.escape(message)):
        Page(page(tmp_path, text), tmp_path).run()


def test_a_document_that_cannot_be_read_is_found(tmp_path: Path) -> None:
    """A JSON block without a note is a whole document, and is loaded."""
    with pytest.raises(InvalidDocumentError, match="missing-field"):
        Page(page(tmp_path, '```json\n{"format_version": 1}\n```\n'), tmp_path).run()


def test_what_is_right_passes(tmp_path: Path) -> None:
    """Blocks share a namespace, and a folder that holds the files of the page and the examples."""
    text = (
        "```python\nx = 1\nx\n```\n\n"
        '<!-- file: town.json -->\n```json\n{"format_version": 1, "name": "Town",}\n```\n\n'
        "```python\nfrom pathlib import Path\n\nprint(x, Path('town.json').exists())\n```\n\n"
        "```text\n1 True\n```\n\n"
        "```console\n$ ls examples/omsk.json\nexamples/omsk.json\n```\n"
    )
    Page(page(tmp_path, text), tmp_path).run()


def test_todays_output_is_written_into_a_page(tmp_path: Path) -> None:
    """Rewriting puts in place of each output what is printed, and leaves all else as it is."""
    text = "```python\nprint('Ё')\n```\n\n```text\n```\n\n```console\n$ echo 1\n$ echo 2\n3\n```\n\nEnd.\n"
    path = page(tmp_path, text)
    assert list(rewritten([str(path)])) == [str(path)]
    assert path.read_text(encoding="utf-8") == "# Page\n\n" + text.replace(
        "```text\n```", "```text\nЁ\n```"
    ).replace("$ echo 1\n$ echo 2\n3\n", "$ echo 1\n1\n$ echo 2\n2\n")
    assert list(rewritten([str(path)])) == []


def test_languages_of_a_page_are_told(tmp_path: Path) -> None:
    """The languages of the blocks are those after their opening fences, in order."""
    assert languages(page(tmp_path, "```python\n```\n\n```\n```\n\n```yaml\n```\n")) == ["python", "", "yaml"]
