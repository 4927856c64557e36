"""SVG out of a scene: for a page, which has the style and the legend beside it, or as a file of its own."""

from __future__ import annotations

from html import escape
from itertools import groupby

from partnermodel.language.speech import Speech
from partnermodel.values.table import Phrase
from partnermodel.views.appearance import LOOKS
from partnermodel.views.network.contents import Contents, Years, years_told
from partnermodel.views.network.labels import LINE, Label
from partnermodel.views.network.legend import legend_entries, legend_svg
from partnermodel.views.network.placing import FONT
from partnermodel.views.network.scene import WIDTHS, Lines, Scene, Spot
from partnermodel.views.network.shapes import NUMBER_OF, RADIUS, SCALES, shape_of
from partnermodel.views.network.style import PICTURE_STYLE


_MANY = 400
"""Of more ties than that, the lines are thinner and the arrowheads smaller."""


def picture(scene: Scene, contents: Contents, words: Speech, *, name: str, prefix: str) -> str:
    """Return the picture as it stands in a page.

    Args:
        scene: The scene.
        contents: What is in it.
        words: The library speaking.
        name: What the picture is called.
        prefix: What the ids in it begin with.
    """
    return (
        f'<svg viewBox="0 0 {scene.width} {scene.height}" width="{scene.width}" height="{scene.height}" '
        f'role="group" aria-label="{escape(name)}"{" class=dense" if _is_dense(contents) else ""}>'
        f"{_definitions(scene, contents, prefix)}{_drawn(scene, contents, words, prefix)}</svg>"
    )


def file(scene: Scene, contents: Contents, words: Speech, *, name: str, description: str, prefix: str) -> str:
    """Return the picture as a file of its own, with its style, its legend, a title and a description.

    Args:
        scene: The scene.
        contents: What is in it.
        words: The library speaking.
        name: What the picture is called.
        description: What it shows, in sentences.
        prefix: What the ids in it begin with.
    """
    width = max(scene.width, 360)
    legend, height = legend_svg(legend_entries(contents, words), prefix, width, scene.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="nv{" dense" if _is_dense(contents) else ""}" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="group" lang="{words.language}" '
        f'aria-labelledby="{prefix}t" aria-describedby="{prefix}d">'
        f'<title id="{prefix}t">{escape(name)}</title><desc id="{prefix}d">{escape(description)}</desc>'
        f"<style>{PICTURE_STYLE}</style>{_definitions(scene, contents, prefix)}"
        f'<rect class="ground" width="{width}" height="{height}"/>'
        f"{_drawn(scene, contents, words, prefix)}{legend}</svg>\n"
    )


def _is_dense(contents: Contents) -> bool:
    return len(contents.ties) > _MANY


def _definitions(scene: Scene, contents: Contents, prefix: str) -> str:
    """Return the shapes and arrowheads that occur."""
    there = {node.type for node in contents.nodes}
    found = []
    for type in (*LOOKS, ""):
        if type in there:
            path, colour = shape_of(type)
            found.append(f'<path id="{prefix}{NUMBER_OF[type]}" d="{path}" fill="{colour}"/>')
    for scale in sorted({lines.arrow for lines in scene.lines if lines.arrow is not None}):
        # The tip is at the edge of the node, to the middle of which the line goes on.
        size, box = (6, ' viewBox="0 0 8 8"') if _is_dense(contents) else (8, "")
        tip = round((RADIUS * SCALES[scale] + 1) * 8 / size + 8)
        found.append(
            f'<marker id="{prefix}a{scale}"{box} refX="{tip}" refY="4" markerWidth="{size}" '
            f'markerHeight="{size}" '
            'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>'
        )
    return f"<defs>{''.join(found)}</defs>" if found else ""


def _drawn(scene: Scene, contents: Contents, words: Speech, prefix: str) -> str:
    common = _common_language(contents, words.language)
    ties = "\n".join(_ties(list(alike), prefix) for _, alike in groupby(scene.lines, key=_sort))
    nodes = "\n".join(
        _node(spot, node.name, node.type, _title(node.name, node.kind, node.ties, words), common, prefix)
        for spot, node in zip(scene.spots, contents.nodes, strict=True)
    )
    return f'<g class="ties" aria-hidden="true">{ties}</g><g class="nodes"{_lang(common, words.language)}>{nodes}</g>'


def _title(name: Phrase, kind: str, ties: int, words: Speech) -> str:
    return words.say("network-node-title", name=name, kind=kind, ties=ties)


def _sort(lines: Lines) -> tuple[str, str, int | None, int]:
    return lines.label, lines.inverse, lines.arrow, lines.width


def _ties(alike: list[Lines], prefix: str) -> str:
    """Return lines that say the same, those of each status together."""
    first = alike[0]
    width = f' stroke-width="{WIDTHS[first.width]}"' if first.width else ""
    arrow = "" if first.arrow is None else f' marker-end="url(#{prefix}a{first.arrow})"'
    inverse = "" if first.inverse == first.label else f' data-inverse="{escape(first.inverse)}"'
    inside = "".join(map(_lines, alike))
    return f'<g data-label="{escape(first.label)}"{inverse}{width}{arrow}>{inside}</g>'


def _lines(lines: Lines) -> str:
    status = f' data-status="{escape(lines.status)}"' if lines.status else ""
    paths = "".join(f'<path d="{path}"{_years(years)}/>' for path, years in lines.paths)
    stage = f' class="{lines.stage}"' if lines.stage else ""
    return f"<g{stage}{status}>{paths}</g>"


def _years(years: Years) -> str:
    return f' data-y="{told.replace("–", "-")}"' if (told := years_told(years)) else ""


def _node(spot: Spot, name: Phrase, type: str, title: str, common: str, prefix: str) -> str:
    at = (
        f'transform="translate({spot.x} {spot.y})scale({SCALES[spot.scale]})"'
        if spot.scale
        else f'x="{spot.x}" y="{spot.y}"'
    )
    text = _label(spot.label) if spot.label is not None else ""
    return (
        f'<g role="img"{_lang(name.language, common)}>'
        f'<title>{escape(title)}</title><use href="#{prefix}{NUMBER_OF[type]}" {at}/>{text}</g>'
    )


def _label(label: Label) -> str:
    """Return the name of a node, in one line or several."""
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    return "".join(
        f'<text x="{round(label.x)}" y="{round(label.y + place * FONT * LINE)}"{anchor}>{escape(line)}</text>'
        for place, line in enumerate(label.lines)
    )


def _lang(language: str, around: str) -> str:
    if language == around:
        return ""
    return f' lang="{"" if language == "und" else escape(language)}"'


def _common_language(contents: Contents, otherwise: str) -> str:
    """Return the language of most names."""
    often: dict[str, int] = {}
    for node in contents.nodes:
        often[node.name.language] = often.get(node.name.language, 0) + 1
    return max(sorted(often), key=often.__getitem__, default=otherwise)
