"""The reference of the code: each public name, by the room that it comes from.

The directive `public-names` takes rooms of the package, or its namespaces such as `measures`, and documents
what is public of each: functions, then all else. So a name that is made public is on the site, and one that
is private is not.
"""

from __future__ import annotations

import importlib
import inspect
import sys
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import SphinxDirective

import partnermodel

SPACES = ("layouts", "measures", "projections")


def names_of(room: str) -> list[str]:
    """Return the public names of a room, or of a namespace, with their packages: functions, then all else."""
    if room in SPACES:
        space = getattr(partnermodel, room)
        names = [f"partnermodel.{room}.{name}" for name in space.__all__]
    else:
        rooms: dict[str, str] = vars(partnermodel)["_ROOM_OF"]
        names = [
            f"partnermodel.{name}"
            for name, module in rooms.items()
            if module.split(".")[1] == room and name not in SPACES
        ]
    return sorted(names, key=lambda name: (not inspect.isfunction(found(name)), name.lower()))


def found(name: str) -> Any:
    """Return what a public name stands for."""
    module, _, last = name.rpartition(".")
    return getattr(importlib.import_module(module) if module == "partnermodel"
                   else getattr(partnermodel, module.rpartition(".")[2]), last)  # fmt: skip


def public_name(target: str) -> str | None:
    """Return the public name of what is called by its private place, or by its last word alone."""
    last = target.rpartition(".")[2]
    if last in partnermodel.__all__:
        return f"partnermodel.{last}"
    for space in SPACES:
        if last in getattr(partnermodel, space).__all__:
            return f"partnermodel.{space}.{last}"
    return None


def directive_of(name: str) -> str:
    """Return the directive that documents a public name."""
    value = found(name)
    kind = "function" if inspect.isfunction(value) else "class" if isinstance(value, type) else "data"
    options = {
        "class": ["   :members:", "   :inherited-members: Sequence, Mapping, tuple, str, Exception"],
        "data": ["   :no-value:"],
    }
    return "\n".join([f".. auto{kind}:: {name}", *options.get(kind, []), ""])


class PublicNames(SphinxDirective):
    """The directive `public-names`: the documentation of what is public of some rooms."""

    required_arguments = 1
    final_argument_whitespace = True

    def run(self) -> list[nodes.Node]:
        """Return what the docstrings say."""
        names = [name for room in self.arguments[0].split() for name in names_of(room)]
        made: list[nodes.Node] = self.parse_text_to_nodes("\n".join(map(directive_of, names)))
        return made


def resolve(
    app: Sphinx, environment: BuildEnvironment, node: pending_xref, contnode: nodes.TextElement
) -> nodes.Node | None:
    """Lead a reference to a name by its private place to where the name is documented."""
    target = str(node.get("reftarget", ""))
    if node.get("refdomain") != "py":
        return None
    name = public_name(target)
    if name is not None:
        domain = environment.domains.python_domain
        for kind in ("class", "func", "data", "obj"):
            made = domain.resolve_xref(environment, node["refdoc"], app.builder, kind, name, node, contnode)
            if made is not None:
                return made
    # A name that only types use, and that nobody imports, is shown and leads nowhere.
    module, _, last = target.rpartition(".")
    if module.startswith("partnermodel.") and hasattr(importlib.import_module(module), last):
        return contnode
    return None


def setup(app: Sphinx) -> dict[str, bool]:
    """Add the directive, and join in where a reference is not found."""
    for space in SPACES:
        sys.modules[f"partnermodel.{space}"] = getattr(partnermodel, space)
    app.add_directive("public-names", PublicNames)
    app.connect("missing-reference", resolve)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
