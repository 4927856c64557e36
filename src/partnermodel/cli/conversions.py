"""What `partnermodel convert` writes, a line for each format, and how it knows what it reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel


class Target(NamedTuple):
    """A format that models are written in.

    Attributes:
        endings: How the names of its files end.
        marks: What a file of it has near its beginning, in small letters, any of them.
        pieces: Gives what is in a file of it, from a model and a language.
    """

    endings: tuple[str, ...]
    marks: tuple[bytes, ...]
    pieces: Callable[[PartnerModel, str], Iterable[bytes]]


def _json(model: PartnerModel, _: str) -> Iterable[bytes]:
    from partnermodel.formats.encode import canonical_pieces

    return canonical_pieces(model)


def _graph(format: str) -> Callable[[PartnerModel, str], Iterable[bytes]]:
    def pieces(model: PartnerModel, _: str) -> Iterable[bytes]:
        from partnermodel.formats.graphs.content import content_of
        from partnermodel.formats.graphs.known import known_format

        return (piece.encode() for piece in known_format(format).pieces(content_of(model)))

    return pieces


def _dot(model: PartnerModel, language: str) -> Iterable[bytes]:
    from partnermodel.views.pictures.dot import to_dot

    return [to_dot(model, language=language).encode()]


def _mermaid(model: PartnerModel, language: str) -> Iterable[bytes]:
    from partnermodel.views.pictures.mermaid import to_mermaid

    return [to_mermaid(model, language=language).encode()]


TARGETS: Mapping[str, Target] = {
    # Longer endings come before those that they end in.
    "node-link": Target((".node-link.json",), (b'"directed":',), _graph("node-link")),
    "kumu": Target((".kumu.json",), (b'"elements"',), _graph("kumu")),
    "json": Target((".json",), (b'"format_version"',), _json),
    "graphml": Target((".graphml",), (b"<graphml",), _graph("graphml")),
    "gexf": Target((".gexf",), (b"<gexf", b"<?partnermodel"), _graph("gexf")),
    "cypher": Target((".cypher", ".cql"), (b"// a model in cypher",), _graph("cypher")),
    "dot": Target((".dot", ".gv"), (b"graph network",), _dot),
    "mermaid": Target((".mmd", ".mermaid"), (b"flowchart",), _mermaid),
}
"""What can be written, by the names that `--to` takes."""

SOURCES = ("json", "graphml", "gexf", "node-link", "kumu")
"""What can be read, by the names that `--from` takes."""


def target_by_ending(output: str) -> str | None:
    """Return the format that the ending of a file's name stands for, or None."""
    name = output.lower()
    return next((format for format, one in TARGETS.items() if name.endswith(one.endings)), None)
