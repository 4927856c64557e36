"""What a browser makes of a page when there is no network: what it asks for, runs, shows and names."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import attrs

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Without these a browser asks for things of its own, which would be counted as those of the page."""


def chromium() -> str | None:
    """Return where the browser is, or None."""
    return shutil.which("chromium") or shutil.which("chromium-browser")


def missing() -> str | None:
    """Return why no page can be looked at, or None."""
    return None if chromium() else "Chromium: not installed"


@attrs.frozen
class Seen:
    """What a browser made of a page.

    Attributes:
        requests: How many things it asked a network for.
        scripts: How many scripts it ran.
        letters: How long these were together, in characters.
        names: How many of the nodes can be found by name in the accessibility tree.
        paint: When the first content was painted, in milliseconds; None when nothing was.
    """

    requests: int
    scripts: int
    letters: int
    names: int
    paint: float | None


def seen(page: str, names: Iterable[str]) -> Seen:
    """Return what a browser without a network makes of a page.

    Args:
        page: The page, as HTML.
        names: The names of the nodes that it shows.
    """
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "page.html"
        path.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        tab = browser.new_context(offline=True).new_page()
        asked: list[str] = []
        tab.on("request", lambda request: asked.append(request.url))
        parsed: list[int] = []
        session = tab.context.new_cdp_session(tab)
        # What the tool that drives the browser runs itself has no address.
        session.on("Debugger.scriptParsed", lambda one: parsed.extend([one["length"]] if one["url"] else []))
        session.send("Debugger.enable")
        tab.goto(path.as_uri())
        tab.wait_for_timeout(1000)
        tree: Any = session.send("Accessibility.getFullAXTree")
        said = "\n".join(
            str(node["name"].get("value", ""))
            for node in tree["nodes"]
            if not node["ignored"] and "name" in node
        )
        paint = tab.evaluate(
            "(performance.getEntriesByType('paint').find(one => one.name == 'first-contentful-paint')"
            " || {}).startTime"
        )
        browser.close()
    outside = [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    return Seen(len(outside), len(parsed), sum(parsed), sum(name in said for name in names), paint)
