"""Where nodes stand and what is written beside them."""

from __future__ import annotations

from typing import Any

from partnermodel.views.network.contents import Contents
from partnermodel.views.network.scene import Label, Scene, Spot, apart, lines_of, scales_of

_LONGEST = 28


def scene_of(contents: Contents, graph: Any, layout: Any) -> Scene:
    """Return the scene of some contents."""
    columns: dict[str, int] = {}
    rows: dict[str, int] = {}
    places = []
    for node in contents.nodes:
        column = columns.setdefault(node.type, len(columns))
        row = rows[node.type] = rows.get(node.type, -1) + 1
        places.append((30 + 230 * column, 30 + 34 * row + 9 * (column % 2)))
    spots = apart(places)
    scales = scales_of(contents)
    width = max((x for x, _ in spots), default=0) + 230
    height = max((y for _, y in spots), default=0) + 40
    return Scene(
        width,
        height,
        tuple(
            Spot(x, y, scale, Label(shortened(node.name.text), 13, 4))
            for (x, y), scale, node in zip(spots, scales, contents.nodes, strict=True)
        ),
        lines_of(contents, spots, scales),
    )


def shortened(text: str) -> str:
    """Return a text that is not too long."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
