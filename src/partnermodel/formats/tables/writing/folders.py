"""Several files that belong together: in a folder, or in an archive; nobody else's files are touched."""

from __future__ import annotations

import errno
import io
import zipfile
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from partnermodel.formats.files import write_atomically
from partnermodel.values.text import shown
from partnermodel.wording import worded

_CREATED = (1980, 1, 1, 0, 0, 0)  # no clock: the same files give the same archive


def write_folder(
    folder: Path, files: Mapping[str, Iterable[bytes]], *, ours: Collection[str], mark: tuple[str, bytes]
) -> tuple[Path, ...]:
    """Write files into a folder, each whole or not at all, and remove those that were left from before.

    Args:
        folder: The folder, which is made if it is not there.
        files: The files by their names.
        ours: The names that any such folder may have in it; hidden files are passed over.
        mark: The name of a file that each such folder has, and what it begins with.

    Raises:
        OSError: The folder cannot be written, or holds something else.
    """
    left = _left_from_before(folder, ours, mark) - files.keys()
    folder.mkdir(parents=True, exist_ok=True)
    for name, pieces in files.items():
        write_atomically(folder / name, pieces)
    for name in sorted(left):
        (folder / name).unlink()
    return tuple(folder / name for name in files)


def _left_from_before(folder: Path, ours: Collection[str], mark: tuple[str, bytes]) -> set[str]:
    if not folder.exists():
        return set()
    found = {path.name for path in folder.iterdir() if not path.name.startswith(".")}
    for name in sorted(found - set(ours)):
        message = worded("the folder holds {name}, which is no table of this kind", name=shown(name))
        raise OSError(errno.ENOTEMPTY, message, str(folder))
    if found:
        refuse_what_is_not_ours(folder / mark[0], mark[1])
    return found


def refuse_what_is_not_ours(path: Path, mark: bytes) -> None:
    """Refuse to go on unless a file is one of ours, or (where nothing else is) not there.

    Raises:
        OSError: It is there, and does not begin with the mark.
    """
    try:
        with path.open("rb") as file:
            begin = file.read(len(mark))
    except FileNotFoundError:
        begin = b""
    if begin != mark:
        message = worded("what is there was not written with tables; write elsewhere, or move it away")
        raise OSError(errno.EEXIST, message, str(path))


def archive(files: Mapping[str, Iterable[bytes]]) -> bytes:
    """Return files as a zip archive, without a clock.

    Args:
        files: The files by their names.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as into:
        for name, pieces in files.items():
            entry = zipfile.ZipInfo(name, _CREATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            into.writestr(entry, b"".join(pieces))
    return held.getvalue()
