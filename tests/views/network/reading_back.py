"""Read pictures and tables back, with code that shares nothing with what wrote them."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from xml.etree import ElementTree

import attrs

SVG = "{http://www.w3.org/2000/svg}"

Told = Counter[tuple[str, str, str]]
"""How often something is said: from whom, how, and to whom."""


@attrs.frozen
class Drawn:
    """What a picture shows.

    Attributes:
        titles: What each node is called: name, kind and number of ties in one text.
        places: Where each node is.
        ties: Each line by its ends, as places among the nodes, and what is said of it from either end.
        ids: Every id.
        texts: Each text that is written, and where: the place, the anchor and the text.
        width, height: The size of the picture.
    """

    titles: list[str]
    places: list[tuple[float, float]]
    ties: list[tuple[int, int, str, str]]
    ids: list[str]
    texts: list[tuple[float, float, str, str]]
    width: float
    height: float


def drawn(source: str) -> Drawn:
    """Read a picture."""
    root = ElementTree.fromstring(source)
    nodes = [one for one in root.iter(f"{SVG}g") if one.get("role") == "img"]
    places = []
    for node in nodes:
        use = node.find(f"{SVG}use")
        assert use is not None
        moved = re.match(r"translate\((\d+) (\d+)\)", use.get("transform", ""))
        x, y = moved.groups() if moved else (use.get("x"), use.get("y"))
        assert x is not None
        assert y is not None
        places.append((float(x), float(y)))
    at = {place: number for number, place in enumerate(places)}
    ties = []
    for said in root.iter(f"{SVG}g"):
        if (forth := said.get("data-label")) is None:
            continue
        back = said.get("data-inverse", forth)
        for path in said.iter(f"{SVG}path"):
            numbers = [float(number) for number in re.findall(r"-?\d+", path.get("d", ""))]
            start = numbers[0], numbers[1]
            end = start[0] + numbers[-2], start[1] + numbers[-1]
            ties.append((at[start], at[end], forth, back))
    texts = [
        (float(one.get("x", "0")), float(one.get("y", "0")), one.get("text-anchor", "start"), one.text or "")
        for node in nodes
        for one in node.iter(f"{SVG}text")
    ]
    return Drawn(
        ["".join(node.findtext(f"{SVG}title") or "") for node in nodes],
        places,
        ties,
        [found for one in root.iter() if (found := one.get("id")) is not None],
        texts,
        float(root.get("width", "0")),
        float(root.get("height", "0")),
    )


class Cells(HTMLParser):
    """The cells of the one table of a page, row by row, as texts."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.rows: list[list[str]] = []
        self._inside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a row or a cell."""
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        """End the table."""
        if tag in ("table", "thead", "tbody"):
            self._inside = False

    def handle_data(self, data: str) -> None:
        """Add to the cell."""
        if self._inside and self.rows:
            self.rows[-1][-1] += data.rstrip("\n") if data.endswith("\n") else data
