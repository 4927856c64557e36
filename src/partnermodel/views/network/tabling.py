"""The table of a network: what the picture shows, a row a node, with its ties as words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from itertools import groupby

import attrs

from partnermodel.language.speech import Speech
from partnermodel.values.table import Cell, Phrase, Table
from partnermodel.views.network.contents import Contents, Node, years_told

# Letters that are written from right to left, and marks of direction.
_TURNS = re.compile(
    "[\u0590-\u08ff\u200e\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

MOST_BYTES = 160_000
"""How long the names of all neighbours may be together; of more, each tie is told at one of its ends."""

MOST_LETTERS = 16
"""How long the name of a neighbour may be where there are so many ties."""

MOST_ROWS = 200
"""Of more rows than that, what a browser knows by itself is left out."""

_READ = {"kind": "kind", "status": "status", "years": "period", "community": "community-column"}
"""What the script reads from the table, and the head of the column that it is in."""

Run = list[Cell]
"""Pieces of text, of which those in another language are phrases."""


def table_of(contents: Contents, words: Speech) -> Table:
    """Return the table as a value."""
    heads, rows, notes = _grid(contents, words)
    return Table(
        words.say("network-caption"),
        tuple(words.say(f"network-{head}") for head in heads),
        tuple(tuple(_cell(run) for run in row) for row in rows),
        notes,
        words.say("none"),
    )


def table_html(contents: Contents, words: Speech, *, label: str) -> str:
    """Return the table as HTML, in as few bytes as HTML allows.

    Args:
        contents: What is in the picture.
        words: The library speaking.
        label: The id of its caption.
    """
    heads, rows, notes = _grid(contents, words)
    places = "".join(f' data-{name}="{heads.index(head)}"' for name, head in _READ.items() if head in heads)
    head = "".join(f"<th scope=col>{escape(words.say(f'network-{head}'))}" for head in heads)
    # A browser takes the first heading of a row for the heading of the row; it is said where there is room.
    scope = " scope=row" if len(rows) <= MOST_ROWS else ""
    body = "".join(
        f"<tr><th{scope}{_lang(node.name.language, words)}>"
        f"{escape(node.name.text)}{''.join(f'<td>{_html(run, words)}' for run in row[1:])}"
        for node, row in zip(contents.nodes, rows, strict=True)
    )
    told = "".join(f"<p>{escape(note)}</p>" for note in notes)
    return (
        f'<table{places}><caption id="{label}">{escape(words.say("network-caption"))}</caption>'
        f"<thead><tr>{head}</thead><tbody>\n{body}</tbody></table>{told}"
    )


def _grid(contents: Contents, words: Speech) -> tuple[list[str], list[list[Run]], tuple[str, ...]]:
    """Return the keys of the heads, the cells, and what must be said of them; no column is empty."""
    nodes = contents.nodes
    many = any(node.size > 1 for node in nodes)
    neighbours, once = _neighbours(contents)
    columns: list[tuple[str, list[Run]]] = [
        ("node", [[node.name] for node in nodes]),
        ("kind", [[node.kind] for node in nodes]),
        ("status", [[node.status] if node.status else [] for node in nodes]),
        ("period", [[told] if (told := years_told(node.years)) else [] for node in nodes]),
        ("size", [[words.number(node.size)] if many else [] for node in nodes]),
        ("within", [[words.number(node.within)] if many else [] for node in nodes]),
        ("ties", [[words.number(node.ties)] for node in nodes]),
        ("community-column", [[str(node.community)] if node.community else [] for node in nodes]),
        ("neighbours", neighbours),
    ]
    kept = [(head, runs) for head, runs in columns if head in ("node", "ties") or any(runs)]
    rows = [list(row) for row in zip(*(runs for _, runs in kept), strict=True)]
    return [head for head, _ in kept], rows, (words.say("network-once"),) if once else ()


def _neighbours(contents: Contents) -> tuple[list[Run], bool]:
    """Return the neighbours of each node in words, and whether each tie is told at one end only."""
    nodes = contents.nodes
    sizes = [len(node.name.text.encode()) for node in nodes]
    once = sum(sizes[tie.source] + sizes[tie.target] for tie in contents.ties) > MOST_BYTES
    if not once:
        return [list(_run(ties, nodes)) for ties in contents.ties_of()], False
    found: list[list[tuple[str, int]]] = [[] for _ in nodes]
    for tie in contents.ties:
        found[tie.source].append((tie.label, tie.target))
    return [list(_run(sorted(ties), nodes, short=True)) for ties in found], True


def _run(ties: list[tuple[str, int]], nodes: tuple[Node, ...], *, short: bool = False) -> Iterator[Cell]:
    for place, (label, ends) in enumerate(groupby(ties, key=lambda tie: tie[0])):
        yield f"; {label}: " if place else f"{label}: "
        for number, (end, several) in enumerate(groupby(end for _, end in ends)):
            if number:
                yield ", "
            name = nodes[end].name
            yield attrs.evolve(name, text=shorter(name.text)) if short else name
            times = sum(1 for _ in several)
            if times > 1:
                yield f" × {times}"


def shorter(text: str, most: int = MOST_LETTERS) -> str:
    """Return a text without its middle if it is long: names that begin alike often end otherwise.

    Example:
        >>> shorter("Municipal budgetary school No. 15 of Omsk")
        'Munic…15 of Omsk'
    """
    if len(text) <= most:
        return text
    return f"{text[: most // 3].rstrip()}…{text[len(text) - (most - most // 3 - 1) :].lstrip()}"


def _cell(run: Run) -> Cell:
    return run[0] if len(run) == 1 else "".join(map(str, run))


def _html(run: Run, words: Speech) -> str:
    return "".join(_piece(piece, words) if isinstance(piece, Phrase) else escape(piece) for piece in run)


def _piece(phrase: Phrase, words: Speech) -> str:
    """Return a name among our own words, marked if it is in another language, or may turn their direction."""
    text = escape(phrase.text)
    # The row of a node says that the language of its name is not known; to say it at each tie is too long.
    if phrase.language not in (words.language, "und") or _TURNS.search(phrase.text):
        return f'<bdi lang="{"" if phrase.language == "und" else escape(phrase.language)}">{text}</bdi>'
    return text


def _lang(language: str, words: Speech) -> str:
    if language == words.language:
        return ""
    return " lang" if language == "und" else f' lang="{escape(language)}"'
