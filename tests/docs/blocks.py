"""Run every code block of a page of the documentation, in order, as its reader would.

The blocks of a page share one namespace and one folder, which holds a copy of `examples/`. What
kind of block it is decides what is done with it:

- `python` is run. What it prints must stand in the `text` block that follows it. If its last line is an
  answer that notebooks show, it prints the text that they show where they have no HTML.
- `console` is a dialogue with a shell: each line that begins with `$ ` is run, and what follows it
  must be what it prints, errors included.
- `json` is read by `loads`. After `<!-- file: NAME -->` it is written to a file instead, faults and
  all; after `<!-- fragment: CLASS -->` it is a part of a document, and keeps the JSON Schema of that class.
- `sh` is for setting up a machine, and is not run; but of `uv run partnermodel …` the command is.

`python -m tests.docs.blocks PAGE …` writes what is printed today into the pages. Read the difference
before you keep it.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # it has no types
from IPython.lib.pretty import pretty
from sybil import Document, Example, Region
from sybil.evaluators.python import pad
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser
from sybil.typing import Parser

from partnermodel import json_schema, loads

ROOT = Path(__file__).parents[2]
PAGES = sorted([*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"])

FENCE = re.compile(r"^ *(?:```|~~~)(?P<language>.*)$", re.MULTILINE)
SETTING_UP = re.compile(r"(uv|git|cd|pip|python3|bash|\.venv/bin/\S+|HYPOTHESIS_PROFILE=\S+) ?")
_NOTE = re.compile(r"<!-- (file|fragment): (\S+) -->\n\Z")


def name_of(page: Path) -> str:
    """Return what a page is called in a message: its path from the root of the project."""
    return page.relative_to(ROOT).as_posix()


def languages(page: Path) -> list[str]:
    """Return what stands after the opening fence of each block of a page."""
    return [found["language"] for found in FENCE.finditer(page.read_text(encoding="utf-8"))][::2]


def run_as_cell(example: Example) -> None:
    """Run a block as a cell of a notebook is run: what its last line gives is shown, if it knows how."""
    source = pad(example.parsed, example.line + example.parsed.line_offset)
    tree = ast.parse(source, example.path)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, example.path, "exec", dont_inherit=True), example.namespace)
    if isinstance(last, ast.Expr):
        value = eval(
            compile(ast.Expression(last.value), example.path, "eval", dont_inherit=True), example.namespace
        )
        if hasattr(type(value), "_repr_html_") or hasattr(type(value), "_repr_mimebundle_"):
            print(pretty(value))  # type: ignore[no-untyped-call]  # it has no types


class Page:
    """One page, and the folder that its blocks run in.

    Attributes:
        shown: For each output that the page shows, where it begins and ends, and what is printed today.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        """Read a page; nothing is run yet."""
        self.folder = folder
        self.shown: list[tuple[int, int, str]] = []
        self._printed: str | None = None
        python = PythonCodeBlockParser()
        python.codeblock_parser = CodeBlockParser("python", self._python)
        evaluators = {
            "text": self._text,
            "console": self._console,
            "json": self._json,
            "sh": self._sh,
        }
        parsers: list[Parser] = [python, *(CodeBlockParser(*pair) for pair in evaluators.items())]
        self.document = Document.parse(str(path), *parsers)

    def run(self) -> None:
        """Run the blocks; raise for the first that does not do what the page says."""
        shutil.copytree(ROOT / "examples", self.folder / "examples", dirs_exist_ok=True)
        with contextlib.chdir(self.folder):
            for example in self.document:
                example.evaluate()
        self._nothing_is_hidden()

    def differs(self, expected: str, actual: str) -> str | None:
        """Return what is said of an output that the page shows otherwise, or None when it is right."""
        return None if expected == actual else f"the page shows:\n{expected}\nbut this is printed:\n{actual}"

    def _nothing_is_hidden(self) -> None:
        assert not self._printed, f"no block shows what is printed:\n{self._printed}"

    def _python(self, example: Example) -> None:
        self._nothing_is_hidden()
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            run_as_cell(example)
        self._printed = printed.getvalue()

    def _text(self, example: Example) -> str | None:
        if self._printed is None:
            return "no block before it prints anything"
        actual, self._printed = self._printed, None
        self._show(example, example.parsed, 0, actual)
        return self.differs(example.parsed, actual)

    def _console(self, example: Example) -> str | None:
        self._nothing_is_hidden()
        before, *dialogue = re.split(r"^\$ (.*)\n", example.parsed, flags=re.MULTILINE)
        if before or not dialogue:
            return "a console block begins with a command, after a dollar sign and a space"
        offset = 0
        for command, expected in zip(dialogue[::2], dialogue[1::2], strict=True):
            offset += len(f"$ {command}\n")
            actual = self._shell(command)
            self._show(example, expected, offset, actual)
            offset += len(expected)
            if difference := self.differs(expected, actual):
                return difference
        return None

    def _sh(self, example: Example) -> str | None:
        self._nothing_is_hidden()
        for line in example.parsed.splitlines():
            if not SETTING_UP.match(line):
                return f"this does not set up a machine: {line}"
            if found := re.fullmatch(r"uv run (partnermodel .*)", line):
                self._printed = self._shell(found[1])
        # What a machine says while it is set up need not be shown.
        rest = self.document.text[example.end :]
        if not re.match(r"\s*(?:[^\n#`]+\n\s*)?```text\n", rest):
            self._printed = None
        return None

    def _json(self, example: Example) -> None:
        self._nothing_is_hidden()
        note = _NOTE.search(self.document.text, 0, example.start)
        if note is None:
            loads(example.parsed)
        elif note[1] == "file":
            Path(note[2]).write_text(example.parsed, encoding="utf-8")
        else:
            schema = json_schema()
            schema = {"$schema": schema["$schema"], "$defs": schema["$defs"], "$ref": f"#/$defs/{note[2]}"}
            jsonschema.validate(json.loads(example.parsed), schema)

    def _shell(self, command: str) -> str:
        scripts = sysconfig.get_path("scripts")
        kept = {name: os.environ[name] for name in ("HOME", "SYSTEMROOT", "TEMP") if name in os.environ}
        environment = kept | {
            "PATH": os.pathsep.join([scripts, os.environ.get("PATH", os.defpath)]),
            "LC_ALL": "C.UTF-8",
            "PYTHONUTF8": "1",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            **{
                f"GIT_{who}_{what}": "reader" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
            },
        }
        run = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return run.stdout

    def _show(self, example: Example, expected: str, offset: int, actual: str) -> None:
        region: Region = example.region
        begin = region.start + region.lexemes["source"].offset + offset
        self.shown.append((begin, begin + len(expected), actual))


class Rewritten(Page):
    """A page into which today's output is written."""

    def differs(self, expected: str, actual: str) -> str | None:
        """Accept every output."""
        return None

    def text(self) -> str:
        """Return the page with today's output in it."""
        text = self.document.text
        for begin, end, actual in sorted(self.shown, reverse=True):
            text = text[:begin] + actual + text[end:]
        return text


def rewritten(paths: list[str]) -> Iterator[str]:
    """Write today's output into pages; yield the names of those that are other than before."""
    for path in map(Path, paths):
        with tempfile.TemporaryDirectory() as folder:
            page = Rewritten(path.resolve(), Path(folder))
            page.run()
        if page.text() != page.document.text:
            path.write_text(page.text(), encoding="utf-8")
            yield str(path)


if __name__ == "__main__":
    print(*rewritten(sys.argv[1:]), sep="\n")
