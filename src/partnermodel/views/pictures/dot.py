"""A network in DOT, the language of Graphviz."""

from __future__ import annotations

from typing import TYPE_CHECKING

from partnermodel.language.speech import speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.views.appearance import look_of
from partnermodel.views.pictures.colours import pale
from partnermodel.views.pictures.plain import broken
from partnermodel.views.pictures.reading import read

if TYPE_CHECKING:
    from partnermodel.graph.any_graph import AnyGraph

_SHAPES = {
    "circle": "ellipse",
    "square": "box",
    "triangle": "house",
    "diamond": "diamond",
    "hexagon": "hexagon",
    "pentagon": "pentagon",
    "triangle-down": "invhouse",
    "page": "note",
    "star": "tab",
    "cross": "plaintext",
}
"""What Graphviz has that is most like each shape, and holds a text."""

_STYLES = {"now": "solid", "ahead": "dashed", "discussed": "dotted", "over": "dotted", "unknown": "dashed"}
_SIZE, _WIDTH, _LINES = 10.0, 170.0, 12


@door
def to_dot(network: PartnerModel | AnyGraph, *, language: str = "en") -> str:
    r"""Return a network as a text in DOT, for Graphviz and the programs that read it.

    Every node has its name and the shape of its type, every tie its kind and, unless it is active or
    exists, how far it has come. Foreign text stands in quoted labels alone, all of it escaped; nodes
    are called `n1`, `n2`, … in the order of their types and names. There are no links and no HTML.

    Args:
        network: A model, of which every entity and relation is written; or any networkx graph, such
            as `organisation_network(model)`.
        language: `en` or `ru`. Names are told in it where the network has them in it.

    Returns:
        The text; save it as UTF-8.

    Raises:
        TypeError: It is neither a model nor a graph.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, to_dot
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", 'The "A"'), Organisation("b", "B"), Relation("a", "funds", "b"),
        ... ])
        >>> print(*to_dot(model).splitlines()[5:7], sep="\n")
          n2 [label="The \"A\"", shape=ellipse, fillcolor="#c7e0ee"];
          n2 -> n1 [label="funds (status not known)", style=dashed];
    """
    words = speech(language)
    found = read(network, words)
    directed = found.graph.is_directed()
    title = words.say("picture-network-of", name=found.name)
    lines = [
        f"{'digraph' if directed else 'graph'} network {{",
        f'  graph [charset="UTF-8", rankdir=LR, label={_quoted(title)}, labelloc=t, fontname="DejaVu Sans"];',
        '  node [fontname="DejaVu Sans", fontsize=10, style=filled];',
        '  edge [fontname="DejaVu Sans", fontsize=8];',
    ]
    for place, node in enumerate(found.nodes, 1):
        look = look_of(node.type)
        label = _quoted(*broken(str(node.name), _WIDTH, size=_SIZE, most=_LINES))
        lines.append(
            f'  n{place} [label={label}, shape={_SHAPES[look.shape]}, fillcolor="{pale(look.colour)}"];'
        )
    for tie in found.ties:
        joint = "->" if directed else "--"
        status = "" if tie.stage.name == "now" else f" ({words.say(f'picture-stage-{tie.stage.name}')})"
        label = _quoted(*broken(f"{tie.label}{status}", _WIDTH, size=8, most=_LINES))
        way = ", dir=none" if directed and not tie.arrow else ""
        lines.append(
            f"  n{tie.source + 1} {joint} n{tie.target + 1} "
            f"[label={label}, style={_STYLES[tie.stage.name]}{way}];"
        )
    return "\n".join([*lines, "}", ""])


def _quoted(*texts: str) -> str:
    """Return lines as a quoted string; Graphviz reads escapes and entities in a label."""
    escaped = (text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"') for text in texts)
    return '"' + "\\n".join(escaped) + '"'
