"""Read a page as a browser would, and say everything that is wrong with it."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from urllib.parse import unquote

ALLOWED: dict[str, set[str]] = {
    "a": {"href", "class"},
    "bdi": {"lang"},
    "body": set(),
    "caption": {"id"},
    "code": set(),
    "dd": set(),
    "div": {"class", "role", "tabindex", "aria-labelledby"},
    "dl": set(),
    "dt": set(),
    "footer": set(),
    "h1": set(),
    "h2": {"id"},
    "h3": {"id"},
    "head": set(),
    "header": set(),
    "html": {"lang"},
    "li": set(),
    "main": {"id", "tabindex"},
    "meta": {"charset", "name", "content", "http-equiv"},
    "nav": {"aria-labelledby"},
    "p": {"class"},
    "rect": {"class", "width", "height"},
    "section": {"id", "aria-labelledby"},
    "span": {"class"},
    "style": set(),
    "svg": {"viewbox", "width", "height", "aria-hidden"},
    "table": {"class"},
    "tbody": set(),
    "td": set(),
    "th": {"scope"},
    "thead": set(),
    "title": set(),
    "tr": {"id"},
    "ul": {"class"},
}
"""Every element that a report may have, with its attributes: nothing here loads, runs or submits anything."""

# What a paragraph cannot hold: a browser would end the paragraph there, and the page would be another one.
_NOT_IN_P = {"p", "div", "ul", "dl", "table", "section", "h1", "h2", "h3"}


def _apart(source: str) -> tuple[str, str]:
    """Return the picture of a network with its table, which has laws of its own, and the page without it."""
    found = re.search(r'<div class="nv".*?</div>(?=</section>)', source, re.DOTALL)
    if found is None:
        return "", source
    rest = source.replace(found[0], "")
    if "<svg" in found[0]:
        script = re.search(r"<script>[^<]*(?:<(?!/)[^<]*)*</script>(?=</body>)", source)
        assert script is not None, "a picture without its script"
        rest = rest.replace(script[0], "")
    return found[0], rest


class Page(HTMLParser):
    """A page, read.

    Attributes:
        picture: The picture of the network in it, as HTML.
        faults: What is wrong with it, as sentences.
        ids: The ids of its elements.
        links: The targets of its links.
        headings: The level and the text of each heading.
        languages: The language and the text of each `bdi`.
        rows: The rows of the tables of each section, each as a list of texts.
        sections: The text of each section, by its id.
        ours: What the library says of itself: all that is neither a name, nor an id, nor an address.
        language: The language of the page.
        text: All that can be read on it.
    """

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.labels: list[str] = []
        self.links: list[str] = []
        self.headings: list[tuple[int, str]] = []
        self.languages: list[tuple[str | None, str]] = []
        self.rows: dict[str, list[list[str]]] = {}
        self.sections: dict[str, str] = {}
        self.landmarks: Counter[str] = Counter()
        self._open: list[str] = []
        self._texts: list[list[str]] = []
        self._tables: list[dict[str, int]] = []
        self._pieces: list[str] = []
        self._bdi: list[str | None] = []
        self.ours: list[str] = []
        self.language: str | None = None
        self._wrapped = False
        self._section = ""
        self.picture, source = _apart(source)
        self.feed(source)
        self.close()
        self._conclude()

    @property
    def text(self) -> str:
        """All that can be read on the page."""
        return "".join(self._pieces)

    def handle_decl(self, decl: str) -> None:
        """Note the document type."""
        if decl != "DOCTYPE html":
            self.faults.append(f"the document type is {decl}")

    def handle_comment(self, data: str) -> None:
        """Note a comment: a page of ours has none."""
        self.faults.append(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        """Note a declaration that HTML does not have."""
        self.faults.append(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        """Note a processing instruction: HTML has none."""
        self.faults.append(f"an instruction: {data}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag that closes itself: HTML has none."""
        self.faults.append(f"<{tag}/>")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, where it stands and what it carries."""
        held = dict(attrs)
        if tag not in ALLOWED:
            self.faults.append(f"<{tag}> is not allowed")
        for name in held.keys() - ALLOWED.get(tag, set()):
            self.faults.append(f"<{tag} {name}> is not allowed")
        if len(held) != len(attrs):
            self.faults.append(f"<{tag}> has an attribute twice")
        if tag in _NOT_IN_P and "p" in self._open:
            self.faults.append(f"<{tag}> in a paragraph")
        if tag == "a" and "a" in self._open:
            self.faults.append("a link in a link")
        if (id := held.get("id")) is not None:
            self.ids.append(id)
        if (label := held.get("aria-labelledby")) is not None:
            self.labels.append(label)
        if tag == "section":
            self._section = held.get("id") or ""
            self.rows[self._section] = []
        self._wrapped = tag == "span" and held.get("class") == "wrap"
        self._page_starts(tag, held)
        if tag == "a":
            self.links.append(held.get("href") or "")
        self._table_starts(tag, held)
        if tag == "bdi":
            self._bdi.append(held.get("lang"))
        if tag != "meta":
            self._open.append(tag)
            self._texts.append([])

    def _page_starts(self, tag: str, held: dict[str, str | None]) -> None:
        if tag == "html":
            self.language = held.get("lang")
        if tag == "svg" and held.get("aria-hidden") != "true":
            self.faults.append("a drawing of which nobody says that it is in the text as well")
        if tag in ("header", "nav", "main", "footer"):
            self.landmarks[tag] += 1

    def _table_starts(self, tag: str, held: dict[str, str | None]) -> None:
        if tag == "div" and (held.get("role"), held.get("tabindex")) != ("region", "0"):
            self.faults.append("a region that the keyboard cannot reach")
        if tag == "table":
            if self._open[-1] != "div":
                self.faults.append("a table outside a region")
            self._tables.append({"caption": 0, "columns": 0, "rows": 0})
        elif tag == "caption":
            self._tables[-1]["caption"] += 1
        elif tag == "th":
            wanted = "col" if "thead" in self._open else "row"
            if held.get("scope") != wanted:
                self.faults.append(f"a head with scope {held.get('scope')} for a {wanted}")
            self._tables[-1]["columns"] += wanted == "col"
        if tag == "tr":
            self.rows[self._section].append([])

    def handle_endtag(self, tag: str) -> None:
        """Close an element, which must be the one that was opened last."""
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes {self._open[-1:]}")
            return
        self._open.pop()
        self._wrapped = False
        text = "".join(self._texts.pop())
        if tag in ("h1", "h2", "h3"):
            self.headings.append((int(tag[1]), text))
        if tag == "bdi":
            self.languages.append((self._bdi.pop(), text))
        if tag in ("td", "th"):
            self.rows[self._section][-1].append(text)
        if tag == "tr" and "tbody" in self._open:
            width = len(self.rows[self._section][-1])
            if width != self._tables[-1]["columns"]:
                self.faults.append(f"a row of {width} cells")
        if tag == "section":
            self.sections[self._section] = text
        if tag == "table" and self._tables[-1]["caption"] != 1:
            self.faults.append("a table without its caption")
        if tag in ("h1", "h2", "h3", "caption", "a", "title", "th") and not text.strip():
            self.faults.append(f"an empty <{tag}>")

    def handle_data(self, data: str) -> None:
        """Note what can be read."""
        if self._open and self._open[-1] != "style":
            self._pieces.append(data)
            for texts in self._texts:
                texts.append(data)
            if not {"bdi", "title"} & set(self._open) and not self._wrapped:
                self.ours.append(data)

    def _conclude(self) -> None:
        if self._open:
            self.faults.append(f"never closed: {self._open}")
        for id, times in Counter(self.ids).items():
            if times > 1:
                self.faults.append(f"the id {id!r} {times} times")
            if not id or re.search(r"[ \t\n\f\r]", id):
                self.faults.append(f"the id {id!r} has a space")
        for link in self.links:
            if not link.startswith("#") or unquote(link[1:]) not in self.ids:
                self.faults.append(f"a link to nowhere: {link}")
        self.faults += [f"no label {label}" for label in self.labels if label not in self.ids]
        levels = [level for level, _ in self.headings]
        if levels.count(1) != 1 or levels[:1] != [1]:
            self.faults.append("not one h1 at the head")
        for before, after in pairwise(levels):
            if after > before + 1:
                self.faults.append(f"h{after} after h{before}")
        if dict(self.landmarks) != {"header": 1, "nav": 1, "main": 1, "footer": 1}:
            self.faults.append(f"landmarks: {dict(self.landmarks)}")
