"""SVG out of a scene: for a page, which has the style and the legend beside it, or as a file of its own."""

from __future__ import annotations

from html import escape
from itertools import groupby

import attrs

from partnermodel.language.speech import Speech
from partnermodel.views.appearance import LOOKS
from partnermodel.views.network.contents import Contents, Node, Years, years_told
from partnermodel.views.network.labels import LINE, Label
from partnermodel.views.network.legend import legend_entries, legend_svg
from partnermodel.views.network.placing import FONT
from partnermodel.views.network.scene import WIDTHS, Lines, Scene, Spot
from partnermodel.views.network.shapes import NUMBER_OF, RADIUS, SCALES, shape_of
from partnermodel.views.network.style import PICTURE_STYLE

_MANY = 400
"""Of more ties than that, the lines are thinner and the arrowheads smaller."""

_LISTED = 300
"""Of more nodes than that, those of a kind are a group that is called by it."""

_NARROWEST = 360
"""How wide a file of its own is at least, so that there is room for its legend."""


@attrs.frozen
class Drawing:
    """A scene on its way to SVG.

    Attributes:
        scene: The scene.
        contents: What is in it.
        words: The library speaking.
        prefix: What the ids in it begin with.
    """

    scene: Scene
    contents: Contents
    words: Speech
    prefix: str

    @property
    def dense(self) -> bool:
        """Whether there are so many lines that they must be thin."""
        return len(self.contents.ties) > _MANY

    def picture(self) -> str:
        """Return the picture as it stands in a page, in an element that says what it is.

        It is as high as its width asks, so that it can be made larger or fit a sheet of paper.
        """
        width, height = self.scene.width, self.scene.height
        return (
            f'<svg viewBox="0 0 {width} {height}" width="{width}" role="none"'
            f"{' class=dense' if self.dense else ''}>"
            f"{self._definitions()}{self._ties()}{self._nodes()}</svg>"
        )

    def file(self, name: str, description: str) -> str:
        """Return the picture as a file of its own, with its style, its legend, a title and a description.

        Args:
            name: What the picture is called.
            description: What it shows, in sentences.
        """
        width, prefix = max(self.scene.width, _NARROWEST), self.prefix
        entries = legend_entries(self.contents, self.words)
        legend, height = legend_svg(entries, prefix, width, self.scene.height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="nv{" dense" if self.dense else ""}" '
            f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="group" '
            f'lang="{self.words.language}" aria-labelledby="{prefix}t" aria-describedby="{prefix}d">'
            f'<title id="{prefix}t">{escape(name)}</title><desc id="{prefix}d">{escape(description)}</desc>'
            f"<style>{PICTURE_STYLE}</style>{self._definitions()}"
            f'<rect class="ground" width="{width}" height="{height}"/>'
            f"{self._ties()}{self._nodes()}{legend}</svg>\n"
        )

    def _definitions(self) -> str:
        """Return the shapes and arrowheads that occur."""
        there = {node.type for node in self.contents.nodes}
        found = []
        for type in (*LOOKS, ""):
            if type in there:
                path, colour = shape_of(type)
                found.append(f'<path id="{self.prefix}{NUMBER_OF[type]}" d="{path}" fill="{colour}"/>')
        size, box = (6, ' viewBox="0 0 8 8"') if self.dense else (8, "")
        for scale in sorted({lines.arrow for lines in self.scene.lines if lines.arrow is not None}):
            # The tip is at the edge of the node, to the middle of which the line goes on.
            tip = round((RADIUS * SCALES[scale] + 1) * 8 / size + 8)
            found.append(
                f'<marker id="{self.prefix}a{scale}"{box} refX="{tip}" refY="4" markerWidth="{size}" '
                f'markerHeight="{size}" markerUnits="userSpaceOnUse" orient="auto">'
                '<path d="M0 0L8 4L0 8z"/></marker>'
            )
        return f"<defs>{''.join(found)}</defs>" if found else ""

    def _ties(self) -> str:
        """Return the lines: those that say the same together, and among them those of each status."""
        groups = []
        for (label, back, scale, wide), alike in groupby(self.scene.lines, key=_said):
            inverse = "" if back == label else f' data-inverse="{escape(back)}"'
            width = f' stroke-width="{WIDTHS[wide] * (0.6 if self.dense else 1):.2g}"' if wide else ""
            arrow = "" if scale is None else f' marker-end="url(#{self.prefix}a{scale})"'
            inside = "".join(map(_lines, alike))
            groups.append(f'<g data-label="{escape(label)}"{inverse}{width}{arrow}>{inside}</g>')
        inside = "\n".join(groups)
        return f'<g class="ties">{inside}</g>'

    def _nodes(self) -> str:
        often: dict[str, int] = {}
        for node in self.contents.nodes:
            often[node.name.language] = often.get(node.name.language, 0) + 1
        common = max(sorted(often), key=often.__getitem__, default=self.words.language)
        spots = zip(self.scene.spots, self.contents.nodes, strict=True)
        if len(self.contents.nodes) <= _LISTED:
            inside = "\n".join(self._node(spot, node, common, kind=True) for spot, node in spots)
        else:
            # The name of a kind, said once for all nodes of it, need not be said a thousand times.
            inside = "\n".join(
                f'<g role="group" aria-label="{escape(kind)}">'
                + "\n".join(self._node(spot, node, common, kind=False) for spot, node in alike)
                + "</g>"
                for kind, alike in groupby(spots, key=lambda pair: pair[1].kind)
            )
        return f'<g class="nodes"{_lang(common, self.words.language)}>{inside}</g>'

    def _node(self, spot: Spot, node: Node, common: str, *, kind: bool) -> str:
        """Return a node, which is called by its name, its kind and the number of its ties."""
        at = f'x="{spot.x}" y="{spot.y}"'
        if spot.scale:
            at = f'transform="translate({spot.x} {spot.y})scale({SCALES[spot.scale]})"'
        key = "network-node-title" if kind else "network-node-short"
        title = self.words.say(key, name=node.name, kind=node.kind, ties=node.ties)
        return (
            f'<g role="img"{_lang(node.name.language, common)}><title>{escape(title)}</title>'
            f'<use href="#{self.prefix}{NUMBER_OF[node.type]}" {at}/>'
            f"{'' if spot.label is None else _label(spot.label)}</g>"
        )


def _said(lines: Lines) -> tuple[str, str, int | None, int]:
    return lines.label, lines.inverse, lines.arrow, lines.width


def _lines(lines: Lines) -> str:
    stage = f' class="{lines.stage}"' if lines.stage else ""
    status = f' data-status="{escape(lines.status)}"' if lines.status else ""
    paths = "".join(f'<path d="{path}"{_years(years)}/>' for path, years in lines.paths)
    return f"<g{stage}{status}>{paths}</g>"


def _years(years: Years) -> str:
    told = years_told(years).replace("–", "-")
    return f' data-y="{told}"' if told else ""


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
