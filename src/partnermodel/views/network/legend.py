"""The legend: what the shapes and lines that occur in a picture mean."""

from __future__ import annotations

from html import escape

import attrs

from partnermodel.language.speech import Speech
from partnermodel.views.appearance import LOOKS, STAGES
from partnermodel.views.network.contents import Contents
from partnermodel.views.network.shapes import NUMBER_OF

_ROW = 24
_LETTER = 6.8
"""How wide a letter of the legend is, on average and rather too wide, in pixels."""


@attrs.frozen
class Entry:
    """A line of the legend.

    Attributes:
        text: What it says.
        type: The type whose shape it shows; None for a line.
        stage: The name of the stage whose line it shows.
    """

    text: str
    type: str | None = None
    stage: str = ""


def legend_entries(contents: Contents, words: Speech) -> list[Entry]:
    """Return what the legend of some contents says: only what occurs, with the number of each shape."""
    number: dict[str, int] = {}
    for node in contents.nodes:
        number[node.type] = number.get(node.type, 0) + 1
    found = [
        Entry(f"{type_name(type, words)} ({words.number(number[type])})", type)
        for type in (*LOOKS, "")
        if type in number
    ]
    stages = {tie.stage for tie in contents.ties}
    return found + [
        Entry(words.say(f"network-stage-{stage.name}"), None, stage.name)
        for stage in STAGES
        if stage.name in stages
    ]


def type_name(type: str, words: Speech) -> str:
    """Return what a type of record is called; an empty type is none that is known."""
    return words.tongue.nouns[type][0] if type else words.say("network-other")


def legend_html(entries: list[Entry], prefix: str, *, arrow: str) -> str:
    """Return the legend as a list.

    Args:
        entries: Its lines.
        prefix: What the ids of the shapes begin with.
        arrow: What is said of arrows; empty when there are none.
    """
    items = "".join(
        f'<li><svg aria-hidden="true">{_sign(one, prefix, 22 if one.type is not None else 10, 10)}</svg>'
        f"{escape(one.text)}"
        for one in entries
    )
    return f'<ul class="key">{items}</ul>' + (f'<p class="key">{escape(arrow)}</p>' if arrow else "")


def legend_svg(entries: list[Entry], prefix: str, width: int, top: int) -> tuple[str, int]:
    """Return the legend as a part of a picture, and where it ends.

    Args:
        entries: Its lines.
        prefix: What the ids of the shapes begin with.
        width: How wide it may be.
        top: Where it begins.
    """
    parts = []
    x, y = 20, top + _ROW // 2
    for one in entries:
        indent = 16 if one.type is not None else 32
        wide = round(indent + len(one.text) * _LETTER + 22)
        if x > 20 and x + wide > width:
            x, y = 20, y + _ROW
        parts.append(
            f'{_sign(one, prefix, x, y)}<text x="{x + indent}" y="{y + 4}">{escape(one.text)}</text>'
        )
        x += wide
    if not parts:
        return "", top
    return f'<g class="nodes">{"".join(parts)}</g>', y + _ROW


def _sign(entry: Entry, prefix: str, x: int, y: int) -> str:
    if entry.type is not None:
        return f'<use href="#{prefix}{NUMBER_OF[entry.type]}" x="{x}" y="{y}"/>'
    return f'<path class="{entry.stage} sign" d="M{x - 8} {y}H{x + 24}"/>'
