"""Why a cell cannot be read: a reason that finds its place later."""

from __future__ import annotations

import attrs

from partnermodel.wording import NOTHING


@attrs.frozen
class Refusal:
    """What is wrong with what a cell says.

    Attributes:
        code: What sort of fault it is, in kebab-case.
        message: What is wrong, as a clause.
        hint: How to mend it, as a sentence.
    """

    code: str
    message: str
    hint: str = NOTHING
