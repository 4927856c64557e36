"""A scene as SVG text: nothing in it loads, runs or links, and equal scenes give equal bytes."""

from __future__ import annotations

import hashlib
from html import escape

from partnermodel.views.markup import Markup, element
from partnermodel.views.pictures.scene import PAPER, Disc, Mark, Outline, Point, Scene, Words

FONTS = "'DejaVu Sans', Verdana, 'Noto Sans', 'Segoe UI', Arial, sans-serif"
"""The fonts in which a picture is shown: the one that it is measured in, and then such as are no wider."""


def number(value: float) -> str:
    """Return a number as SVG and GeoJSON have it, to two decimals.

    Example:
        >>> number(1.0), number(-0.001), number(2.555), number(1e21)
        ('1', '0', '2.56', '1000000000000000000000')
    """
    written = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def svg(scene: Scene, *, title: str, description: str, language: str) -> str:
    """Return a scene as an SVG document, which stands alone or within a page.

    Args:
        scene: The scene.
        title: What the picture is of.
        description: What it shows.
        language: The language of both (BCP 47).

    Example:
        >>> svg(Scene(2, 1, ()), title="<Empty>", description="Nothing.", language="en")[:54]
        '<svg xmlns="http://www.w3.org/2000/svg" xml:lang="en" '
    """
    body = "\n".join(_mark(mark, language) for mark in scene.marks)
    # Several pictures may stand in one page, and their ids must differ.
    digest = hashlib.sha256(f"{title}\0{description}\0{body}".encode()).hexdigest()[:12]
    width, height = number(scene.width), number(scene.height)
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xml:lang="{escape(language)}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" role="img" '
        f'aria-labelledby="title-{digest} desc-{digest}" font-family="{escape(FONTS)}">'
    )
    lines = (
        root,
        element("title", title, id=f"title-{digest}"),
        element("desc", description, id=f"desc-{digest}"),
        element("rect", width=width, height=height, fill=PAPER),
        body,
        "</svg>",
    )
    return "\n".join(filter(None, lines)) + "\n"


def _mark(mark: Mark, language: str) -> Markup:
    match mark:
        case Disc():
            return element(
                "circle",
                cx=number(mark.x),
                cy=number(mark.y),
                r=number(mark.radius),
                **_paint(mark.fill, mark.stroke, mark.width),
            )
        case Outline():
            painted = _paint(mark.fill, mark.stroke, mark.width)
            if mark.dashes:
                painted["stroke_dasharray"] = " ".join(number(dash * mark.width) for dash in mark.dashes)
            if mark.fill is not None and len(mark.rings) > 1:
                painted["fill_rule"] = "evenodd"
            return element("path", d="".join(_ring(ring, mark.closed) for ring in mark.rings), **painted)
        case Words():
            return _words(mark, language)


def _ring(ring: tuple[Point, ...], closed: bool) -> str:
    first, *rest = (f"{number(x)} {number(y)}" for x, y in ring)
    return f"M{first}{'L' if rest else ''}{' '.join(rest)}{'Z' if closed else ''}"


def _paint(fill: str | None, stroke: str | None, width: float) -> dict[str, str]:
    found = {"fill": fill or "none"}
    if stroke is not None:
        found |= {"stroke": stroke, "stroke_width": number(width), "stroke_linejoin": "round"}
    return found


def _words(mark: Words, language: str) -> Markup:
    attributes = {
        "x": number(mark.x),
        "y": number(mark.y),
        "font_size": number(mark.size),
        "fill": mark.colour,
    }
    if mark.anchor != "start":
        attributes["text_anchor"] = mark.anchor
    if mark.bold:
        attributes["font_weight"] = "bold"
    if mark.halo:
        attributes |= {
            "stroke": PAPER,
            "stroke_width": "3",
            "stroke_linejoin": "round",
            "paint_order": "stroke",
        }
    if mark.angle:
        attributes["transform"] = f"rotate({number(-mark.angle)} {number(mark.x)} {number(mark.y)})"
    told = element("text", mark.text, **attributes)
    if mark.language is None or mark.language == language:
        return told
    spoken = "" if mark.language == "und" else mark.language
    # A name with a colon is no name of an argument.
    return Markup(told.replace("<text ", f'<text xml:lang="{escape(spoken)}" ', 1))
