"""Files of another sort than a command reads: what they are, and which command is for them."""

from __future__ import annotations

import re
from pathlib import Path

from partnermodel.cli.guard import BROKEN, CommandError
from partnermodel.cli.output import escaped, typed
from partnermodel.formats.table_signs import BEGINNINGS, BINARY, DELIMITED
from partnermodel.wording import Worded, worded

_HEAD = 4096

_MODEL = re.compile(rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"format_version"')
_MAPPING = re.compile(
    rb'\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\n]*)?\r?\n)*\s*(?:\{\s*"mapping_version"|mapping_version\s*=)'
)


def refuse_no_table(file: str) -> None:
    """Refuse what is named as a table and is a model or a mapping.

    Raises:
        CommandError: It is one.
    """
    head = _head(file)
    if _MODEL.match(head):
        raise _refused(
            worded(
                "Error: {file} is a model, and no table. Look at it with: partnermodel summary {name}",
                file=escaped(file),
                name=typed(file),
            )
        )
    if _MAPPING.match(head):
        raise _refused(
            worded(
                "Error: {file} is a mapping, and no table. Give it with --map, and the table before it.",
                file=escaped(file),
            )
        )


def refuse_no_mapping(file: str, data: bytes) -> None:
    """Refuse what is named as a mapping and is a table or a model.

    Raises:
        CommandError: It is one.
    """
    if _is_table(file, data):
        raise _refused(
            worded(
                "Error: {file} is a table, and no mapping. Let a mapping be proposed with: partnermodel "
                "import {name} --suggest --map mapping.toml",
                file=escaped(file),
                name=typed(file),
            )
        )
    if _MODEL.match(data[:_HEAD]):
        raise _refused(worded("Error: {file} is a model, and no mapping.", file=escaped(file)))


def no_model(file: str, data: bytes) -> Worded | None:
    """Return what is to be said of a file that cannot be read as a model, since it is no model at all."""
    if _MAPPING.match(data[:_HEAD]):
        return worded(
            "Error: {file} is a mapping, and no model. It is for: partnermodel import TABLE --map {name}",
            file=escaped(file),
            name=typed(file),
        )
    if _is_table(file, data):
        return worded(
            "Error: {file} is a table, and no model. Begin to make a model of it with: partnermodel import "
            "{name} --suggest --map mapping.toml",
            file=escaped(file),
            name=typed(file),
        )
    return None


def _is_table(file: str, data: bytes) -> bool:
    return data.startswith(BEGINNINGS) or (
        file.lower().endswith((*DELIMITED, *BINARY)) and not data.lstrip().startswith(b"{")
    )


def _head(file: str) -> bytes:
    """Return the beginning of a file; of what cannot be read, others will say so."""
    try:
        with Path(file).open("rb") as stream:
            return stream.read(_HEAD)
    except OSError:
        return b""


def _refused(message: Worded) -> CommandError:
    return CommandError([message], BROKEN)
