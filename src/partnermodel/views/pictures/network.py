"""A network as a picture: a shape for every node, a line for every tie, and names where there is room."""

from __future__ import annotations

import os
from collections.abc import Iterator
from math import hypot
from typing import TYPE_CHECKING, Any

import attrs

from partnermodel.graph.layouts.best import best
from partnermodel.graph.layouts.layout import Layout
from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.table import Cell, Table
from partnermodel.views.appearance import LOOKS, STAGES, Stage, look_of
from partnermodel.views.network.labels import LINE, Label, Marked, placed
from partnermodel.views.pictures.canvas import BAR, MARGIN, SIGN, Canvas, Entry, Sample
from partnermodel.views.pictures.picture import Picture, finished
from partnermodel.views.pictures.reading import Network, Tie, read, size_of, told
from partnermodel.views.pictures.scene import INK, SOFT, Mark, Outline, Point, Words, line
from partnermodel.views.pictures.shapes import shape
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.graph.any_graph import AnyGraph

MOST_NODES, MOST_TIES = 1000, 5000
"""So much is drawn one by one: more can neither be seen nor read."""

_SIZES = ((80, 7.5, 1100.0), (200, 5.5, 1300.0), (MOST_NODES, 4.5, 1500.0))
"""Up to how many nodes shapes have which radius, and how wide a picture may become."""
_STRETCHES = (1.0, 1.2, 1.45, 1.75, 2.1)
"""By how much a picture is stretched, step by step, to make room for names."""
_FEW = 0.05
"""A share of the names, so small that a picture is not stretched for them."""
_NARROWEST = 420.0
_LETTERS = 9.5
_WIDEST = 165.0
_APART = 3.5
"""How far parallel ties lie apart."""


@door
def draw(
    network: PartnerModel | AnyGraph,
    *,
    language: str = "en",
    path: str | os.PathLike[str] | None = None,
) -> Picture:
    """Return a network as a picture: a shape for each node, a line for each tie, names, and a legend.

    A type has a shape and a colour, a status has its sort of line, and an arrow leads from source to
    target. Relations of two nodes that have come equally far are one line; the table names each of
    them. No name covers another: where there is no room for it, it is in the table alone. Nodes stand
    where `layouts.best` puts them.

    Args:
        network: A model, of which every entity and relation is drawn; or any networkx graph, such as
            `organisation_network(model)`, of which attributes are read as `to_networkx` writes them.
        language: `en` or `ru`. Names are told in it where the network has them in it.
        path: A file to save the picture in, as by `Picture.save`.

    Returns:
        The picture; its table has a row for each node, with how it is tied to which others.

    Raises:
        TypeError: It is neither a model nor a graph.
        ValueError: It has more than 1,000 nodes or 5,000 ties.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, draw
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Relation("a", "funds", "b"),
        ... ])
        >>> print(draw(model).alt)
        A network with 2 nodes and 1 tie. Shown: 2 organisations. The most ties (1): “A” and “B”.
    """
    words = speech(language)
    _refuse_too_large(*size_of(network))
    found = read(network, words)
    title = words.say("picture-network-of", name=found.name)
    scene, table = _canvas(found, title, words).scene(), _table(found, title, words)
    picture = Picture(title, told(found, words), words.language, scene=scene, table=table, rows=found.rows())
    return finished(picture, path)


def _refuse_too_large(nodes: int, ties: int) -> None:
    hint = worded(
        "Filter the model first, or draw the organisations alone, `organisation_network(model)`, or groups "
        "of them, as `projections.quotient` makes."
    )
    if nodes > MOST_NODES:
        raise ValueError(
            worded(
                "a picture of {count} nodes could not be read; at most {most} are drawn. {hint}",
                count=f"{nodes:,}",
                most=f"{MOST_NODES:,}",
                hint=hint,
            )
        )
    if ties > MOST_TIES:
        raise ValueError(
            worded(
                "a picture of {count} ties could not be read; at most {most} are drawn. {hint}",
                count=f"{ties:,}",
                most=f"{MOST_TIES:,}",
                hint=hint,
            )
        )


