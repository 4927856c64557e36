"""Load and save: the four doors of the JSON document."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from partnermodel.formats.decode import model_from
from partnermodel.formats.encode import canonical_bytes, canonical_pieces
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.kinds import with_article
from partnermodel.wording import worded


def loads(
    document: str | bytes,
    *,
    source: str = worded("the document"),
    progress: Callable[[float], None] | None = None,
) -> PartnerModel:
    """Return the model that a JSON document holds.

    Args:
        document: The document; bytes are read as UTF-8.
        source: What the document is called in error messages.
        progress: Is called now and then with the share of the work that is done, as by `load`.

    Returns:
        The model. Ids are unique, ends exist, periods are ordered: what breaks this is refused.

    Raises:
        InvalidDocumentError: The syntax, a type, a key or a value is wrong; every fault is named.
        IntegrityError: Each record is well formed, but together they contradict.
        UnsupportedFormatError: The format version is not one that this release reads.
        TypeError: It is neither a text nor bytes.

    Example:
        >>> loads('{"format_version": 1, "name": "Nothing yet"}').name
        'Nothing yet'
    """
    return model_from(bytes_of(document), source, progress)


def bytes_of(document: str | bytes) -> bytes:
    """Return the bytes of a document.

    Raises:
        TypeError: It is neither a text nor bytes.

    Example:
        >>> bytes_of("Омск").decode()
        'Омск'
    """
    if isinstance(document, str):
        # A lone surrogate cannot be UTF-8: it is passed on as its bytes, to be refused and worded.
        return document.encode("utf-8", "surrogatepass")
    if type(document) is bytes:
        return document
    try:  # `bytes` would make a document of a number or a path; a memory view says that they are none.
        return memoryview(document).tobytes()
    except TypeError:
        kind = with_article(type(document).__name__)
        raise TypeError(worded("a document is a text or bytes, not {kind}", kind=kind)) from None


@door
def dumps(model: PartnerModel) -> str:
    """Return the canonical JSON document of a model.

    Two equal models give the same text. Records are sorted by id, fields stand in the order of
    their class, what is not stated is left out, and the text ends with one line feed.

    Example:
        >>> print(dumps(PartnerModel("Nothing yet")), end="")
        {
          "format_version": 1,
          "name": "Nothing yet"
        }
    """
    return canonical_bytes(model).decode()


def load(path: str | os.PathLike[str], *, progress: Callable[[float], None] | None = None) -> PartnerModel:
    """Return the model that a JSON file holds.

    Args:
        path: The file.
        progress: Is called now and then with the share of the work that is done, which rises from 0.0
            to 1.0, so that a bar can be drawn. A file that is refused may end it early.

    Raises:
        OSError: The file cannot be read.
        InvalidDocumentError: As for `loads`; the message names the file.
        IntegrityError: As for `loads`.
        UnsupportedFormatError: As for `loads`.
    """
    return model_from(Path(path).read_bytes(), os.fspath(path), progress)


@door
def save(model: PartnerModel, path: str | os.PathLike[str]) -> None:
    """Write the canonical JSON document of a model to a file, whole or not at all.

    Raises:
        OSError: The file cannot be written; what was there before is untouched.
    """
    write_atomically(path, canonical_pieces(model))


def write_atomically(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write bytes to a file so that a crash leaves either the old file or the new one, never a half.

    The pieces are asked for one after the other; when that raises, the old file is there as well. The
    permissions of a file that is there are kept; a symbolic link is followed, not replaced.

    Raises:
        OSError: The file cannot be written, or what is there is no file; what was there is untouched.
    """
    target = Path(path).resolve()
    if target.exists() and not target.is_file():  # a device would be replaced, not written to
        raise OSError(errno.EINVAL, worded("there is something that is not a file"), str(target))
    mode = target.stat().st_mode & 0o7777 if target.exists() else None
    import secrets  # who only reads need not wait for it

    part = target.with_name(f".{target.name[:40]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:  # a new file, with the permissions that the user gives to new files
            if mode is not None:
                part.chmod(mode)
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename == str(part):
            error.filename = os.fspath(path)  # which is what the caller has heard of
            del error.filename2  # else it would be told: None, if there is no other
        raise
