"""What is said many times in one file, looked at once and held once."""

from __future__ import annotations

from typing import Any

import attrs

from partnermodel.values.rules import Text

# So many values are looked at before it is told whether enough of them are alike.
_TRIED = 2000


@attrs.define
class Known:
    """The texts that a rule was asked about.

    Attributes:
        rule: The rule.
        texts: Each text, by itself. There is nothing else among them, for Python looks faster among
            texts alone, and fastest in a plain dict.
        refused: Those of them that break the rule.
    """

    rule: Text
    texts: dict[str, str] = attrs.field(factory=dict)
    refused: set[str] = attrs.field(factory=set)

    def learn(self, text: str) -> str:
        """Ask the rule about a text that it was not asked about, and return it."""
        self.texts[text] = text
        if not self.rule.accepts(text):
            self.refused.add(text)
        return text


@attrs.define
class Alike:
    """The values of a class, or of a rule, by what they are made of.

    Attributes:
        known: The values.
        seen: How many were looked for.
        worth: Whether enough of them are alike that it is worth the time to look for more.
    """

    known: dict[Any, Any] = attrs.field(factory=dict)
    seen: int = 0
    worth: bool = True

    def weigh(self, number: int) -> None:
        """Decide whether it is worth the time, when some more were looked for."""
        self.seen += number
        self.worth = self.seen < _TRIED or 4 * len(self.known) < 3 * self.seen
