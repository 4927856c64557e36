"""One browser for each process of the tests, and pages in it. Where it cannot be had, its tests are skipped.

`BROWSER_TESTS=required` turns every such skip into a failure: so says the step of the continuous
integration that installs the browser.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import pytest
from tests.browser.browsing import Opened, chromium, launched, opened
from tests.browser.pages import MODELS

from partnermodel import PartnerModel

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext

Open = Callable[..., Opened]


def absent(reason: str) -> NoReturn:
    """Skip the test for a reason, or fail it where nothing may be skipped."""
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(f"BROWSER_TESTS=required, and {reason}", pytrace=False)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return Chromium, started once."""
    if find_spec("playwright") is None:
        absent("Playwright is not installed: it comes with the extra browser")
    path = chromium()
    if path is None:
        absent("Chromium is not installed: it comes with the package chromium of Debian")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = launched(playwright, path)
        yield started
        started.close()


@pytest.fixture
def show(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Return a function that opens HTML in a new, empty context; its options are those of Playwright."""
    contexts: list[BrowserContext] = []

    def open_one(source: str, *, init: str = "", **options: Any) -> Opened:
        path = tmp_path / f"page-{len(contexts)}.html"
        path.write_text(source, encoding="utf-8")
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        if init:
            context.add_init_script(init)
        return opened(context, path)

    yield open_one
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def town() -> PartnerModel:
    """Return the honest model: the example of the documentation."""
    return MODELS["honest"]()
