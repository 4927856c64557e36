"""From an older version of the format to this one, one step at a time; a newer one is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from partnermodel.errors import UnsupportedFormatError
from partnermodel.formats.shape import FORMAT_VERSION
from partnermodel.values.text import shown
from partnermodel.wording import worded

Step = Callable[[dict[str, Any]], dict[str, Any]]

STEPS: Mapping[int, Step] = {}
"""For each older version, what turns a document of it into one of the next. Version 1 is the first."""


def migrate(
    document: dict[str, Any],
    source: str,
    *,
    steps: Mapping[int, Step] = STEPS,
    newest: int = FORMAT_VERSION,
) -> dict[str, Any]:
    """Return the document in the newest version; one that is there already is returned as it is.

    Args:
        document: A document whose `format_version` is a whole number.
        source: What the document is called in a message.
        steps: The step that leads on from each older version.
        newest: The version to reach.

    Raises:
        UnsupportedFormatError: The document is newer than this release, or of a version that never was.
    """
    version: int = document["format_version"]
    must_be_readable(version, source, steps=steps, newest=newest)
    for older in range(version, newest):
        document = {**steps[older](document), "format_version": older + 1}
    return document


def must_be_readable(
    version: int, source: str, *, steps: Mapping[int, Step] = STEPS, newest: int = FORMAT_VERSION
) -> None:
    """Raise that a document is of a version that this release does not read.

    Args:
        version: The version that the document states.
        source: What the document is called in a message.
        steps: The step that leads on from each older version.
        newest: The newest version that is read.

    Raises:
        UnsupportedFormatError: The document is newer than this release, or of a version that never was.
    """
    if version > newest:
        raise UnsupportedFormatError(
            worded(
                "{source} has format version {version}, and this release of partnermodel reads "
                "versions up to {newest}. Install a newer release to read it.",
                source=source,
                version=shown(version),
                newest=newest,
            )
        )
    if any(older not in steps for older in range(version, newest)):
        raise UnsupportedFormatError(
            worded(
                "{source} has format version {version}, which never was. Write "
                '"format_version": {newest}, if the rest of it is of that version.',
                source=source,
                version=shown(version),
                newest=newest,
            )
        )
