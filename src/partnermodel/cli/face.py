"""What the command says of itself: its commands, its help and its version, as click would lay them out.

Nothing is imported here, so that whoever asks only for help need not wait for what helps to answer.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

PROGRAM = "partnermodel"

HELP = "Look into a model of a partnership network: who works with whom, on whose word, for whom."

LANGUAGES = ("en", "ru")
"""What the command speaks; a test holds it to what the library speaks."""

LANGUAGE = "PARTNERMODEL_LANG"
"""The variable that says which language is meant where `--lang` is left out."""

VERSION_OPTION = ("--version",)
LANGUAGE_OPTION = ("--lang",)
HELP_OPTION = ("-h", "--help")
OPTIONS = {
    VERSION_OPTION: "Show the version and exit.",
    LANGUAGE_OPTION: f"The language of all that is said; else that of {LANGUAGE}, or en.",
    HELP_OPTION: "Show this message and exit.",
}

COMMANDS = {
    "summary": "Say what a file holds, on whose word, and what is not known.",
    "check": "Say what is broken or doubtful in a file.",
    "duplicates": "List records that may be one.",
    "partners": "List who an organisation works with.",
    "coverage": "Show who serves which group where, and who is left out.",
    "analyse": "Tell the figures of a network.",
    "describe": "Describe a network in plain sentences and one table.",
    "recommend": "Say which steps to take first.",
    "diff": "Say what is different between two files.",
    "import": "Make a model of tables.",
    "merge": "Merge two versions of a file, record by record and field by field.",
    "schema": "Print the JSON Schema of the files.",
    "convert": "Write a model as a file of another program, or read one back.",
    "view": "Write a picture of a network, with its table.",
    "report": "Write a page about a file that anybody can read.",
    "redact": "Write a file without persons, marked fields and small numbers.",
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


class Face:
    """What the command says of itself in one language.

    Args:
        usage: What stands before how it is called.
        arguments: What stands for the arguments: options, a command, and what the command takes.
        headings: What stands above the options, and above the commands.
        help: What it is for.
        options: What each option does.
        commands: What each command does.
        epilog: What stands at the end.
        examples: What stands above one example, and above several.
        required: What is said of an option that must be given.
    """

    def __init__(
        self,
        *,
        usage: str,
        arguments: tuple[str, str],
        headings: tuple[str, str],
        help: str,
        options: dict[tuple[str, ...], str],
        commands: dict[str, str],
        epilog: str,
        examples: tuple[str, str],
        required: str,
    ) -> None:
        self.usage, self.arguments, self.headings = usage, arguments, headings
        self.help, self.options, self.commands, self.epilog = help, options, commands, epilog
        self.examples, self.required = examples, required


ENGLISH = Face(
    usage="Usage",
    arguments=("[OPTIONS]", "COMMAND [ARGS]..."),
    headings=("Options", "Commands"),
    help=HELP,
    options=OPTIONS,
    commands=COMMANDS,
    epilog=EPILOG,
    examples=("Example", "Examples"),
    required="required",
)


def face_of(language: str) -> Face:
    """Return what the command says of itself in a language."""
    if language == "ru":
        from partnermodel.cli.russian.face import RUSSIAN

        return RUSSIAN
    return ENGLISH


def language_of(given: Sequence[str], variable: str = "") -> str:
    """Return the language that arguments ask for, whatever else they ask for, sense or no sense.

    Args:
        given: The arguments, of which the last `--lang` counts.
        variable: What the environment asks for.
    """
    asked = variable
    for place, argument in enumerate(given):
        if argument == "--":
            break
        if argument == LANGUAGE_OPTION[0]:
            asked = "".join(given[place + 1 : place + 2])
        elif argument.startswith(f"{LANGUAGE_OPTION[0]}="):
            asked = argument.partition("=")[2]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def help_page(columns: int, face: Face = ENGLISH) -> str:
    """Return the help of the whole command, letter for letter as click prints it.

    Args:
        columns: How wide the terminal is.
        face: What is said, in one language.
    """
    width = max(min(columns, 80) - 2, 50)
    choice = f"{LANGUAGE_OPTION[0]} [{'|'.join(LANGUAGES)}]"
    options = [
        (choice if names == LANGUAGE_OPTION else ", ".join(names), said)
        for names, said in face.options.items()
    ]
    usage = f"{face.usage}: {PROGRAM} "
    called = "\n".join(_filled(" ".join(face.arguments), width, len(usage)))
    paragraphs = [
        usage + called[len(usage) :],
        "\n".join(_filled(face.help, width, 2)),
        "\n".join(_listed(face.headings[0], options, width)),
        "\n".join(_listed(face.headings[1], face.commands.items(), width)),
        *("\n".join(_kept_or_filled(paragraph, width)) for paragraph in face.epilog.split("\n\n")),
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
