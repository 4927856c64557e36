"""The examples in the docstrings of the package do what they show."""

from __future__ import annotations

import doctest
from importlib import import_module
from pathlib import Path

import pytest

import partnermodel

SOURCE = Path(partnermodel.__file__).parent
MODULES = sorted(
    ".".join(path.relative_to(SOURCE.parent).with_suffix("").parts)
    for path in SOURCE.rglob("*.py")
    if path.name != "__init__.py"
)


@pytest.mark.parametrize("name", MODULES)
def test_examples_do_what_they_show(name: str) -> None:
    """Each example of a module runs, and gives what stands below it."""
    assert doctest.testmod(import_module(name)).failed == 0
