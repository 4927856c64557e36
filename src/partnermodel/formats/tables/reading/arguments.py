"""What `read_table` is given besides tables, looked at before any of them is opened."""

from __future__ import annotations

from partnermodel.formats.tables.mappings.mapping import TableMapping
from partnermodel.wording import worded

ON_ERROR = ("raise", "collect")


def look_at_arguments(mapping: object, on_error: str) -> None:
    """Refuse what can be no argument.

    Args:
        mapping: What is given as the mapping: often its file, or the proposal that it is in.
        on_error: What is to become of rows that cannot be read.

    Raises:
        ValueError: One of them is something else; a sentence says what belongs there.
    """
    if not isinstance(mapping, TableMapping):
        raise ValueError(
            worded(
                "mapping is of the type {given}; give a TableMapping. load_mapping reads one from a file, "
                "and what suggest_mapping returns has one as mapping.",
                given=type(mapping).__name__,
            )
        )
    if on_error not in ON_ERROR:
        raise ValueError(
            worded(
                "on_error is {given}; give one of: {words}.", given=repr(on_error), words=", ".join(ON_ERROR)
            )
        )
