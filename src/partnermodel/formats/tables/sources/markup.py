"""XML that strangers made, read from its beginning to its end, piece by piece."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat

from partnermodel.formats.tables.sources.archives import Archive, hostile_markup


class _DeclaredError(Exception):
    """There is a declaration of a document type."""


def parse(archive: Archive, member: str, prepare: Callable[[expat.XMLParserType], None]) -> None:
    """Read a member of an archive as XML.

    Args:
        archive: The archive.
        member: The name of the member.
        prepare: Sets the handlers of the parser.

    Raises:
        InvalidTableError: It is no XML, or declares a document type: with that, a few bytes can grow into
            gigabytes, or read a file of the computer.
    """
    parse_pieces(archive, member, archive.chunks(member), prepare)


def parse_pieces(
    archive: Archive, member: str, pieces: Iterable[bytes], prepare: Callable[[expat.XMLParserType], None]
) -> None:
    """Read pieces of a member as XML, as `parse` does."""
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _refuse
    prepare(parser)
    try:
        for piece in pieces:
            parser.Parse(piece, False)
        parser.Parse(b"", True)
    except _DeclaredError:
        raise hostile_markup(archive.content, member) from None
    except (expat.ExpatError, ValueError, LookupError):
        raise archive.damaged() from None


def _refuse(*_: object) -> None:
    raise _DeclaredError


def local(name: str) -> str:
    """Return the name of an element or an attribute without its prefix.

    Example:
        >>> local("table:table-row")
        'table-row'
    """
    return name.rpartition(":")[2]
