"""A small network as a flowchart of Mermaid, which many sites draw from a text in a README."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from partnermodel.graph.projections.organisations import organisation_network
from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.text import shown
from partnermodel.views.appearance import STAGES, Stage
from partnermodel.views.network.text_width import shortened
from partnermodel.views.pictures.plain import one_line
from partnermodel.views.pictures.reading import Network, Tie, read, told
from partnermodel.wording import worded

if TYPE_CHECKING:
    from partnermodel.graph.any_graph import AnyGraph

_SHAPES = {
    "organisation": ("([", "])"),
    "centre": ("[", "]"),
    "programme": ("[/", "\\]"),
    "initiative": ("{", "}"),
    "group": ("{{", "}}"),
    "person": ("(", ")"),
    "place": ("[\\", "/]"),
    "document": ("[[", "]]"),
    "statement": (">", "]"),
    None: ("[/", "/]"),
}
"""What stands before and after the label of each type."""

_PLAIN = re.compile(r"[^\w ,.()–—«»“”№…-]|_")
"""What is written as an entity."""

_DIRECTION = re.compile(r"direction(?=\s+(?:TB|BT|RL|LR|TD))")
"""What Mermaid reads as an order wherever it stands in a line, in quotes or not."""

_LONGEST = 640.0
_SIZE = 10.0
MOST = 50
"""So many nodes a flowchart may have unless more are asked for."""


@door
def to_mermaid(network: PartnerModel | AnyGraph, *, language: str = "en", most: int = MOST) -> str:
    r"""Return a small network as a flowchart of Mermaid, to paste into a README.

    Of a model it shows the organisations and who works with whom, as `organisation_network` finds it.
    Ties of two nodes are one line. It is whole where one of them is active or exists, and else dotted, with
    words on how far they have come. Whatever is not a letter, a digit or harmless is written as an
    entity, so no name can be read as a part of the flowchart.

    Args:
        network: A model, or any networkx graph, which is shown as it is.
        language: `en` or `ru`. Names are told in it where the network has them in it.
        most: How many nodes there may be. Sites refuse a flowchart of more than some hundred lines.

    Returns:
        The text, without the fence of three backticks around it.

    Raises:
        TypeError: It is neither a model nor a graph.
        ValueError: It has more nodes, or `most` is no whole number above 0.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, to_mermaid
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", 'The "A"'), Organisation("b", "B"),
        ...     Relation("a", "partners-with", "b", status="active"),
        ... ])
        >>> print(*to_mermaid(model).splitlines()[3:], sep="\n")
            n1(["B"])
            n2(["The #34;A#34;"])
            n1 --- n2
    """
    words = speech(language)
    if isinstance(most, bool) or not isinstance(most, int) or most < 1:
        raise ValueError(worded("most is a whole number above 0, not {given}", given=shown(most)))
    nodes = len(network.organisations) if isinstance(network, PartnerModel) else network.number_of_nodes()
    if nodes > most:  # before anybody looks for what joins them
        raise ValueError(
            worded(
                "a flowchart of {count} nodes could not be read; at most {most} are written. Filter the "
                "model first, with `where` or `without`, show a part of the graph, or raise `most`.",
                count=f"{nodes:,}",
                most=f"{most:,}",
            )
        )
    found = read(network, words, graph_of=organisation_network)
    title = words.say("picture-network-of", name=found.name)
    lines = [
        "flowchart LR",
        f"    accTitle: {_bare(title)}",
        f"    accDescr: {_bare(told(found, words))}",
    ]
    for place, node in enumerate(found.nodes, 1):
        before, after = _SHAPES[node.type]
        lines.append(f"    n{place}{before}{_quoted(shortened(str(node.name), _SIZE, _LONGEST))}{after}")
    lines += _lines(found, words)
    return "\n".join([*lines, ""])


def _lines(network: Network, words: Speech) -> Iterator[str]:
    """Yield a line for each pair of nodes that are tied."""
    joined: dict[tuple[int, int], list[Tie]] = {}
    for tie in network.ties:
        joined.setdefault((min(tie.source, tie.target), max(tie.source, tie.target)), []).append(tie)
    for pair, ties in joined.items():
        stage = min((tie.stage for tie in ties), key=STAGES.index)
        heads = {tie.target for tie in ties if tie.arrow}
        backward = pair[0] in heads and pair[1] not in heads
        first, second = (pair[1], pair[0]) if backward else pair
        line = _line(stage, both=first in heads and second in heads and first != second, one=bool(heads))
        label = "" if stage.name == "now" else f"|{_quoted(words.say(f'picture-stage-{stage.name}'))}|"
        yield f"    n{first + 1} {line}{label} n{second + 1}"


def _line(stage: Stage, *, one: bool, both: bool) -> str:
    """Return the line of a stage, with an arrow at its end, or at both ends."""
    middle, last = ("-", "-") if stage.name == "now" else ("-.", "-")
    return f"{'<' if both else ''}{middle}{last}{'>' if one else '-' if stage.name == 'now' else ''}"


def _quoted(text: str) -> str:
    """Return a label: whatever could mean something to Mermaid, Markdown or HTML is an entity."""
    # The ligature begins an entity in the eyes of Mermaid itself.
    escaped = _PLAIN.sub(lambda found: f"#{ord(found[0])};", text.replace("\ufb02", "fl"))
    escaped = _DIRECTION.sub("#100;irection", escaped)
    # A number with a dot, or a dash, at the beginning would be an item of a list.
    escaped = re.sub(r"^(\w{1,9})\.", r"\1#46;", escaped)
    return '"' + re.sub(r"^-", "#45;", escaped) + '"'


def _bare(text: str) -> str:
    """Return a text for a place that knows no entities: what could mean something there is left out."""
    bare = re.sub(r"[^\w .,()«»“”–№-]", "", text.replace(";", ",").replace("\ufb02", "fl"))
    return one_line(_DIRECTION.sub("direction,", bare))
