"""What the command says of itself: its commands, its help and its version, as click would lay them out.

Nothing is imported here, so that whoever asks only for help need not wait for what helps to answer.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROGRAM = "partnermodel"

HELP = "Look into a model of a partnership network: who works with whom, on whose word, for whom."

VERSION_OPTION = ("--version",)
HELP_OPTION = ("-h", "--help")
OPTIONS = {
    VERSION_OPTION: "Show the version and exit.",
    HELP_OPTION: "Show this message and exit.",
}

COMMANDS = {
    "summary": "Say what a file holds, on whose word, and what is not known.",
    "check": "Say what is broken or doubtful in a file.",
    "partners": "List who an organisation works with.",
    "coverage": "Show who serves which group where, and who is left out.",
    "analyse": "Tell the figures of a network.",
    "describe": "Describe a network in plain sentences and one table.",
    "recommend": "Say which steps to take first.",
    "diff": "Say what is different between two files.",
    "schema": "Print the JSON Schema of the files.",
    "view": "Write a picture of a network, with its table.",
    "report": "Write a page about a file that anybody can read.",
}
"""Every command with the summary that its own file gives; a test holds the two together."""

KEPT = "\b"
"""What stands, for click, before a paragraph whose lines are kept as they are."""

EPILOG = f"""\
Each FILE is a model in JSON; - reads standard input.

{KEPT}
Examples:
  partnermodel summary omsk.json
  partnermodel report omsk.json -o report.html

{KEPT}
Exit codes:
  0    done
  1    a file is broken (what is wrong is on standard error)
  2    the command cannot be carried out as it was given
  70   a fault of partnermodel itself; PARTNERMODEL_DEBUG=1 shows where
  130  interrupted
  141  whoever read the output went away"""


def help_page(columns: int) -> str:
    """Return the help of the whole command, letter for letter as click prints it.

    Args:
        columns: How wide the terminal is.
    """
    width = max(min(columns, 80) - 2, 50)
    paragraphs = [
        f"Usage: {PROGRAM} [OPTIONS] COMMAND [ARGS]...",
        "\n".join(_filled(HELP, width, 2)),
        "\n".join(_listed("Options", [(", ".join(names), said) for names, said in OPTIONS.items()], width)),
        "\n".join(_listed("Commands", COMMANDS.items(), width)),
        *("\n".join(_kept_or_filled(paragraph, width)) for paragraph in EPILOG.split("\n\n")),
    ]
    return "\n\n".join(paragraphs)


def version_line(version: str) -> str:
    """Return what `--version` prints."""
    return f"{PROGRAM} {version}"


def _listed(heading: str, entries: Iterable[tuple[str, str]], width: int) -> Iterator[str]:
    entries = list(entries)
    column = max(len(name) for name, _ in entries) + 4
    yield f"{heading}:"
    for name, said in entries:
        first, *more = _filled(said, width - column)
        yield f"  {name}".ljust(column) + first
        yield from (" " * column + line for line in more)


def _kept_or_filled(paragraph: str, width: int) -> Iterator[str]:
    if paragraph.startswith(KEPT):
        return (f"  {line}" for line in paragraph.splitlines()[1:])
    return _filled(paragraph, width, 2)


def _filled(text: str, width: int, indent: int = 0) -> Iterator[str]:
    """Yield the lines of a text, each with as many words as it has room for."""
    line, room = "", width - indent
    for word in text.split():
        if line and len(line) + 1 + len(word) > room:
            yield " " * indent + line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield " " * indent + line
