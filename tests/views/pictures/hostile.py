"""Names that would break a picture or a text if they were not escaped, and graphs that have them."""

from __future__ import annotations

from typing import Any

import networkx as nx

HOSTILE = (
    '"', "\\", '\\"', "a\\", "\\N", "\\G", "\\n", "&amp;", "&quot;", "<b>x</b>", "<script>alert(1)</script>",
    "</script>", "</svg>", "]]>", "<!-- c -->", "-->", "---", "%%",
    '%%{init: {"theme":"dark"}}%%', "%%{wrap}%%",
    'click n1 href "javascript:alert(1)"', "end", "graph", "subgraph x", "classDef a fill:#f00;",
    "style n1 fill:#f00;", "lifestyle: #quot;", "direction TB", "my direction  LR", "a\nb", "a\r\nb",
    "\u202eevil", "\u2066x", "$x_1$", "$$\\frac{1}{2}$$", "\U0001f600 emoji",
    "東京", "#quot;", "#35;", "`code`",
    '"`**md**`"', "**bold**", "_it_",
    "1. one", "2) two", "- dash", "* star", "[x](javascript:alert(1))", "{a|b}",
    "[a]", "((c))", "|pipe|", ";", "fa:fa-car", "@{shape: rect}", "a:::b", "~~~", "---\ntitle: x\n---",
    "\x00nul", "\ud800", "<img src=x onerror=alert(1)>", "\ufb02\xb0\xb060\xb6\xdf",
    "/* x */", "n2", "0", "%", "'",
    "{0}", "x" * 300, "شركة", "A_B-C", "^", "==>", "default", "accTitle: x", "\x1b[31mred", "\ufffe",
)  # fmt: skip
"""Texts that mean something to XML, HTML, DOT, Mermaid, Markdown, TeX or a terminal, or to none of them."""


def named(name: object) -> nx.DiGraph[Any]:
    """Return a graph of two nodes and a tie that all have a name, and are a type with it."""
    graph: nx.DiGraph[Any] = nx.DiGraph(name=name)
    graph.add_node("a", name=name, type="organisation", kind=name, status=name)
    graph.add_node("b", name="Bbb", type=name)
    graph.add_edge("a", "b", kind=name, status=name)
    return graph


def all_named() -> nx.MultiDiGraph[Any]:
    """Return a graph with a node for every hostile name, tied in a row by hostile kinds."""
    graph: nx.MultiDiGraph[Any] = nx.MultiDiGraph(name='"n\\ame & <x>')
    for place, name in enumerate(HOSTILE):
        graph.add_node(place, name=name)
        if place:
            graph.add_edge(place - 1, place, kind=name)
    return graph
