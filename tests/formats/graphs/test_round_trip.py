"""What is written as a graph file is valid, says all, and reads back to an equal model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.graphs.grammar import GEXF, GEXF_RULES, GRAPHML, GRAPHML_RULES, assert_fits
from tests.formats.samples import FULL
from tests.hostile import dense
from tests.strategies import models

from partnermodel import Organisation, PartnerModel, Relation
from partnermodel.formats.graphs.doors import dumps_graph, load_graph, loads_graph, save_graph
from partnermodel.formats.graphs.known import READ

EMPTY = PartnerModel("Nothing yet")
ENDINGS = {"graphml": ".graphml", "gexf": ".gexf", "node-link": ".node-link.json", "kumu": ".kumu.json"}


def assert_valid(text: str, format: str) -> None:
    """Assert that a text is of its format, by rules that share no code with what wrote it."""
    if format == "graphml":
        assert_fits(text, GRAPHML, GRAPHML_RULES)
    elif format == "gexf":
        assert_fits(text, GEXF, GEXF_RULES)
    else:
        json.loads(text)


@pytest.mark.parametrize("format", READ)
@given(model=models())
def test_what_is_written_reads_back_to_an_equal_model(format: str, model: PartnerModel) -> None:
    """Every model, whatever its texts, is the same after a journey, and the same bytes after another."""
    text = dumps_graph(model, format=format)
    assert_valid(text, format)
    again = loads_graph(text)
    assert again == model
    assert dumps_graph(again, format=format) == text
    assert loads_graph(text.encode(), format=format) == model


@pytest.mark.parametrize("format", READ)
@pytest.mark.parametrize("model", [EMPTY, FULL, dense()], ids=["empty", "full", "hostile"])
def test_the_emptiest_and_the_fullest_read_back(format: str, model: PartnerModel) -> None:
    """A model without records, one with every field, and one of hostile texts are the same."""
    text = dumps_graph(model, format=format)
    assert_valid(text, format)
    assert loads_graph(text) == model


@pytest.mark.parametrize("format", READ)
def test_a_file_is_known_by_its_ending_and_by_what_is_in_it(format: str, tmp_path: Path) -> None:
    """The ending says what is written, whatever its case; what is in the file says what is read."""
    path = tmp_path / f"Омск{ENDINGS[format].upper()}"
    save_graph(FULL, path)
    assert path.read_text(encoding="utf-8") == dumps_graph(FULL, format=format)
    other = tmp_path / "file.dat"
    path.rename(other)
    assert load_graph(str(other)) == load_graph(other, format=format) == FULL
    save_graph(EMPTY, other, format=format)
    assert load_graph(other) == EMPTY
    assert list(tmp_path.iterdir()) == [other]


def test_a_file_that_cannot_be_made_leaves_the_old_one(tmp_path: Path) -> None:
    """Nothing is written when the graph cannot be."""
    path = tmp_path / "a.graphml"
    path.write_text("old")
    with pytest.raises(TypeError, match="a PartnerModel or a networkx graph belongs here, not an int"):
        save_graph(5, path)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"^format is one of graphml, .*, cypher, not 'xlsx'$"):
        save_graph(EMPTY, path, format="xlsx")
    with pytest.raises(
        ValueError, match=r"^the name of a graph file ends in one of \.graphml, .*a\.json does not$"
    ):
        save_graph(EMPTY, tmp_path / "a.json")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_asks_for_what_is_not_there_is_refused() -> None:
    """A format that is not read, a type or a word that is not known: said before anything is read."""
    with pytest.raises(ValueError, match=r"^format is one of graphml, gexf, node-link, kumu, not 'cypher'$"):
        loads_graph("{}", format="cypher")
    with pytest.raises(ValueError, match=r"^type is one of organisation, .*, not 'school'$"):
        loads_graph("{}", type="school")
    with pytest.raises(ValueError, match=r"^unknown is one of extra, drop, refuse, not 'keep'$"):
        loads_graph("{}", unknown="keep")


def test_progress_is_told() -> None:
    """Whoever waits hears how far the reading is, up to the end."""
    heard: list[float] = []
    loads_graph(dumps_graph(FULL, format="gexf"), progress=heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0


def test_a_text_says_nothing_of_its_encoding() -> None:
    """A declaration in a text was true of the bytes that it was made of; the text itself is read."""
    text = dumps_graph(FULL, format="graphml").replace('encoding="UTF-8"', 'encoding="windows-1251"')
    assert loads_graph(text) == FULL


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "windows-1251", "koi8-r"])
def test_bytes_are_read_in_the_encoding_that_they_declare(encoding: str) -> None:
    """Whatever encoding XML declares, or its byte-order mark says, is the one that is read."""
    model = PartnerModel("Омск", [Organisation("a", "Ёлка")])
    declared = encoding.removesuffix("-sig")
    text = dumps_graph(model, format="graphml").replace('"UTF-8"', f'"{declared}"')
    assert loads_graph(text.encode(encoding)) == model


@given(st.lists(st.sampled_from(["a b", "a_b", "a_b.2", "a?b", "_", "?", "Ёлка"]), unique=True, min_size=1))
def test_ids_that_a_schema_refuses_stay_apart(ids: list[str]) -> None:
    """However alike odd ids become for the sake of a schema, each stays itself."""
    names = [id.replace(" ", "~") for id in ids]
    model = PartnerModel(
        "Town",
        [
            *(Organisation(id, id) for id in names),
            *(Relation(names[0], "partners-with", id) for id in names[1:]),
            *(Relation(names[0], "funds", id, id=f"{id}!") for id in names[1:]),
        ],
    )
    text = dumps_graph(model, format="graphml")
    root = assert_fits(text, GRAPHML, GRAPHML_RULES)
    nodes = [node.attrib["id"] for node in root.iter(f"{{{GRAPHML}}}node")]
    assert len(set(nodes)) == len(names)
    assert loads_graph(text) == model
