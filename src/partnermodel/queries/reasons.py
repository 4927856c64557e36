"""Why a provision does not count in a cell of a matrix."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from partnermodel.queries.provisions import Provision


def uncounted(
    provisions: Iterable[Provision], counted: Collection[str], *, placed: bool
) -> dict[str, dict[str, bool]]:
    """Return what keeps provisions from counting: for each its statuses, and whether it waits for a place.

    Args:
        provisions: The provisions.
        counted: The statuses that count; instead of one of them stands an empty text.
        placed: Whether the cell has a place: what has no place does not count in one that has.
    """
    reasons: dict[str, dict[str, bool]] = {}
    for provision in provisions:
        status = "" if provision.status in counted else provision.status
        by_status = reasons.setdefault(provision.provision, {})
        # What is also there with a place does not wait for one.
        by_status[status] = by_status.get(status, True) and placed and provision.place is None
    return reasons
