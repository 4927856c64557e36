"""Pictures of every kind of page, to be looked at: `python -m tests.browser.screenshots FOLDER [NAME ...]`.

Each is made as wide as a telephone, a laptop and a large screen, light and dark, and once as it is
printed. Keep the folder out of git.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.browsing import SCHEMES, WIDTHS, chromium, launched, opened
from tests.browser.kinds import NAMES, PAGES
from tests.browser.pages import page_of

if TYPE_CHECKING:
    from playwright.sync_api import Browser

LONGEST = 4000
"""Of a longer page the head is pictured, in CSS pixels: what a person can look at."""


def main(folder: Path, names: set[str]) -> int:
    """Write the pictures and the pages themselves, of all kinds or of the named ones; say where they are."""
    from playwright.sync_api import sync_playwright

    path = chromium()
    if path is None:
        print("Chromium is not installed: it comes with the package chromium of Debian.", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launched(playwright, path)
        for (kind, language), name in zip(PAGES, NAMES, strict=True):
            if names and name not in names:
                continue
            for model in kind.pictured:
                source = (folder / f"{name}-{model}.html").resolve()
                source.write_text(page_of(kind, language, model), encoding="utf-8")
                _pictured(browser, source)
        browser.close()
    return 0


def _pictured(browser: Browser, source: Path) -> None:
    """Write the pictures of a page beside it, and the page as it is printed."""
    for width in WIDTHS:
        for scheme in SCHEMES:
            with browser.new_context(
                viewport={"width": width, "height": 900}, color_scheme=scheme
            ) as context:
                page = opened(context, source).page
                high = min(LONGEST, page.evaluate("() => document.documentElement.scrollHeight"))
                picture = source.with_name(f"{source.stem}-{width}-{scheme}.png")
                clip = {"x": 0, "y": 0, "width": width, "height": high}
                page.screenshot(path=picture, full_page=True, clip=clip)
                print(picture)
                if (width, scheme) == (WIDTHS[1], SCHEMES[0]):
                    page.pdf(path=source.with_suffix(".pdf"), format="A4", print_background=True)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(Path(sys.argv[1]), set(sys.argv[2:])))
