"""Quotation marks within quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partnermodel.language.speech import TONGUES, Speech, speech
from partnermodel.values.table import Phrase

LEAVES = st.text(st.characters(codec="utf-8", exclude_characters="«»„“”‘’"), max_size=5)

Tree = str | list["Tree"]
"""A name: a text, or a quotation, which is a list, or a row of both."""

NAMES = st.recursive(
    st.lists(LEAVES, min_size=1, max_size=2), lambda inner: st.lists(LEAVES | inner, max_size=4)
)


def written(tree: Tree, tongue: Speech, level: int) -> str:
    """Return a name with its quotations at a level, of which the even ones have the outer marks."""
    if isinstance(tree, str):
        return tree
    before, after = (tongue.tongue.quotes, tongue.tongue.inner_quotes)[level % 2]
    return f" {before}{''.join(written(one, tongue, level + 1) for one in tree)}{after} "  # no apostrophe


@pytest.mark.parametrize("tongue", TONGUES)
@given(name=st.lists(LEAVES | NAMES, max_size=4))
def test_quotations_take_turns(tongue: str, name: list[Tree]) -> None:
    """A name that has outer quotation marks has the inner ones when it is quoted, and so on inwards."""
    words = speech(tongue)
    alone = "".join(written(one, words, 0) for one in name)
    assert words.say("in-brackets", what=alone, why="") == f"{alone} ()"
    quoted = words.parts("what-model", name=Phrase(alone, "ru"))
    expected = "".join(written(one, words, 1) for one in name)
    assert Phrase(expected, "ru") in quoted


@pytest.mark.parametrize(
    ("language", "name", "told"),
    [
        ("ru", "Колледж «Ёлка»", "«Колледж „Ёлка“»"),
        ("ru", "Фонд «Дом „Ёлка“»", "«Фонд „Дом «Ёлка»“»"),
        ("ru", "Колледж «Ёлка", "«Колледж «Ёлка»"),
        ("ru", "The “A”", "«The “A”»"),
        ("ru", 'Колледж "Ёлка"', '«Колледж "Ёлка"»'),
        ("en", "The “A” school", "“The ‘A’ school”"),
        ("en", "The “students’ club’s” hall", "“The ‘students’ club’s’ hall”"),
        ("en", "Колледж «Ёлка»", "“Колледж «Ёлка»”"),
    ],
)
def test_only_pairs_of_the_language_are_changed(language: str, name: str, told: str) -> None:
    """Marks of another language, straight ones, apostrophes and a mark without its fellow stay."""
    assert speech(language).say("sources-one", document=name).find(told) > 0
