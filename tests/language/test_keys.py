"""The catalogue and the source know each other: no key is asked for in vain, and none is kept in vain."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import partnermodel
from partnermodel.language.english import ENGLISH

SOURCE = Path(partnermodel.__file__).parent

ASKING = {"say", "parts", "saying", "named", "said", "heads"}
"""What takes the key of a text first, or after a language."""

MANY = "-many"
"""What a key ends with of which only the first names are told."""


def trees() -> Iterator[ast.Module]:
    """Yield the syntax of every file of the package but for the catalogues themselves."""
    for path in SOURCE.rglob("*.py"):
        place = path.relative_to(SOURCE).parts
        if place[0] != "language" or place[1] not in ("english", "russian"):
            yield ast.parse(path.read_text(encoding="utf-8"))


def texts(node: ast.AST) -> Iterator[str]:
    """Yield every text that stands in the source, but for docstrings, and the name of every field."""
    for one in ast.walk(node):
        if isinstance(one, ast.AnnAssign) and isinstance(one.target, ast.Name):
            yield one.target.id
        if isinstance(one, ast.Constant) and isinstance(one.value, str) and "\n" not in one.value:
            yield one.value


def heads(node: ast.AST) -> Iterator[str]:
    """Yield what stands before the first gap of every text that is put together."""
    for one in ast.walk(node):
        if isinstance(one, ast.JoinedStr) and one.values and isinstance(one.values[0], ast.Constant):
            yield str(one.values[0].value)


def asked(node: ast.AST) -> Iterator[str]:
    """Yield every key of a text that is asked for by itself."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call):
            name = one.func.id if isinstance(one.func, ast.Name) else getattr(one.func, "attr", "")
            keyed = [word.value for word in one.keywords if word.arg == "otherwise"]
            if name in ASKING and one.args:
                keyed.append(one.args[1] if name == "said" and len(one.args) > 1 else one.args[0])
            for given in keyed:
                found = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
                for text in found:
                    if isinstance(text, ast.Constant) and isinstance(text.value, str):
                        yield text.value


TREES = list(trees())
WORDS = {text for tree in TREES for text in texts(tree)}
PREFIXES = {head for tree in TREES for head in heads(tree) if head.endswith("-") and " " not in head}


def test_what_is_asked_for_is_there() -> None:
    """Each key that the source asks for has a text."""
    keys = {key for tree in TREES for key in asked(tree) if key}
    assert len(keys) > 100
    assert keys <= ENGLISH.texts.keys()


def test_what_is_put_together_begins_as_keys_do() -> None:
    """The beginnings of keys that the source puts together are those of several keys each."""
    known = {*ENGLISH.texts, *ENGLISH.nouns}
    for prefix in ("column-", "figure-", "unit-", "type-", "types-", "event-", "cause-", "state-", "form-"):
        assert prefix in PREFIXES
        assert sum(key.startswith(prefix) for key in known) > 1, prefix


def is_used(key: str) -> bool:
    """Return whether the source has a key, or all parts of it that are put together."""
    if key in WORDS or (key.endswith(MANY) and MANY in WORDS and is_used(key.removesuffix(MANY))):
        return True
    ends = [key.removeprefix(prefix) for prefix in PREFIXES if key.startswith(prefix)]
    return any(end in WORDS or end.replace("-", "_") in WORDS for end in ends)


def test_nothing_is_kept_in_vain() -> None:
    """Each text and each noun of the catalogue is asked for somewhere, by its key or by the parts of it."""
    in_texts = {
        how.removesuffix("*") for text in ENGLISH.texts.values() for how in _hows(text) if how[:1] != "|"
    }
    dead = {key for key in ENGLISH.texts if not is_used(key)}
    dead |= {noun for noun in ENGLISH.nouns if not is_used(noun) and noun not in in_texts}
    assert dead == set()


def _hows(text: str) -> Iterator[str]:
    from string import Formatter

    for _, gap, how, _ in Formatter().parse(text):
        if gap is not None:
            yield how or ""
