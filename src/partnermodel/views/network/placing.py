"""From contents to a scene: a layout says where nodes stand, and each name finds its place beside one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

import attrs

from partnermodel.errors import UnknownTermError, did_you_mean
from partnermodel.graph import layouts
from partnermodel.graph.layouts import Layout
from partnermodel.graph.projections import sectors
from partnermodel.model.model import PartnerModel
from partnermodel.values.text import shown
from partnermodel.views.network.contents import Contents
from partnermodel.views.network.giving_way import Roomy, made_room
from partnermodel.views.network.labels import Label, Marked, placed
from partnermodel.views.network.scene import Scene, Spot, apart, lines_of, scales_of
from partnermodel.views.network.shapes import RADIUS, SCALES
from partnermodel.views.network.text_width import ELLIPSIS
from partnermodel.wording import one_of_these, worded

LAYOUTS = ("best", "columns", "layers", "rings", "springs")
"""The names of layouts."""

FONT = 12
"""The size of names in the picture, in pixels."""

_FEW = 100
"""Of more nodes than that, names of which only a few letters have room would say nothing, and hide lines."""

_LETTERS = 14

_LOOP = 40
"""How far a loop may reach above its node, in pixels."""


def layout_of(contents: Contents, graph: Any, layout: str | Layout[Any] | None, network: Any) -> Layout[Any]:
    """Return where the nodes of a graph stand.

    Args:
        contents: What people see of the graph.
        graph: The graph.
        layout: The name of a layout, or a layout; None for rings around the node that was asked for, or
            else for the layout that suits the graph.
        network: The model or graph that was given; a model knows the sectors of its organisations.

    Raises:
        UnknownTermError: There is no layout of this name.
        ValueError: A layout was given that does not say where each node stands.
    """
    if isinstance(layout, Layout):
        missing = [node for node in graph if node not in layout.positions]
        if missing:
            node = shown(str(missing[0]))
            raise ValueError(worded("the layout does not say where {node} stands", node=node))
        return layout
    if layout is not None and layout not in LAYOUTS:
        hint = did_you_mean(str(layout), LAYOUTS) or one_of_these(LAYOUTS)
        raise UnknownTermError(worded("{name} is not a layout. {hint}", name=shown(layout), hint=hint))
    mark = 2 * RADIUS * SCALES[max(scales_of(contents), default=0)]
    if layout == "rings" or (layout is None and contents.centre is not None):
        nodes = range(len(contents.nodes))
        centre = contents.centre
        if centre is None:
            centre = max(nodes, key=lambda place: (contents.nodes[place].ties, -place), default=None)
        if centre is not None:
            return layouts.rings(graph, contents.keys[centre], mark=mark, label=220)
    if layout == "columns":
        return layouts.columns(graph, mark=mark)
    if layout == "layers":
        by = sectors(network) if isinstance(network, PartnerModel) else "sector"
        return layouts.layers(graph, by=by, mark=mark)
    return (layouts.springs if layout == "springs" else layouts.best)(graph, mark=mark)


def scene_of(contents: Contents, layout: Layout[Any], *, exactly: bool = False) -> Scene:
    """Return the scene of some contents.

    Args:
        contents: What people see.
        layout: Where each node stands.
        exactly: Whether nodes stand just there, and do not give way to the names of those that matter most.
    """
    looped = any(tie.source == tie.target for tie in contents.ties)
    top = _LOOP if looped else 0
    places = [(x, y + top) for x, y in apart([layout.positions[key] for key in contents.keys])]
    scales = scales_of(contents)
    width, height = ceil(layout.width), ceil(layout.height) + top
    few = len(places) <= _FEW
    labels: Mapping[int, Label] = {}
    if not exactly:
        roomy = made_room(
            _marks(contents, places, scales),
            width=width,
            height=height,
            size=FONT,
            gap=2.5 * RADIUS * SCALES[max(scales, default=0)] + 2,
            enough=lambda label: few or _says_enough(label),
        )
        labels = roomy.labels
        if roomy.points != places:
            places, labels, (width, height) = _framed(roomy, places, width, height)
    marks = _marks(contents, places, scales)
    found = placed(marks, width=width, height=height, size=FONT, given=labels)
    if not few:
        found = [label if label is None or _says_enough(label) else None for label in found]
    elif None in found:
        # It is worse to have no name than to have it on a line.
        anywhere = [attrs.evolve(mark, ends=()) for mark in marks]
        other = placed(anywhere, width=width, height=height, size=FONT, given=labels)
        found = min(found, other, key=lambda one: one.count(None))
    return Scene(
        width,
        height,
        tuple(Spot(x, y, scale, label) for (x, y), scale, label in zip(places, scales, found, strict=True)),
        lines_of(contents, places, scales),
    )


def _marks(contents: Contents, places: Sequence[tuple[int, int]], scales: Sequence[int]) -> list[Marked]:
    """Return the nodes as marks that want labels."""
    # A name is on the side of its node where fewer of its ties are.
    sides = [0] * len(places)
    ends: list[list[tuple[int, int]]] = [[] for _ in places]
    for tie in contents.ties:
        to_right = places[tie.target][0] - places[tie.source][0]
        sides[tie.source] += to_right
        sides[tie.target] -= to_right
        x, y = places[tie.source]
        ends[tie.source].append((x, y - _LOOP) if tie.source == tie.target else places[tie.target])
        ends[tie.target].append((x, y))
    return [
        Marked(x, y, node.name.text, node.ties + node.size, RADIUS * SCALES[scale] + 1, side > 0, leads)
        for (x, y), node, scale, side, leads in zip(places, contents.nodes, scales, sides, ends, strict=True)
    ]


def _framed(
    roomy: Roomy, before: Sequence[tuple[int, int]], width: int, height: int
) -> tuple[list[tuple[int, int]], dict[int, Label], tuple[int, int]]:
    """Return places and labels on a page that has grown as far as marks have moved outwards."""
    places = apart(roomy.points)
    left, top = (max(0, min(at[axis] for at in before) - min(at[axis] for at in places)) for axis in (0, 1))
    right, low = (max(0, max(at[axis] for at in places) - max(at[axis] for at in before)) for axis in (0, 1))
    labels = {place: label.moved(left, top) for place, label in roomy.labels.items()}
    places = [(x + left, y + top) for x, y in places]
    return places, labels, (width + left + right, height + top + low)


def _says_enough(label: Label) -> bool:
    """Return whether a label is a whole name, or so many letters of it that a reader may know it."""
    return not label.lines[-1].endswith(ELLIPSIS) or sum(map(len, label.lines)) >= _LETTERS
