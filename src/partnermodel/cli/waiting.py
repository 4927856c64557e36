"""A bar that shows how far the reading of a large file is, to whoever sits at a terminal and waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

import click

PATIENCE = 2.0
"""How many seconds a reading may take, as far as one can tell, without a bar."""

STEP = 10
"""After how many more hundredths a bar is drawn again: who hears it hears each time that it is drawn."""


def said(language: str, key: str, **values: str) -> Callable[[], str]:
    """Return what gives a text of the catalogue, which is loaded only for whoever sees it.

    Args:
        language: The language.
        key: The key of the text.
        **values: What fills its gaps.
    """

    def text() -> str:
        from partnermodel.language.speech import speech

        return speech(language).say(key, **values)

    return text


@contextmanager
def bar(label: Callable[[], str]) -> Iterator[Callable[[float], None]]:
    """Give a function that draws on standard error what share of the work is done.

    Nothing is drawn when the work is short, or standard error is no terminal. The line of the bar is
    always ended, so that what is printed next, an error perhaps, begins on its own.

    Args:
        label: Gives what stands before the bar; not called when none is drawn.
    """
    begun = monotonic()
    drawn: list[Any] = []

    def show(share: float) -> None:
        if not drawn:
            if sys.stderr is None or not sys.stderr.isatty() or monotonic() - begun < PATIENCE * share:
                return
            drawn.append(click.progressbar(length=100, label=label(), file=sys.stderr))
            drawn[0].render_progress()
        more = int(100 * share) - drawn[0].pos
        if more >= STEP or share >= 1:
            drawn[0].update(more)

    try:
        yield show
    finally:
        for one in drawn:
            one.render_finish()
