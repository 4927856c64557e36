"""The figures of a network, against their definitions."""

from __future__ import annotations

import math
from itertools import product

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import strategies

from partnermodel import (
    Citation,
    Document,
    Group,
    Organisation,
    PartnerModel,
    Person,
    Place,
    Programme,
    Relation,
    coverage,
    figures,
    organisation_network,
    timeline,
)
from partnermodel.analysis.definitions import DEFINITIONS
from partnermodel.analysis.network import LARGE, Network
from partnermodel.errors import UnknownTermError
from partnermodel.model.entities import Centre, Initiative

NETWORKS = strategies.models(
    max_entities=10,
    max_relations=14,
    types=(Organisation, Organisation, Organisation, Initiative, Programme, Centre, Group, Place),
    fields=2,
)
"""Models of which most entities are organisations."""


def values(model: PartnerModel) -> dict[str, float | None]:
    """Return the values of all figures by their code."""
    return {figure.code: figure.value for figure in figures(model)}


@given(NETWORKS)
def test_every_figure_is_what_its_definition_says(model: PartnerModel) -> None:
    """Each figure is what another library, or its definition written out at length, gives."""
    graph = organisation_network(model)
    found = values(model)
    size, ties = len(graph), graph.number_of_edges()
    pairs = size * (size - 1) / 2
    parts = sorted(map(len, nx.connected_components(graph)), reverse=True)
    apart = dict(nx.all_pairs_shortest_path_length(graph))
    steps = [far for one, others in apart.items() for other, far in others.items() if other != one]
    statuses = [set(edge["statuses"].split()) for *_, edge in graph.edges(data=True)]
    active = model.codes("status", "active")
    assert found["organisations"] == size
    assert found["ties"] == ties
    assert found["isolates"] == nx.number_of_isolates(graph)
    assert found["partners-each"] == (2 * ties / size if size else None)
    assert found["density"] == (ties / pairs if pairs else None)
    assert found["parts"] == len(parts)
    assert found["largest-part"] == (parts[0] / size if size else None)
    assert found["reachability"] == pytest.approx(len(steps) / 2 / pairs if pairs else None)
    assert found["mean-distance"] == pytest.approx(sum(steps) / len(steps) if steps else None)
    assert found["diameter"] == max(steps, default=None)
    assert found["cut-points"] == len(set(nx.articulation_points(graph)))
    assert found["bridges"] == len(list(nx.bridges(graph)))
    assert found["active-ties"] == (sum(bool(one & active) for one in statuses) / ties if ties else None)
    assert found["only-discussed"] == (statuses.count({"discussed"}) / ties if ties else None)
    if any(count > 1 for _, count in graph.degree()):
        assert found["transitivity"] == pytest.approx(nx.transitivity(graph))


@given(NETWORKS)
def test_shares_and_indices_keep_their_bounds(model: PartnerModel) -> None:
    """A share lies between 0 and 1, an index between -1 and 1, a count is whole; none is NaN or infinite."""
    for figure in figures(model):
        if figure.value is None:
            continue
        assert math.isfinite(figure.value)
        if figure.unit == "share":
            assert -1e-9 <= figure.value <= 1 + 1e-9
        elif figure.unit == "index":
            assert -1 <= figure.value <= 1
        elif figure.unit not in ("steps", "partners"):
            assert figure.value == int(figure.value)
            assert figure.value >= 0


@given(NETWORKS)
def test_gaps_are_the_cells_that_nothing_serves(model: PartnerModel) -> None:
    """Gaps are counted as `coverage` lists them; without a group or a place there is nothing to count."""
    found, matrix = values(model), coverage(model)
    cells = [cell for cell in product(*matrix.axes) if None not in cell]
    assert found["gaps"] == (len(matrix.gaps) if cells else None)
    served = sum(cell in matrix.counts for cell in cells)
    assert found["served-cells"] == (served / len(cells) if cells else None)


@given(NETWORKS)
def test_records_are_those_that_a_count_counts(model: PartnerModel) -> None:
    """A figure that counts records names them, each once, in order; each is in the model."""
    found = figures(model)
    for code in ("isolates", "cut-points", "undated", "status-unknown"):
        assert len(found[code].records) == found[code].value
    for figure in found:
        assert all(id in model for id in figure.records)
        assert len(set(figure.records)) == len(figure.records)
    assert set(found["undated"].records) == set(timeline(model).undated)
    silent = [
        one.id for one in model.values() if not one.evidence and one.scheme not in ("document", "person")
    ]
    assert list(found["with-evidence"].records) == sorted(silent)


