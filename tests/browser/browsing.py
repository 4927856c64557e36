"""Debian's Chromium, started as such machines need it, and pages in it of which all that they do is noted."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Playwright

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What lets Chromium run as root, without a screen, and without asking anybody anything."""

WIDTHS = (360, 1280, 1920)
"""A telephone, a laptop and a large screen, in CSS pixels."""

SCHEMES = ("light", "dark")


def chromium() -> str | None:
    """Return where Chromium is, or None where it is not installed."""
    usual = Path("/usr/bin/chromium")
    return str(usual) if usual.exists() else shutil.which("chromium") or shutil.which("chromium-browser")


def launched(playwright: Playwright, path: str) -> Browser:
    """Start Chromium; Playwright gives each start a new, empty folder for its data."""
    return playwright.chromium.launch(executable_path=path, args=list(FLAGS), headless=True)


@attrs.define
class Opened:
    """A page that is open, and what it did.

    Attributes:
        page: The page.
        requests: The address of whatever it asked for, itself apart; `data:` asks nobody.
        said: Each message on the console, such as a breach of its policy, each error and each dialog.
    """

    page: Page
    requests: list[str] = attrs.field(factory=list)
    said: list[str] = attrs.field(factory=list)

    def evaluate(self, script: str, argument: object = None) -> Any:
        """Return what a function of ours gives in the page."""
        return self.page.evaluate(script, argument)

    def tree(self) -> list[dict[str, Any]]:
        """Return what a screen reader is given: the nodes that it does not ignore."""
        client = self.page.context.new_cdp_session(self.page)
        nodes = client.send("Accessibility.getFullAXTree")["nodes"]
        client.detach()
        return [node for node in nodes if not node["ignored"]]


def role(node: dict[str, Any]) -> str:
    """Return what a node of the accessibility tree is."""
    return str(node.get("role", {}).get("value", ""))


def name(node: dict[str, Any]) -> str:
    """Return what a node of the accessibility tree is called."""
    return str(node.get("name", {}).get("value", ""))


def opened(context: BrowserContext, path: Path) -> Opened:
    """Open a file in a new page, noting what it does from its first moment on."""
    page = context.new_page()
    found = Opened(page)
    own = path.as_uri()

    def asked(address: str) -> None:
        if address != own and not address.startswith("data:"):
            found.requests.append(address)

    def dialog(one: Any) -> None:
        found.said.append(f"dialog: {one.message}")
        one.dismiss()

    page.on("request", lambda request: asked(request.url))
    page.on("websocket", lambda socket: asked(socket.url))
    page.on("console", lambda message: found.said.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.said.append(f"error: {error}"))
    page.on("dialog", dialog)
    page.on("popup", lambda other: asked(f"popup {other.url}"))
    page.goto(own, wait_until="load")
    return found


def focusable(found: Opened, at_most: int = 10_000) -> list[dict[str, Any]]:
    """Press Tab until the page has been gone through, and return what had the focus after each press.

    Of each stop it is told which of all that can have the focus it is, how it is written, whether it
    was in view, and whether and in which colour it was outlined.
    """
    for _ in range(min(at_most, found.evaluate(_WATCH))):
        found.page.keyboard.press("Tab")
    stops: list[dict[str, Any]] = found.evaluate("() => window.stops")
    return stops


_WATCH = """() => {
  const all = [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^='-'])")];
  window.stops = [];
  document.addEventListener("focusin", event => {
    const one = event.target, box = one.getBoundingClientRect(), style = getComputedStyle(one);
    window.stops.push({
      place: all.indexOf(one),
      what: one.outerHTML.slice(0, 120),
      visible: box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth
        && box.bottom > 0 && box.top < innerHeight,
      outlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1,
      colour: style.outlineColor,
      ground: getComputedStyle(document.body).backgroundColor,
    });
  });
  return all.length;
}"""
