"""What the source says to people: found in its text, sharing no code with what tells it again."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import attrs

import partnermodel
from partnermodel.cli.usage import SAYINGS

SOURCE = Path(partnermodel.__file__).parent

# What takes a sentence: errors, issues, and what refuses an argument.
TAKING = re.compile(r"[A-Za-z]*Error|Issue|doubtful|wrong|BadParameter|UsageError|fail|contradiction")

# Where Python itself says the same to programmers, in English; and what nobody ever reads.
PYTHONS_OWN = {"AttributeError", "RecursionError", "_RefusedError"}

# A sentence has a space between words; a code, a path and a key have none.
SENTENCE = re.compile(r"[A-Za-z…,.:;)\"'] +[A-Za-z(]")


@attrs.frozen
class Source:
    """A file of the package.

    Attributes:
        name: Its path within the package.
        tree: Its syntax.
    """

    name: str
    tree: ast.Module


def sources() -> list[Source]:
    """Return every file of the package."""
    return [
        Source(str(path.relative_to(SOURCE)), ast.parse(path.read_text(encoding="utf-8")))
        for path in sorted(SOURCE.rglob("*.py"))
    ]


def name_of(call: ast.Call) -> str:
    """Return the name of what is called."""
    return call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")


def templates() -> dict[str, str]:
    """Return every template that the package words, with the place of one use."""
    found = dict.fromkeys(SAYINGS, "cli/usage.py")
    for source in sources():
        if not imports_worded(source):
            continue
        for node in ast.walk(source.tree):
            if is_worded(node) and source.name != "cli/usage.py":
                assert isinstance(node, ast.Call)
                (template,) = node.args
                if source.name == "wording.py" and not isinstance(template, ast.Constant):
                    continue  # what makes a copy of one that is there
                place = f"{source.name}:{node.lineno}"
                assert isinstance(template, ast.Constant), f"{place} has no plain template"
                found[str(template.value)] = place
    return found


def is_worded(node: ast.AST) -> bool:
    """Return whether a call words a sentence; a method of the name is another thing."""
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "worded"


def imports_worded(source: Source) -> bool:
    """Return whether `worded` is ours in a file, and not another function of the name."""
    return source.name == "wording.py" or any(
        isinstance(node, ast.ImportFrom)
        and node.module == "partnermodel.wording"
        and "worded" in {alias.name for alias in node.names}
        for node in ast.walk(source.tree)
    )


def bare_sentences() -> Iterator[str]:
    """Yield the place of every sentence that an error or an issue is made of, and that is not worded.

    A sentence is looked for in the arguments, and in what is assigned to a name that is an argument.
    """
    for source in sources():
        scopes = [node for node in ast.walk(source.tree) if isinstance(node, ast.FunctionDef)]
        for scope in (source.tree, *scopes):
            # What is assigned in a function is nothing to the functions beside it.
            own = source.tree.body if scope is source.tree else ast.walk(scope)
            calls = [
                node
                for node in ast.walk(scope)
                if isinstance(node, ast.Call)
                and TAKING.fullmatch(name_of(node))
                and name_of(node) not in PYTHONS_OWN
            ]
            names: set[str] = set()
            for call in calls:
                for argument in (*call.args, *(keyword.value for keyword in call.keywords)):
                    yield from (f"{source.name}:{place}" for place in _bare(argument))
                    names |= {node.id for node in ast.walk(argument) if isinstance(node, ast.Name)}
            for node in own:
                if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                    held = [one for target in targets for one in _names(target)]
                    if not names.isdisjoint(held):
                        yield from (f"{source.name}:{place}" for place in _bare(node.value))


def _names(target: ast.expr) -> list[str]:
    """Return the names that a target of an assignment binds."""
    if isinstance(target, ast.Tuple):
        return [name for element in target.elts for name in _names(element)]
    return [target.id] if isinstance(target, ast.Name) else []


def _bare(node: ast.AST) -> Iterator[int]:
    """Yield the lines of sentences in an expression that are not worded."""
    if is_worded(node):
        return
    if isinstance(node, ast.JoinedStr):
        text = "".join(str(part.value) if isinstance(part, ast.Constant) else "{" for part in node.values)
        if SENTENCE.search(text):
            yield node.lineno
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and SENTENCE.search(node.value):
        yield node.lineno
    for child in ast.iter_child_nodes(node):
        yield from _bare(child)
