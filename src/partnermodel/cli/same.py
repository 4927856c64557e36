"""Which records of two files are one, as `--same` says: pairs of ids, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from partnermodel.cli.output import typed
from partnermodel.values.text import shown
from partnermodel.wording import Worded, together, worded

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel

OPTION = "--same"


def same_pairs(given: Sequence[str], ours: PartnerModel, theirs: PartnerModel) -> list[tuple[str, str]]:
    """Return the id of a record of theirs, and the id of the record that it is, for each value of `--same`.

    Args:
        given: The values: two ids with an equals sign between them, which an id may have in itself.
        ours: The model whose ids stay.
        theirs: The model whose records are called by other ids from now on.

    Raises:
        click.BadParameter: It is no pair, the ids of a pair are not there, or it can be read in two ways.
    """
    return [_pair(text, ours, theirs) for text in given]


def _pair(text: str, ours: PartnerModel, theirs: PartnerModel) -> tuple[str, str]:
    parts = [part.strip() for part in text.split("=")]  # no id has a space, and none is heard when it is told
    pairs = [("=".join(parts[:place]), "=".join(parts[place:])) for place in range(1, len(parts))]
    found = [(old, new) for old, new in pairs if old in theirs and (new in ours or new in theirs)]
    if len(found) == 1:
        ((old, new),) = found
        if old == new and new not in ours:
            raise refused(
                worded("{id} is one record: give the id that goes, and the id that stays.", id=shown(old))
            )
        return old, new
    if found:
        raise refused(
            worded("{pair} can be read in several ways: ids have an equals sign in them.", pair=shown(text))
        )
    if not (pairs and all(pairs[0])):
        raise refused(worded("{pair} is no pair of ids, such as {example}.", pair=shown(text), example="a=b"))
    raise refused(_unknown(*pairs[0], ours, theirs))


def _unknown(old: str, new: str, ours: PartnerModel, theirs: PartnerModel) -> Worded:
    """Return what is wrong with a pair of ids that no two records have."""
    from partnermodel.errors import did_you_mean
    from partnermodel.model.nouns import no_such_id

    if old in ours and old not in theirs and new in theirs:
        return worded(
            "the id that stays comes last: {option} {pair}.", option=OPTION, pair=typed(f"{new}={old}")
        )
    missing, ids = (new, [*ours, *theirs]) if old in theirs else (old, [*theirs])
    return together(no_such_id("record", missing), did_you_mean(missing, ids))


def refused(message: str) -> click.BadParameter:
    """Return the error that says what is wrong with a value of `--same`."""
    return click.BadParameter(message, param_hint=f"'{OPTION}'")
