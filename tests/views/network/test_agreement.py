"""The picture and its table say the same."""

from __future__ import annotations

from collections import Counter
from itertools import product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import models
from tests.views.network.graphs import graphs
from tests.views.network.reading_back import Cells, drawn

from partnermodel import (
    NetworkView,
    Organisation,
    PartnerModel,
    Relation,
    Term,
    Vocabulary,
    network_view,
    organisation_network,
    to_networkx,
)
from partnermodel.language.speech import speech
from partnermodel.views.appearance import STAGES, stage_of
from partnermodel.views.network.reading import Reader


def told_by_picture(view: NetworkView) -> list[Counter[tuple[str, int]]]:
    """Return for each node of the picture how it is tied, and to which node."""
    picture = drawn(view.svg())
    found: list[Counter[tuple[str, int]]] = [Counter() for _ in picture.titles]
    for source, target, forth, back in picture.ties:
        found[source][forth, target] += 1
        if source != target:
            found[target][back, source] += 1
    return found


def written(ties: Counter[tuple[str, int]], called: list[str]) -> list[str]:
    """Return the ties of a node as the pieces of its cell, whatever their order."""
    groups: dict[str, list[str]] = {}
    for (label, end), times in ties.items():
        groups.setdefault(label, []).append(called[end] + (f" × {times}" if times > 1 else ""))
    return sorted(
        piece for label, names in groups.items() for piece in f"{label}: {', '.join(sorted(names))}".split()
    )


def agree(view: NetworkView) -> None:
    """Hold the picture, the table of the page and the table as a value to each other."""
    picture, rows, table = drawn(view.svg()), Cells(view.html()).rows, view.table()
    if not view.contents.nodes:
        assert (picture.titles, rows, table.rows) == ([], [], ())
        return
    assert rows[0] == list(table.columns)
    assert [[str(cell) for cell in row] for row in table.rows] == rows[1:]
    ties = table.columns.index("ties")
    assert len(picture.titles) == len(rows) - 1
    said = told_by_picture(view)
    for title, row, own in zip(picture.titles, rows[1:], said, strict=True):
        number = int(row[ties].replace(",", ""))
        kind = f", {row[table.columns.index('kind')]}"
        noun = "tie" if number == 1 else "ties"
        assert title == f"{row[0]}{kind}, {row[ties]} {noun}"
        assert number == own.total()
        if own:
            assert sorted(row[-1].replace(";", "").replace(",", "").split()) == sorted(
                " ".join(written(own, [row[0] for row in rows[1:]])).replace(";", "").replace(",", "").split()
            )


@given(models())
def test_a_model_is_shown_twice_alike(model: PartnerModel) -> None:
    """Each node of the picture is a row, with the same name, kind, number of ties, and neighbours."""
    agree(network_view(model))


@given(graphs())
def test_any_graph_is_shown_twice_alike(graph: nx.Graph[object]) -> None:
    """That holds for graphs of every class, with or without attributes of ours."""
    agree(network_view(graph))


@given(models())
def test_everything_is_shown(model: PartnerModel) -> None:
    """The picture has a node for each entity, and a line for each relation."""
    picture = drawn(network_view(model).svg())
    assert (len(picture.titles), len(picture.ties)) == (len(model.entities), len(model.relations))


@given(models())
def test_lines_join_whom_relations_join(model: PartnerModel) -> None:
    """As many lines lead from one node to another as relations from one entity to the other."""
    view = network_view(model)
    ids = [node.id for node in view.contents.nodes]
    shown = Counter((ids[source], ids[target]) for source, target, *_ in drawn(view.svg()).ties)
    assert shown == Counter((one.source, one.target) for one in model.relations.values())


@pytest.mark.parametrize("language", ["en", "ru"])
@given(data=st.data())
def test_the_same_network_gives_the_same_page(language: str, data: st.DataObject) -> None:
    """A model and its graph differ in nothing but what a graph does not hold: the language of names."""
    model = data.draw(models())
    view = network_view(model, language=language)
    assert view == network_view(model, language=language)
    again = network_view(to_networkx(model), vocabulary=model.vocabulary, language=language)
    assert len(again.contents.ties) == len(view.contents.ties)
    assert sorted(node.id for node in again.contents.nodes) == sorted(model.entities)


def test_many_ties_of_a_kind_are_counted() -> None:
    """A neighbour that is tied several times in the same way is named once, with how many times."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph([("a", "b")] * 10 + [("b", "a"), ("a", "c")])
    told = [str(row[-1]) for row in network_view(graph).table().rows]
    assert told == ["comes from: b; leads to: b × 10, c", "comes from: a × 10; leads to: a", "comes from: a"]


def test_every_picture_takes_a_tie_for_as_far_as_every_other_does() -> None:
    """Of several statuses, words of the file among them, the one whose stage comes first is told of a tie."""
    own = Term("status", "running", broader="active"), Term("status", "mooted", broader="discussed")
    model = PartnerModel("Town", [Organisation(id, id.upper()) for id in "abc"], vocabulary=Vocabulary(own))
    codes = [*model.vocabulary.codes("status"), "nowhere-defined"]
    for one, other in product(codes, codes):
        links = [
            Relation("a", kind, "b", status=status)
            for kind, status in (("partners-with", one), ("funds", other))
        ]
        network = organisation_network(model.with_(*links))
        (tie,) = network_view(network, vocabulary=model.vocabulary).contents.ties
        reader = Reader(speech("en"), model.vocabulary)
        ((_, _, held),) = network.edges(data=True)
        stages = [stage_of(status, model.vocabulary) for status in (one, other)]
        first = min(stages, key=STAGES.index)
        assert tie.stage == first.name
        assert reader.status_of_tie(held) in (one, other)
        assert stage_of(reader.status_of_tie(held), model.vocabulary) == first


@pytest.mark.parametrize("blank", [None, "", " ", "\n", float("nan")])
def test_what_is_blank_is_not_said(blank: str | float | None) -> None:
    """A blank name, kind or status, of a node or a tie, is as good as none."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    for node in ("a", "b"):
        graph.add_node(node, name=blank, name_en=blank, kind=blank, status=blank)
    graph.add_edge("a", "b", kind=blank, status=blank, statuses=blank)
    assert network_view(graph).contents == network_view(nx.DiGraph([("a", "b")])).contents
