"""A layout by forces: what is tied is near, groups stand apart, components side by side."""

from __future__ import annotations

from math import atan2, cos, fsum, sin, sqrt
from random import Random
from typing import TYPE_CHECKING

from partnermodel.graph.layouts.attempts import drawn
from partnermodel.graph.layouts.forces import Body
from partnermodel.graph.layouts.layout import Layout, Points, Room, framed, room
from partnermodel.graph.layouts.outline import Outline, outline
from partnermodel.graph.layouts.packing import packed, spacing
from partnermodel.graph.layouts.smoothing import smoothed
from partnermodel.graph.layouts.spreading import spread
from partnermodel.graph.measures.engines import PYTHON, Engine, N, choose
from partnermodel.graph.measures.leiden import Level, leiden
from partnermodel.model.doors import door

if TYPE_CHECKING:
    import networkx as nx

_WEAKEST, _STRONGEST, _USUAL = 0.6, 2.5, 0.08
"""How much a tie between communities may pull, beside one within; and the share of them that changes nothing.

Many would hide the communities, and few would let them drift far apart."""
_WIDER = 2.0
"""How much larger a component may be drawn, so that short ties are seen."""
_DIGITS = 6
_LEAST = 1e-9


@door
def springs(
    graph: nx.Graph[N], *, mark: float = 16, label: float = 120, engine: Engine = PYTHON
) -> Layout[N]:
    """Return a layout by forces: what is tied is near, and groups with few ties between them stand apart.

    Components stand side by side, and isolates in rows below them. Nothing is drawn by lot: the same graph
    has the same layout, in whatever order its nodes and ties were added.

    Args:
        graph: Any networkx graph. Directions, loops, parallel ties and weights change nothing.
        mark: The diameter of the mark of a node, in pixels.
        label: The width that is kept for the label of a node, in pixels. Where there are many nodes, there
            is room for a part of it.
        engine: `python` for forces that show groups; `rustworkx` for other forces, in the end, that make
            ties more alike in length, and groups less plain. It is never chosen because it is installed:
            a picture does not hang on that.

    Returns:
        Where each node stands; no two marks touch.

    Raises:
        MissingExtraError: The engine is not installed.
        ValueError: The engine is none of the two, or a length is no length.

    Example:
        >>> import networkx as nx
        >>> from partnermodel import layouts
        >>> layout = layouts.springs(nx.path_graph(3))
        >>> [round(layout.positions[node][0] / layout.width, 1) for node in (0, 1, 2)]
        [0.8, 0.5, 0.2]
    """
    needed = room(mark, label)
    chosen = choose(engine, "rustworkx")
    found = outline(graph)
    tied: list[tuple[list[int], Points]] = []
    alone: list[int] = []
    for part in found.parts():
        if len(part) == 1:
            alone += part
        else:
            tied.append((part, _component(found, part, needed, chosen)))
    return framed("springs", found.nodes, packed(tied, alone, needed), needed, engine=chosen)


def _component(found: Outline[N], part: list[int], needed: Room, engine: Engine) -> Points:
    step = spacing(len(found.nodes), needed)
    body = _body(found, part)
    xs, ys = drawn(body, None if engine == PYTHON else smoothed)
    points = _turned(xs, ys)
    wide = max(max(x for x, _ in points) - min(x for x, _ in points), _LEAST)
    high = max(y for _, y in points) - min(y for _, y in points)
    lengths = sorted([_apart(points[one], points[other]) for one, other, _ in body.ties])
    short = max(lengths[len(lengths) // 5], _LEAST)
    # A chain has hardly a height, so that its area alone would let it be drawn endlessly long.
    scale = sqrt(len(part) * step * step / (wide * max(high, wide / (len(part) / 2))))
    scale *= min(_WIDER, max(1.0, needed.gap / (scale * short)))
    return spread([(x * scale, y * scale) for x, y in points], max(needed.gap, step / 2))


def _body(found: Outline[N], part: list[int]) -> Body:
    """Return a component as what forces act on."""
    place = {node: number for number, node in enumerate(part)}
    near = [[place[other] for other in found.neighbours[node]] for node in part]
    degrees = [float(len(row)) for row in near]
    homes = leiden(Level(near, None, degrees, 1 / fsum(degrees)), Random(0), lambda: None)
    pairs = [(one, other) for one, row in enumerate(near) for other in row if one < other]
    share = sum(homes[one] != homes[other] for one, other in pairs) / len(pairs)
    between = min(_STRONGEST, max(_WEAKEST, _USUAL / share)) if share else 1.0
    ties = [(one, other, 1.0 if homes[one] == homes[other] else between) for one, other in pairs]
    return Body([degree + 1 for degree in degrees], ties, homes)


def _apart(one: tuple[float, float], other: tuple[float, float]) -> float:
    return sqrt((one[0] - other[0]) ** 2 + (one[1] - other[1]) ** 2)


def _turned(xs: list[float], ys: list[float]) -> Points:
    """Return points around their middle, turned so that they reach farthest to the left and right."""
    count = len(xs)
    middle_x, middle_y = fsum(xs) / count, fsum(ys) / count
    points = [(x - middle_x, y - middle_y) for x, y in zip(xs, ys, strict=True)]
    along = fsum([x * x - y * y for x, y in points])
    both = fsum([2 * x * y for x, y in points])
    angle = atan2(both, along) / 2
    c, s = cos(angle), sin(angle)
    return [(round(x * c + y * s, _DIGITS), round(y * c - x * s, _DIGITS)) for x, y in points]
