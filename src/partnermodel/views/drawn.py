"""What is drawn is drawn in one language, and so is its table."""

from __future__ import annotations

from partnermodel.values.text import shown
from partnermodel.wording import worded


def refuse_another_language(own: str, asked: str | None) -> None:
    """Refuse a table in a language that the picture is not drawn in.

    Args:
        own: The language of the picture.
        asked: The language that is asked for, or None for that of the picture.

    Raises:
        ValueError: They are not the same.
    """
    if asked not in (None, own):
        raise ValueError(
            worded(
                "the picture is in the language {own}, and so is its table; draw it in {other}",
                own=shown(own),
                other=shown(asked),
            )
        )
