"""Models as networkx graphs, their projections, and measures and layouts of any graph.

`projections`, `measures` and `layouts` are names to work with: each has plain functions that take a graph
first. They are loaded when somebody asks for them.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from types import ModuleType

_NAMESPACES = ("layouts", "measures", "projections")


def __getattr__(name: str) -> ModuleType:
    if name not in _NAMESPACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return import_module(f"{__name__}.{name}")
