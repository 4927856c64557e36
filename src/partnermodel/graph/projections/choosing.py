"""Which words are meant: one, several or all, and none that is only misspelt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from partnermodel.errors import did_you_mean
from partnermodel.model.model import Codes
from partnermodel.values.text import shown
from partnermodel.wording import worded


def chosen(
    words: Codes, name: str, *, standard: Collection[str], present: Callable[[], Iterable[object]]
) -> frozenset[str] | None:
    """Return the words that are asked for, or None for all there are.

    A graph of others has words of its own, and a part of a graph need not have all of them. So a word
    that is neither standard nor there is no fault, unless it is nearly one that is.

    Args:
        words: A word, or several, or None for all.
        name: The name of the argument.
        standard: The words that the library knows.
        present: Gives the words that the graph has; it is called only for a word that is not standard.

    Raises:
        ValueError: A word seems to be misspelt.

    Example:
        >>> sorted(chosen("tie", "natures", standard=["tie"], present=list) or ())
        ['tie']
    """
    if words is None:
        return None
    asked = frozenset([words] if isinstance(words, str) else words)
    strange = sorted(asked - frozenset(standard))
    if strange:
        there = {word for word in present() if isinstance(word, str)}
        for word in strange:
            if word not in there and (hint := did_you_mean(word, sorted({*standard, *there}))):
                raise ValueError(
                    worded(
                        "{name}: {word} is nowhere in the graph. {hint}",
                        name=name,
                        word=shown(word),
                        hint=hint,
                    )
                )
    return asked
