"""The bytes that the contestants are given, made once and kept beside the benchmarks."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from types import ModuleType

import attrs

from benchmarks import generate, words

RESULTS = Path(__file__).parent / "results"
"""Where made files are kept; git ignores it."""


@attrs.frozen(slots=False)
class Data:
    """A made-up register: of a size, from a seed."""

    size: str
    seed: int = 1

    @cached_property
    def path(self) -> Path:
        """The file of its canonical document."""
        return _kept(self._name(generate, words), lambda: generate.document(self.size, self.seed))

    @cached_property
    def document(self) -> bytes:
        """Its canonical document."""
        return self.path.read_bytes()

    def derived(self, name: str, make: Callable[[bytes], bytes], source: ModuleType) -> bytes:
        """Return what a function makes of the document.

        Args:
            name: What the file is called.
            make: From the document to the bytes that are wanted.
            source: The module of the function; when it changes, they are made anew.
        """
        made = _kept(f"{name}-{self._name(generate, words, source)}", lambda: make(self.document))
        return made.read_bytes()

    def _name(self, *modules: ModuleType) -> str:
        sources = b"".join(Path(str(module.__file__)).read_bytes() for module in modules)
        return f"{self.size}-{self.seed}-{hashlib.sha256(sources).hexdigest()[:12]}"


def _kept(name: str, make: Callable[[], bytes]) -> Path:
    path = RESULTS / f"{name}.json"
    if not path.exists():
        RESULTS.mkdir(exist_ok=True)
        part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
        part.write_bytes(make())
        part.replace(path)
    return path
