"""The door: it answers who only asks what there is, and calls click for everyone else."""

from __future__ import annotations

import os
import sys

from partnermodel import __version__
from partnermodel.cli.face import (
    HELP_OPTION,
    LANGUAGE,
    LANGUAGE_OPTION,
    LANGUAGES,
    VERSION_OPTION,
    face_of,
    help_page,
    language_of,
    version_line,
)
from partnermodel.cli.guard import DONE, guarded
from partnermodel.cli.output import say_text

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

COMPLETION = "_PARTNERMODEL_COMPLETE"
"""The variable with which a shell asks click what could be typed next."""


class Door:
    """The group of commands, but for one thing: it tells its help and its version without loading click.

    Whatever else is asked of it, the group answers in its place.
    """

    def __call__(self, args: Sequence[str] | None = None, **extra: Any) -> Any:
        """Run the command line, and leave with its exit code."""
        given = sys.argv[1:] if args is None else list(args)
        text = None if extra or os.environ.get(COMPLETION) else told(given)
        if text is None:
            return self.main(args, **extra)

        def say(text: str = text) -> int:
            say_text(text)
            return DONE

        sys.exit(guarded(say, given))

    def __getattr__(self, name: str) -> Any:
        from partnermodel.cli.group import main

        return getattr(main, name)

    @property  # type: ignore[misc]  # so that it is a `click.Group` to whoever asks
    def __class__(self) -> type:
        from partnermodel.cli.group import Main

        return Main


def told(given: list[str]) -> str | None:
    """Return what answers the arguments when they ask only what there is, or None."""
    variable = os.environ.get(LANGUAGE, "")
    if len(given) == 3 and given[0] == LANGUAGE_OPTION[0] and given[1] in LANGUAGES:
        variable, given = given[1], given[2:]
    if len(given) != 1:
        return None
    if given[0] in HELP_OPTION:
        return help_page(columns(), face_of(language_of((), variable)))
    return version_line(__version__) if given[0] in VERSION_OPTION else None


def columns() -> int:
    """Return how wide the terminal is, as `shutil.get_terminal_size`, which takes longer to load."""
    try:
        found = int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        found = 0
    if found > 0:
        return found
    try:
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]
    except (AttributeError, ValueError, OSError):
        return 80
