"""A flowchart of Mermaid has nothing in it that a name could have put there."""

from __future__ import annotations

import re

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models
from tests.views.pictures.hostile import HOSTILE, named
from tests.views.pictures.test_picture import town

from partnermodel import (
    Organisation,
    PartnerModel,
    Relation,
    Term,
    Vocabulary,
    organisation_network,
    to_mermaid,
)
from partnermodel.views.pictures.plain import one_line

LABEL = r'"((?:[\w ,.()–—«»“”№…-]|#\d+;)*)"'
NODE = re.compile(
    rf"    n(\d+)(?:\(\[|\[/|\[\\|\[\[|\[|\{{\{{|\{{|\(|>){LABEL}(?:\]\)|\\\]|/\]|\]\]|\]|\}}\}}|\}}|\))"
)
TIE = re.compile(rf"    n\d+ <?(?:--[->]|-\.->?)(?:\|{LABEL}\|)? n\d+")
TOLD = re.compile(r"    acc(?:Title|Descr): [\w .,()«»“”–№-]*")


def read(text: str) -> tuple[list[str], int]:
    """Return the labels of the nodes, with entities read, and the number of ties; every line has its form."""
    first, title, description, *lines = text.splitlines()
    assert first == "flowchart LR"
    assert TOLD.fullmatch(title)
    assert TOLD.fullmatch(description)
    labels: list[str] = []
    ties = 0
    for line in lines:
        if node := NODE.fullmatch(line):
            assert int(node[1]) == len(labels) + 1
            labels.append(re.sub(r"#(\d+);", lambda found: chr(int(found[1])), node[2]))
        else:
            assert TIE.fullmatch(line), line
            ties += 1
    # What Mermaid looks for before it reads a line, in quotes or not.
    assert not re.search(
        r"%%|```|<|direction\s+(TB|BT|RL|LR|TD)|style.*:\S*#|\ufb02",
        text.replace("<--", "").replace("<-.", ""),
    )
    return labels, ties


@given(model=models())
def test_a_model_shows_its_organisations(model: PartnerModel) -> None:
    """There is a node for each organisation, and a line for each pair that works together."""
    network = organisation_network(model)
    labels, ties = read(to_mermaid(model))
    assert len(labels) == len(network)
    assert ties == network.number_of_edges()


@pytest.mark.parametrize("name", HOSTILE, ids=ascii)
def test_every_hostile_name_is_a_label(name: str) -> None:
    """A name comes back from its entities as it is, and adds no line."""
    labels, ties = read(to_mermaid(named(name)))
    assert ties == 1
    wanted = (one_line(name) or "–").replace("\ufb02", "fl")
    assert wanted in labels or len(wanted) > 60


@given(name=st.text(st.characters()))
def test_any_name_keeps_the_form(name: str) -> None:
    """Whatever a node is called, there are two nodes and a tie."""
    labels, ties = read(to_mermaid(named(name)))
    assert (len(labels), ties) == (2, 1)


def test_parallel_ties_are_one_line() -> None:
    """Several ties of two nodes are one line, whole if one of them is active, with arrows where they lead."""
    both = town().with_(Relation("b", "supports", "a", status="planned"))
    graph: nx.DiGraph[str] = nx.MultiDiGraph(
        [("a", "b", {"status": "active"}), ("b", "a", {"status": "planned"})]
    )
    assert to_mermaid(both).splitlines()[-1] == "    n1 --- n2"
    assert to_mermaid(graph).splitlines()[-1] == "    n1 <--> n2"
    graph = nx.DiGraph([("b", "a", {"status": "planned"})])
    assert to_mermaid(graph).splitlines()[-1] == '    n2 -.->|"agreed, planned or expected"| n1'


def test_a_word_of_the_file_is_as_far_as_the_word_that_it_narrows() -> None:
    """A status that a model adds is drawn as the nearest wider one that is known, as in every picture."""
    words = Vocabulary([Term("status", "running", broader="active")])
    ends = [Organisation("a", "A"), Organisation("b", "B")]
    links = (
        Relation("a", "partners-with", "b", status="running"),
        Relation("a", "funds", "b", status="planned"),
    )
    model = PartnerModel("Town", [*ends, *links], vocabulary=words)
    assert to_mermaid(model).splitlines()[-1] == "    n1 --- n2"


def test_a_large_network_is_refused() -> None:
    """More nodes than can be read are refused with advice, unless more are asked for."""
    model = PartnerModel("Land", [Organisation(f"o{n}", f"O{n}") for n in range(51)])
    with pytest.raises(
        ValueError, match=r"^a flowchart of 51 nodes could not be read; at most 50 are written\. Filter"
    ):
        to_mermaid(model)
    assert len(read(to_mermaid(model, most=51))[0]) == 51
    for most in (0, True, "50"):
        with pytest.raises(ValueError, match=r"^most is a whole number above 0"):
            to_mermaid(model, most=most)  # type: ignore[arg-type]