def test_neither_a_document_nor_a_person_needs_a_source() -> None:
    """A document is its own source, and a person is a name: the share of evidence is of all the others."""
    model = PartnerModel("Town", [Document("d", "D"), Person("p", "P"), Place("a", "A"), Place("b", "B")])
    cited = model.with_(Place("b", "B", evidence=[Citation("d")]))
    found = figures(cited)["with-evidence"]
    assert (found.value, found.records) == (1 / 2, ("a",))


def test_ties_that_are_active_and_only_discussed_are_told_apart() -> None:
    """A tie counts as active when something of it is, and as only discussed when all of it is."""
    bodies = [Organisation(id, id.upper()) for id in "abcd"]
    links = [
        Relation("a", "partners-with", "b", status="active"),
        Relation("a", "funds", "b", status="discussed"),
        Relation("a", "partners-with", "c", status="discussed"),
        Relation("a", "partners-with", "d", status="planned"),
        Relation("c", "partners-with", "d", status="exists"),
    ]
    found = figures(PartnerModel("Town", [*bodies, *links]))
    assert found["active-ties"].value == 2 / 4
    assert found["active-ties"].records == ("a/funds/b", "a/partners-with/b", "c/partners-with/d")
    assert found["only-discussed"].value == 1 / 4
    assert found["only-discussed"].records == ("a/partners-with/c",)


def test_sectors_are_the_widest_kinds() -> None:
    """Ties between sectors less ties within, divided by both; without a kind an organisation is left out."""
    bodies = [
        Organisation("school", "School", kind="special-school"),
        Organisation("college", "College", kind="vocational-college"),
        Organisation("firm", "Firm", kind="employer"),
        Organisation("club", "Club"),
    ]
    links = [
        Relation("school", "partners-with", "college"),
        Relation("college", "partners-with", "firm"),
        Relation("school", "partners-with", "firm"),
        Relation("school", "partners-with", "club"),
    ]
    assert figures(PartnerModel("Town", [*bodies, *links]))["sector-mixing"].value == pytest.approx(1 / 3)


def test_some_figures_come_in_the_order_of_the_question() -> None:
    """Only what is asked for is worked out, in that order; a single code may be given alone."""
    model = PartnerModel("Town", [Organisation("a", "A")])
    assert [one.code for one in figures(model, codes=["isolates", "ties"])] == ["isolates", "ties"]
    assert [one.code for one in figures(model, codes="ties")] == ["ties"]


def test_an_unknown_figure_is_refused_with_the_nearest() -> None:
    """A code that is no figure is an error, with the nearest one, or else with all that there are."""
    model = PartnerModel("Town")
    with pytest.raises(UnknownTermError) as caught:
        figures(model, codes=["densty"])
    assert str(caught.value) == '"densty" is not a figure. Did you mean "density"?'
    with pytest.raises(UnknownTermError) as caught:
        _ = figures(model, codes=["ties"])["density"]
    assert str(caught.value) == '"density" is not a figure. Choose from ties.'


def test_progress_goes_from_nothing_to_all() -> None:
    """Whoever waits is told a share that grows from 0 to 1."""
    told: list[float] = []
    figures(PartnerModel("Town"), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1], len(told)) == (0.0, 1.0, len(DEFINITIONS) + 1)


def test_what_looks_at_all_pairs_is_left_out_of_a_large_network() -> None:
    """Of a network of more than 3,000 organisations, distances and betweenness are not defined unasked."""
    large = PartnerModel("Large", [Organisation(f"o{number}", "O") for number in range(LARGE + 1)])
    found = figures(large)
    assert [one.code for one in found if one.value is None] == [
        "mean-distance",
        "diameter",
        "transitivity",
        "betweenness-centralisation",
        "modularity",
        "sector-mixing",
        "active-ties",
        "only-discussed",
        "served-cells",
        "gaps",
    ]
    assert large.once(Network).betweenness is None


def test_the_table_is_told_in_two_languages() -> None:
    """The table has a row for each figure, with its label, its number as people write it, and its unit."""
    found = figures(
        PartnerModel("Town", [Organisation("a", "A"), Organisation("b", "B")]), codes=["ties", "density"]
    )
    assert found.table().rows == (("tied pairs", "0", "pairs of organisations"), ("density", "0%", "share"))
    assert found.table(language="ru").rows == (
        ("связанные пары", "0", "пар организаций"),
        ("плотность", "0\u00a0%", "доля"),
    )
    assert found.table(language="ru").caption == "Показатели сети: Town"


@given(st.sampled_from(sorted(DEFINITIONS)))
def test_an_empty_model_has_figures_too(code: str) -> None:
    """Of nothing at all, a count is 0, and what would be divided by nothing is None."""
    (figure,) = figures(PartnerModel("Nothing"), codes=[code])
    assert figure.value in (0, None)
    assert figure.records == ()
