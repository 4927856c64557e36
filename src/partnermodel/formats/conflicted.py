"""A document of two minds: the markers that git puts between what two sides say, written and found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from partnermodel.errors import Issue
from partnermodel.formats.files import dumps
from partnermodel.model.model import PartnerModel
from partnermodel.wording import worded

SIZE = 7
"""How many signs make a marker."""

_MARKER = re.compile(r"^(?:(<{7}|>{7}|\|{7})(?: .*)?|(={7}))\r?$", re.MULTILINE)

_PLACES_AT_MOST = 10

_IDENTITY = re.compile(r' {6}"(id|source|kind|target|role)": ')

Lines = tuple[str, ...]
Piece = tuple[Lines, Lines]
"""Lines of the one document, and those of the other that stand in their place."""


def marker_faults(text: str) -> Iterator[Issue]:
    r"""Yield an issue when conflicts of a merge are left in a text: no JSON has a line that begins so.

    Args:
        text: The document.

    Example:
        >>> for issue in marker_faults("{\n<<<<<<< ours\n=======\n>>>>>>> theirs\n}"):
        ...     print(issue.message)
        a merge has left a conflict in it, in lines 2-4
    """
    # To look for each sign takes a fraction of the time that to look at each line takes.
    marked = any(sign * SIZE in text for sign in "<=>|")
    places = list(_places(text)) if marked else []
    if not places:
        return
    lines = ", ".join(places[:_PLACES_AT_MOST]) + (", …" if len(places) > _PLACES_AT_MOST else "")
    count = len(places)
    message = (
        worded("a merge has left a conflict in it, in lines {lines}", lines=lines)
        if count == 1
        else worded("a merge has left {count} conflicts in it, in lines {lines}", count=count, lines=lines)
    )
    hint = worded(
        "Keep what is right, and remove the lines that begin with <<<<<<<, =======, >>>>>>> or |||||||."
    )
    yield Issue("conflict-markers", "$", "", message, hint)


def _places(text: str) -> Iterator[str]:
    """Yield the lines of each conflict: the first and the last, or the one that is left."""
    begun = line = offset = 0  # the line of a beginning whose end is still to come; how far the counting is
    for found in _MARKER.finditer(text):
        line += text.count("\n", offset, found.start())
        offset = found.start()
        match (found[1] or found[2])[0]:
            case "<":
                if begun:
                    yield f"{begun}"
                begun = line + 1
            case ">":
                yield f"{begun}-{line + 1}" if begun else f"{line + 1}"
                begun = 0
            case _ if not begun:
                yield f"{line + 1}"
    if begun:
        yield f"{begun}"


def conflicted(ours: PartnerModel, theirs: PartnerModel) -> str:
    r"""Return the canonical documents of two models in one, with the markers of git where they differ.

    Whoever takes one side of every conflict has the document of that model. Nobody can take the
    whole for a model: `loads` refuses it, and names the lines.

    Args:
        ours: The one model.
        theirs: The other.

    Example:
        >>> print(*conflicted(PartnerModel("Omsk"), PartnerModel("Tomsk")).splitlines()[2:6], sep="\n")
        <<<<<<< ours
          "name": "Omsk"
        =======
          "name": "Tomsk"
    """
    found: list[str] = []
    pieces = _pieces(_blocks(dumps(ours)), _blocks(dumps(theirs)))
    for same, group in groupby(pieces, key=lambda piece: piece[0] == piece[1]):
        some = list(group)
        one = [line for piece, _ in some for line in piece]
        if same:
            found += one
        else:
            other = [line for _, piece in some for line in piece]
            found += (f"{'<' * SIZE} ours\n", *one, f"{'=' * SIZE}\n", *other, f"{'>' * SIZE} theirs\n")
    return "".join(found)


def _blocks(document: str) -> list[Lines]:
    """Return the lines of a document, those of a record and those of the vocabulary together."""
    blocks: list[Lines] = []
    block: list[str] = []
    end = ""
    for line in document.splitlines(keepends=True):
        block.append(line)
        if not end:
            end = {"    {\n": "    }", '  "vocabulary": {\n': "  }"}.get(line, "")
        elif line.rstrip(",\n") == end:
            end = ""
        if not end:
            blocks.append(tuple(block))
            block = []
    return blocks


def _key(block: Lines) -> Lines:
    """Return what two versions of one block have in common: the id of the record, or what it is made of."""
    if len(block) == 1:
        return (block[0].rstrip(",\n"),)
    named = [line.rstrip(",\n") for line in block if _IDENTITY.match(line)]
    own = [line for line in named if line.startswith('      "id"')]
    return (block[0], *(own or named))


def _pieces(ours: Sequence[Lines], theirs: Sequence[Lines]) -> Iterator[Piece]:
    """Yield what two documents share and where they differ, record by record and line by line."""
    matcher = SequenceMatcher(None, list(map(_key, ours)), list(map(_key, theirs)), autojunk=False)
    for tag, begin, end, other, last in matcher.get_opcodes():
        if tag == "equal":
            for one, version in zip(ours[begin:end], theirs[other:last], strict=True):
                yield from _within(one, version)
        else:
            yield sum(ours[begin:end], ()), sum(theirs[other:last], ())


def _within(one: Lines, other: Lines) -> Sequence[Piece]:
    """Return what two versions of a record share and where they differ.

    Lines that are the same stand equally deep, so what is between them opens as many brackets in both.
    """
    if one == other:
        return [(one, one)]
    opcodes = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return [(one[begin:end], other[start:last]) for _, begin, end, start, last in opcodes]
