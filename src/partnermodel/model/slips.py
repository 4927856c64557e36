"""The words of a filter that are only misspelt: to find nothing by them would say that there is nothing."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import TYPE_CHECKING

from partnermodel.errors import UnknownTermError, did_you_mean, nearest
from partnermodel.values.text import shown
from partnermodel.vocabulary.vocabulary import Vocabulary
from partnermodel.wording import NOTHING, Worded, together, worded

if TYPE_CHECKING:
    from partnermodel.model.model import PartnerModel

_FIELDS = {"kind": worded("kind"), "role": worded("role"), "status": worded("status")}

_SLIP = 2
"""How many letters of two words may be without a match when the one is a slip for the other."""


def refuse_slips(
    model: PartnerModel, schemes: tuple[str, ...], wanted: str | Collection[str] | None, field: str
) -> None:
    """Refuse a code that no record has and that is a word of the vocabulary but for a slip of the finger.

    A word that is in no vocabulary is welcome, and may be on no record of a part of a model; a slip is not.
    A slip is one letter that is wrong or in a wrong place, or up to two that are missing or too many; never
    a digit.

    Args:
        model: The model.
        schemes: The schemes of the vocabulary that the code may be in.
        wanted: A code, several, or None.
        field: Which field of a record has such a code: `kind`, `role` or `status`.

    Raises:
        UnknownTermError: A code seems to be misspelt; the message names the nearest one.
    """
    if wanted is None:
        return
    words = model.vocabulary
    for code in (wanted,) if isinstance(wanted, str) else wanted:
        for scheme in schemes:
            if words.knows(scheme, code):
                break
        else:
            if code not in model.once(codes_in_use)[field] and (hint := _near(str(code), schemes, words)):
                raise no_such_code(field, code, hint)


def no_such_code(field: str, code: str, hint: Worded) -> UnknownTermError:
    """Return the error that says that no record can have a code.

    Example:
        >>> print(no_such_code("role", "hots", worded("Did you mean host?")))
        no role has the code "hots". Did you mean host?
    """
    sentence = worded("no {field} has the code {code}.", field=_FIELDS[field], code=shown(code))
    return UnknownTermError(together(sentence, hint))


@lru_cache(maxsize=256)
def _near(code: str, schemes: tuple[str, ...], words: Vocabulary) -> Worded:
    from difflib import SequenceMatcher

    near = nearest(code, [known for scheme in schemes for known in words.codes(scheme)])
    # A number is nobody's slip: who counts steps has as many words that differ in nothing else.
    if near is None or _digits(near) != _digits(code):
        return NOTHING
    same = sum(block.size for block in SequenceMatcher(None, code, near).get_matching_blocks())
    return did_you_mean(code, [near]) if len(code) + len(near) - 2 * same <= _SLIP else NOTHING


def _digits(code: str) -> list[str]:
    return [character for character in code if character.isdigit()]


def codes_in_use(model: PartnerModel) -> dict[str, set[str | None]]:
    """Return the kinds, the roles and the statuses that the records have; a stated count names two kinds."""
    found = {field: {getattr(record, field, None) for record in model.values()} for field in _FIELDS}
    for entity in model.entities.values():
        for stated in entity.stated:
            found["kind"] |= {stated.kind, stated.through}
    return found