def _table(network: Network, title: str, words: Speech) -> Table:
    columns = tuple(words.say(f"picture-column-{name}") for name in ("name", "kind", "ties", "tied"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (node.name, node.kind, words.number(degree), ties or words.say("none"))
        for node, degree, ties in zip(network.nodes, network.degrees(), network.told(words), strict=True)
    )
    return Table(title, columns, rows, (), words.say("none"))


def _canvas(network: Network, title: str, words: Speech) -> Canvas:
    radius, broadest = next(size for most, *size in _SIZES if len(network.nodes) <= most)
    layout = best(network.graph, mark=2 * radius, label=110)
    tried = [
        _arranged(network, layout, radius, stretch)
        for stretch in _STRETCHES
        if stretch == 1 or layout.width * stretch <= broadest
    ]
    least = min(one.lacking for one in tried) + max(1, _FEW * len(network.nodes))
    found = next(one for one in tried if one.lacking <= least)
    canvas = Canvas(found.width + 2 * MARGIN, words.language)
    canvas.heading(title)
    points = [(x + MARGIN, y + canvas.y) for x, y in found.points]
    canvas.add(*_lines(network.ties, points, radius))
    for node, (x, y) in zip(network.nodes, points, strict=True):
        canvas.add(shape(look_of(node.type), x, y, radius))
    for node, label in zip(network.nodes, found.labels, strict=True):
        if label is not None:
            canvas.add(*_label(label, node.name.language, canvas.y))
    canvas.y += found.height
    canvas.legend(_legend(network, words))
    if found.unnamed:
        canvas.notes([words.say("picture-network-unnamed", count=found.unnamed)])
    return canvas


@attrs.frozen
class _Arranged:
    """Where nodes stand, and where their names have room."""

    width: float
    height: float
    points: list[Point]
    labels: list[Label | None]
    cut: int = 0

    @property
    def unnamed(self) -> int:
        return self.labels.count(None)

    @property
    def lacking(self) -> int:
        return self.unnamed + self.cut


def _arranged(network: Network, layout: Layout[Any], radius: float, stretch: float) -> _Arranged:
    width, height = max(layout.width * stretch, _NARROWEST), layout.height * stretch
    aside = (width - layout.width * stretch) / 2
    found = [layout.positions[node.key] for node in network.nodes]
    points = [(aside + x * stretch, y * stretch) for x, y in found]
    marks = [
        Marked(x, y, str(node.name), degree, radius + 1)
        for node, degree, (x, y) in zip(network.nodes, network.degrees(), points, strict=True)
    ]
    labels = placed(marks, width=width, height=height, size=_LETTERS, widest=_WIDEST)
    whole = [
        " ".join(label.lines) == str(node.name)
        for node, label in zip(network.nodes, labels, strict=True)
        if label
    ]
    return attrs.evolve(_cropped(width, points, labels, radius), cut=whole.count(False))


def _cropped(width: float, points: list[Point], labels: list[Label | None], radius: float) -> _Arranged:
    """Return the same without the free space above and below."""
    boxes = [label.box for label in labels if label is not None]
    top = min([*(y - radius for _, y in points), *(box[1] for box in boxes)], default=0.0) - 4
    bottom = max([*(y + radius for _, y in points), *(box[3] for box in boxes)], default=0.0) + 4
    moved = [label and attrs.evolve(label, y=label.y - top) for label in labels]
    return _Arranged(width, bottom - top, [(x, y - top) for x, y in points], moved)


def _label(label: Label, language: str, top: float) -> Iterator[Words]:
    for place, text in enumerate(label.lines):
        y = label.y + top + place * _LETTERS * LINE
        yield Words(label.x + MARGIN, y, text, _LETTERS, label.anchor, halo=True, language=language)


def _lines(ties: tuple[Tie, ...], points: list[Point], radius: float) -> Iterator[Mark]:
    """Yield the lines of ties: of two nodes, one for each stage, and the arrows that it has."""
    joined: dict[tuple[int, int], dict[str, tuple[Stage, set[int]]]] = {}
    for tie in ties:
        if tie.source == tie.target:
            continue
        pair = min(tie.source, tie.target), max(tie.source, tie.target)
        heads = joined.setdefault(pair, {}).setdefault(tie.stage.name, (tie.stage, set()))[1]
        if tie.arrow:
            heads.add(tie.target)
    for (first, second), stages in joined.items():
        for place, (stage, heads) in enumerate(stages.values()):
            aside = (place - (len(stages) - 1) / 2) * _APART
            ends = beside(points[first], points[second], aside)
            if ends is not None:
                yield line(*ends, colour=SOFT, width=1.1, dashes=stage.dashes)
                if second in heads:
                    yield arrow(*ends, short=radius + 2)
                if first in heads:
                    yield arrow(*reversed(ends), short=radius + 2)
    for place in sorted({tie.source for tie in ties if tie.source == tie.target}):
        x, y = points[place]
        ring = ((x, y), (x - 9, y - 20), (x + 9, y - 20))
        yield Outline((ring,), None, SOFT, 1.1)


def beside(begin: Point, end: Point, aside: float) -> tuple[Point, Point] | None:
    """Return the ends of a line that runs beside that of two points, or None where they are one.

    Args:
        begin: The first point.
        end: The second point.
        aside: How far to the right of it, as seen from the first point.

    Example:
        >>> beside((0, 0), (10, 0), 2)
        ((0.0, 2.0), (10.0, 2.0))
    """
    across, down = end[0] - begin[0], end[1] - begin[1]
    length = hypot(across, down)
    if length < 1:
        return None
    x, y = -down / length * aside, across / length * aside
    return (begin[0] + x, begin[1] + y), (end[0] + x, end[1] + y)


def arrow(begin: Point, end: Point, *, short: float = 0, size: float = 7) -> Outline:
    """Return the head of an arrow on the line from one point to another.

    Args:
        begin: Where the line begins.
        end: Where it ends.
        short: How far before the end the tip is.
        size: The length of the head.
    """
    length = hypot(end[0] - begin[0], end[1] - begin[1])
    right, below = (end[0] - begin[0]) / length, (end[1] - begin[1]) / length
    tip = end[0] - right * short, end[1] - below * short
    x, y = tip[0] - right * size, tip[1] - below * size
    half = size * 0.42
    ring = (tip, (x - below * half, y + right * half), (x + below * half, y - right * half))
    return Outline((ring,), INK, None)


def _legend(network: Network, words: Speech) -> list[Entry]:
    def of_type(type: str | None) -> Sample:
        return lambda x, y: [shape(look_of(type), x, y, 6)]

    def of_stage(stage: Stage) -> Sample:
        return lambda x, y: [line((x - 13, y), (x + 13, y), colour=SOFT, width=1.1, dashes=stage.dashes)]

    types = {node.type for node in network.nodes}
    found: list[Entry] = [
        (of_type(type), SIGN, words.tongue.nouns[type][0]) for type in LOOKS if type in types
    ]
    if None in types:
        found.append((of_type(None), SIGN, words.say("network-other")))
    stages = {tie.stage.name for tie in network.ties}
    found += [
        (of_stage(stage), BAR, words.say(f"picture-stage-{stage.name}"))
        for stage in STAGES
        if stage.name in stages
    ]
    if any(tie.arrow for tie in network.ties):
        found.append(
            (
                lambda x, y: [
                    line((x - 13, y), (x + 8, y), colour=SOFT, width=1.1),
                    arrow((x - 13, y), (x + 13, y)),
                ],
                BAR,
                words.say("picture-arrow"),
            )
        )
    return found
