"""The reference is complete: what the code has, the pages have, and nothing else."""

from __future__ import annotations

import ast
import codecs
import inspect
import re
from pathlib import Path

import attrs
import click
import networkx as nx
import pytest
from tests.docs import rows_page, vocabulary_page
from tests.docs.blocks import ROOT

import partnermodel
from partnermodel import (
    STANDARD,
    Alias,
    Citation,
    Document,
    Entity,
    Identifier,
    Level,
    PartnerModel,
    Period,
    Programme,
    Relation,
    RelationTerm,
    StatedCount,
    Term,
    Vocabulary,
    organisation_network,
    to_networkx,
)
from partnermodel.cli import main
from partnermodel.formats.schema import MEANING_CODES
from partnermodel.formats.shape import LISTS, Head
from partnermodel.formats.twins import file_fields
from partnermodel.language.english import ENGLISH
from partnermodel.model.entities import ENTITY_CLASSES

REFERENCE = ROOT / "docs" / "reference"
SOURCE = Path(partnermodel.__file__).parent

DESCRIBED = (
    Entity,
    Programme,
    Document,
    Relation,
    Citation,
    Period,
    StatedCount,
    Identifier,
    Alias,
    Level,
    Term,
    RelationTerm,
    Vocabulary,
)
"""The classes whose fields stand in a table of `model.md`."""


ROOMS_WITH_ISSUES = {"errors.py", "values", "vocabulary", "model", "formats", "queries", "analysis"}
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
NO_CODES = {
    "at-least",
    "at-most",
    "data-package",
    "day-first",
    "month-first",
    "node-link",
    "only-a",
    "only-b",
    "python-calamine",
    "tabular-data-resource",
    "utf-16",
    "utf-8",
    "year-first",
}
"""Texts in kebab-case that are neither codes of issues nor words of the vocabulary."""


def section(page: str, heading: str) -> str:
    """Return what stands on a page of the reference under a heading, down to the next."""
    text = (REFERENCE / page).read_text(encoding="utf-8")
    found = re.search(rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, f"{page} has no heading {heading}"
    return found[1]


def rows(text: str) -> list[list[str]]:
    """Return the rows of the first table in a text, without its head."""
    lines = [line for line in re.split(r"\n(?!\|)", text) if line.startswith("|") or "\n|" in line]
    table = lines[0][lines[0].index("|") :].splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in table[2:]]


def coded(text: str) -> list[str]:
    """Return what stands as code in the lines of a text."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


def own_fields(cls: type) -> list[str]:
    """Return the fields of a class that it does not share with all entities."""
    shared = {field.name for field in attrs.fields(Entity)} if issubclass(cls, Entity) else set()
    if cls is Entity:
        shared = set()
    return [field.alias or field.name for field in attrs.fields(cls) if field.name not in shared]


def test_vocabulary_page_is_made_of_the_code() -> None:
    """The page of the vocabulary is what `python -m tests.docs.vocabulary_page` writes today."""
    assert vocabulary_page.PAGE.read_text(encoding="utf-8") == vocabulary_page.page()


def test_the_page_of_rows_is_made_of_the_code() -> None:
    """The page of the columns of results is what `python -m tests.docs.rows_page` writes today."""
    assert rows_page.PAGE.read_text(encoding="utf-8") == rows_page.page()


@pytest.mark.parametrize("cls", DESCRIBED, ids=lambda cls: cls.__name__)
def test_every_field_is_described(cls: type) -> None:
    """The table of a class has its fields, all of them, in their order."""
    assert [coded(row[0])[0] for row in rows(section("model.md", cls.__name__))] == own_fields(cls)


def test_every_type_is_described() -> None:
    """The table of types has every type, in the order of the file."""
    names = [coded(row[0])[0] for row in rows(section("model.md", "Entities"))]
    assert names == [cls.__name__ for cls in ENTITY_CLASSES]


def test_what_a_type_refuses_and_adds_is_told() -> None:
    """For every type, the page names the shared fields that it refuses and the fields that it adds."""
    told = {
        coded(row[0])[0]: (coded(row[1]), coded(row[2]))
        for row in rows(section("model.md", "Which type has which fields"))
    }
    shared = [field.name for field in attrs.fields(Entity)]
    assert told == {
        cls.__name__: ([name for name in shared if name in cls.withheld], own_fields(cls))
        for cls in ENTITY_CLASSES
    }


def test_every_method_of_the_model_is_described() -> None:
    """The table of the container names every public method and catalogue of `PartnerModel`."""
    table = rows(section("model.md", "PartnerModel"))
    told = {word.partition("(")[0] for row in table for word in coded(row[0])} - {"model[id]"}
    public = {name for name in dir(PartnerModel) if not name.startswith("_")}
    assert told == public - {"get", "items", "keys", "values", *PartnerModel.__slots__}


def test_every_lookup_of_a_vocabulary_is_described() -> None:
    """The page names every public method of `Vocabulary`."""
    told = {word.partition("(")[0] for word in coded(section("model.md", "Vocabulary"))}
    assert told >= {name for name in dir(Vocabulary) if not name.startswith("_")}


def test_every_key_of_the_file_is_described() -> None:
    """The page of the file format names every key of the head, every list, and every key of each record."""
    told = [coded(row[0])[0] for row in rows(section("file-format.md", "The head and the lists"))]
    assert told == [*file_fields(Head), *LISTS]
    page = (REFERENCE / "file-format.md").read_text(encoding="utf-8")
    assert {key for cls in LISTS.values() for key in file_fields(cls)} <= set(coded(page))


def codes_in_the_source() -> set[str]:
    """Return every text in kebab-case of the source that is nothing but a code of an issue."""
    words = {code for scheme in STANDARD.schemes for code in (scheme, *STANDARD.codes(scheme))}
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if path.relative_to(SOURCE).parts[0] in ROOMS_WITH_ISSUES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.add(node.value)
    # What the library itself says is found by keys of the same form, some of them put together.
    keys = {*ENGLISH.texts, *ENGLISH.nouns}
    keys |= {key.partition("-")[2] for key in keys}
    found = {text for text in found if KEBAB.fullmatch(text)} - words - keys - NO_CODES
    return {text for text in found if not is_encoding(text)}


def is_encoding(text: str) -> bool:
    """Return whether Python knows an encoding of this name; such names look like codes."""
    try:
        codecs.lookup(text.removesuffix("-sig"))
    except LookupError:
        return False
    return True


def test_every_status_is_explained() -> None:
    """The page on evidence and status says what each standard status means, in the order of the code."""
    page = ROOT / "docs" / "explanation" / "evidence-and-status.md"
    told = re.findall(r"^\| `([a-z-]+)` \|", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert told == list(STANDARD.codes("status"))


def test_every_code_of_an_issue_is_explained() -> None:
    """The page of errors explains each code that the source can give, once, and no other."""
    page = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    told = re.findall(r"^### `([a-z0-9-]+)`$", page, re.MULTILINE)
    assert len(told) == len(set(told))
    told = [code for code in told if code not in partnermodel.__all__]  # functions have sections, too
    # Two codes have no hyphen: one of a doubt, and one that the command has for itself.
    assert set(told) == codes_in_the_source() | {"unconnected", "broken"}


def test_what_the_schema_does_not_say_is_told() -> None:
    """The page of the file format lists each fault that the JSON Schema cannot see, and no other."""
    listed = rows(section("file-format.md", "What the JSON Schema does not say"))
    assert [coded(row[0])[0] for row in listed] == list(MEANING_CODES)


def test_every_error_is_described() -> None:
    """The page of errors names every class of error."""
    page = (REFERENCE / "errors.md").read_text(encoding="utf-8")
    errors = {name for name in partnermodel.__all__ if name.endswith("Error")}
    assert errors <= set(coded(page))


def test_every_public_name_is_in_the_reference() -> None:
    """Whatever can be imported from the package is named somewhere in the reference."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in REFERENCE.glob("*.md"))
    words = {word for code in coded(text) for word in re.findall(r"\w+", code)}
    assert set(partnermodel.__all__) <= words


def test_every_attribute_of_a_graph_is_described() -> None:
    """The page of graphs names every attribute that a node or an edge of either graph can have."""
    model = _model_with_everything()
    graph, network = to_networkx(model), organisation_network(model)
    told = set(coded((REFERENCE / "graphs.md").read_text(encoding="utf-8")))
    assert _attributes(graph) | _attributes(network) <= told


def _attributes(graph: nx.Graph[str]) -> set[str]:
    data = [*(held for _, held in graph.nodes(data=True)), *(held for *_, held in graph.edges(data=True))]
    return {re.sub("^name_.*", "name_LANGUAGE", name) for held in data for name in held}


def _model_with_everything() -> PartnerModel:
    """Return a model whose records between them have every attribute of a graph."""
    whole = {
        "names": {"ru": "Имя"},
        "kind": "school",
        "status": "active",
        "size": 3,
        "collective": True,
        "evidence": [Citation("d")],
    }
    level = Level("collaboration-continuum", "networking")
    return PartnerModel(
        "Everything",
        [
            Document("d", "D"),
            partnermodel.Organisation("a", "A", period=Period("2020", "2021"), **whole),  # type: ignore[arg-type]
            partnermodel.Organisation("b", "B", period=Period("2020", ".."), **whole),  # type: ignore[arg-type]
            Relation("a", "funds", "b", role="host", level=level, description="…", evidence=[Citation("d")],
                     period=Period("2020", "2021")),
            Relation("b", "funds", "a", period=Period("2020", "..")),
        ],
    )  # fmt: skip


def test_every_function_is_described() -> None:
    """Each public function has a section of its own in the reference, which names each of its arguments."""
    spaces = {
        "layouts": partnermodel.layouts,
        "measures": partnermodel.measures,
        "projections": partnermodel.projections,
    }
    public = {name: getattr(partnermodel, name) for name in partnermodel.__all__}
    for space, module in spaces.items():
        public |= {f"{space}.{name}": getattr(module, name) for name in module.__all__ if name not in public}
    for name, value in public.items():
        if inspect.isfunction(value):
            text = next(section(page.name, f"`{name}`") for page in REFERENCE.glob("*.md")
                        if f"# `{name}`\n" in page.read_text(encoding="utf-8"))  # fmt: skip
            for parameter in inspect.signature(value).parameters:
                assert re.search(rf"\b{parameter}\b", " ".join(coded(text))), f"{name}: {parameter}"


def test_every_command_is_described() -> None:
    """The page of the command has a section for each command, which names its arguments and options."""
    context = click.Context(main, info_name="partnermodel")
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None
        text = section("command.md", f"`partnermodel {name}`")
        for parameter in command.params:
            option = isinstance(parameter, click.Option)
            for word in parameter.opts if option else [parameter.make_metavar(context)]:
                assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text), f"{name}: {word}"
