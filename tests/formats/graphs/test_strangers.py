"""Files that other programs have made or changed: nothing in them is lost in silence."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.samples import FULL

from partnermodel import InvalidDocumentError, Organisation, PartnerModel, Person, Relation
from partnermodel.formats.graphs.doors import dumps_graph, loads_graph

TOWN = PartnerModel(
    "Town", [Organisation("a", "A"), Organisation("b", "B"), Relation("a", "partners-with", "b")]
)

YED = """\
<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
  <!--Created by yEd-->
  <key attr.name="Description" attr.type="string" for="graph" id="d0"/>
  <key for="port" id="d1" yfiles.type="portgraphics"/>
  <key for="node" id="d6" yfiles.type="nodegraphics"/>
  <key attr.name="name" attr.type="string" for="node" id="d7"/>
  <key attr.name="kind" attr.type="string" for="edge" id="d8"><default>partners-with</default></key>
  <key attr.name="size" attr.type="int" for="node" id="d9"/>
  <graph edgedefault="directed" id="G">
    <data key="d0" xml:space="preserve"/>
    <node id="n0">
      <data key="d6">
        <y:ShapeNode><y:Geometry height="30.0" width="30.0"/><y:NodeLabel>College</y:NodeLabel></y:ShapeNode>
      </data>
      <data key="d7">College</data>
      <data key="d9">  </data>
    </node>
    <node id="n1"><data key="d7">Plant</data><data key="d9">12</data></node>
    <edge id="e0" source="n0" target="n1"/>
    <edge id="e1" source="n1" target="n0" directed="false"/>
  </graph>
</graphml>
"""

GEPHI = """\
<?xml version='1.0' encoding='UTF-8'?>
<gexf xmlns="http://gexf.net/1.3" version="1.3" xmlns:viz="http://gexf.net/1.3/viz">
  <meta lastmodifieddate="2026-11-24"><creator>Gephi 0.10</creator><description></description></meta>
  <graph defaultedgetype="directed" mode="static">
    <attributes class="node" mode="static">
      <attribute id="type" title="type" type="string"><default>organisation</default></attribute>
      <attribute id="modularity_class" title="Modularity Class" type="integer"/>
    </attributes>
    <attributes class="edge" mode="static"/>
    <nodes>
      <node id="a" label="A">
        <attvalues><attvalue for="modularity_class" value="0"/></attvalues>
        <viz:size value="10.0"/>
        <viz:position x="-2.5" y="3.0"/>
        <viz:color r="0" g="50" b="100"/>
      </node>
      <node id="b" label="B" pid="a"/>
    </nodes>
    <edges>
      <edge id="0" source="a" target="b" kind="funds" weight="1.0" type="directed"/>
      <edge id="1" source="b" target="a" kind="partners-with" weight="2.0" label="met in 2019"/>
    </edges>
  </graph>
</gexf>
"""


def test_yed_draws_and_what_it_draws_is_kept() -> None:
    """The drawing of yEd stays in `extra`; a default is what everything has that does not say otherwise."""
    model = loads_graph(YED, type="organisation", name="From yEd")
    assert model.name == "From yEd"
    assert model.organisations["n0"].name == "College"
    assert model["n1"].size == 12  # type: ignore[union-attr]
    graphics = model["n0"].extra["graphml:nodegraphics"][0]
    assert graphics["element"] == "ShapeNode"
    assert graphics["elements"][1] == {"element": "NodeLabel", "text": "College"}
    assert list(model.relations) == ["n0/partners-with/n1", "n1/partners-with/n0"]
    assert not model["n1"].extra
    plain = loads_graph(YED, type="organisation", unknown="drop")
    assert not plain["n0"].extra
    assert plain.name == "GraphML"


def test_gephi_adds_and_what_it_adds_is_kept() -> None:
    """Places, colours and computed columns of Gephi stay in `extra`, as numbers where they are numbers."""
    model = loads_graph(GEPHI, name="From Gephi")
    assert model.name == "From Gephi"
    assert model["a"].extra == {
        "gexf:Modularity Class": 0,
        "gexf:viz": {
            "size": {"value": "10.0"},
            "position": {"x": "-2.5", "y": "3.0"},
            "color": {"r": "0", "g": "50", "b": "100"},
        },
    }
    assert model["b"].extra == {"gexf:pid": "a"}
    assert not model["a/funds/b"].extra
    assert model["b/partners-with/a"].extra == {"gexf:weight": 2.0, "gexf:label": "met in 2019"}


def test_what_no_field_is_for_can_be_refused() -> None:
    """`refuse` names each attribute that would have gone to `extra`, and where it stands."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads_graph(GEPHI, unknown="refuse")
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [
        ("unknown-attribute", 'line 11, node "a", Modularity Class'),
        ("unknown-attribute", 'line 11, node "a", viz'),
        ("unknown-attribute", 'line 17, node "b", pid'),
        ("unknown-attribute", 'line 21, edge "1", label'),
        ("unknown-attribute", 'line 21, edge "1", weight'),
    ]


def test_a_person_keeps_nothing_of_strangers() -> None:
    """A person is a name: what a program adds there is refused, and can be dropped by name."""
    text = dumps_graph(PartnerModel("Town", [Person("p", "P")]), format="node-link")
    added = text.replace('"id": "p"', '"id": "p", "colour": "red", "collective": false, "open": false')
    with pytest.raises(InvalidDocumentError) as caught:
        loads_graph(added)
    assert str(caught.value) == (
        "the document cannot be read as node-link JSON:\n"
        '  $.nodes[0].colour: no field of the record is for the attribute "colour". Remove it, or read the '
        'file with unknown="drop", which leaves it out. [unknown-attribute]'
    )
    assert loads_graph(added, unknown="drop")["p"] == Person("p", "P")


@pytest.mark.parametrize(
    "document",
    [
        '{"nodes": [], "graph": {"date": "2019"}}',
        '{"nodes": [], "graph": {}, "date": "2019"}',
        '{"elements": [], "connections": [], "date": "2019"}',
        '<graphml><key id="d" for="graph" attr.name="date"/><graph><data key="d">1</data></graph></graphml>',
    ],
)
def test_what_is_said_of_the_graph_is_refused_if_no_model_can_hold_it(document: str) -> None:
    """A model has a name, a language and a vocabulary; what else a file says of the graph is named."""
    for unknown in ("extra", "refuse"):
        with pytest.raises(InvalidDocumentError) as caught:
            loads_graph(document, unknown=unknown)
        (issue,) = caught.value.issues
        assert (issue.code, issue.path) == ("unknown-attribute", "$.date")
        assert issue.message == 'no field of the model is for the attribute "date"'
    assert loads_graph(document, unknown="drop", name="Town") == PartnerModel("Town")


def test_what_is_kept_survives_the_next_journey() -> None:
    """An attribute of a program that went to `extra` stands there after every further journey."""
    model = loads_graph(GEPHI)
    for format in ("graphml", "gexf", "node-link", "kumu"):
        assert loads_graph(dumps_graph(model, format=format)) == model


def test_descriptions_and_instructions_are_not_lost() -> None:
    """A description of a node is kept; one of the graph is refused; an instruction in a node is nothing."""
    document = (
        '<graphml><key id="n" attr.name="name"/><desc>%s</desc><graph edgedefault="directed"><?a b?>'
        '<node id="a"><?a b?><desc>of the node</desc><data key="n">A</data></node></graph></graphml>'
    )
    model = loads_graph(document % " ", type="organisation", kind="funds", unknown="drop")
    assert not model["a"].extra
    with pytest.raises(InvalidDocumentError) as caught:
        loads_graph(document % "of the graph", type="place", unknown="refuse")
    assert [issue.path for issue in caught.value.issues] == ["$.desc", 'line 1, node "a", desc']
    kept = loads_graph(document % "", type="place")["a"].extra
    assert kept == {"graphml:desc": {"element": "desc", "text": "of the node"}}


@pytest.mark.parametrize(("value", "size"), [("NaN", None), (" ", None), (" 7 ", 7), ("7.0", 7)])
def test_numbers_that_say_nothing_are_not_stated(value: str, size: int | None) -> None:
    """Programs that know no absence write NaN; that is no number, and nothing is stated."""
    document = (
        '<graphml><key id="s" attr.name="size" attr.type="%s"/><key id="n" attr.name="name"/>'
        '<graph><node id="a"><data key="n">A</data><data key="s">%s</data></node></graph></graphml>'
    )
    for sort in ("double", "int") if "." not in value else ("double",):
        assert loads_graph(document % (sort, value), type="organisation")["a"].size == size  # type: ignore[union-attr]


@pytest.mark.parametrize("value", ["INF", "-inf", "x", "1" * 500])
def test_numbers_that_are_none_are_refused(value: str) -> None:
    """An infinity, a word, and more digits than any number has are not numbers of a record."""
    document = (
        '<graphml><key id="s" attr.name="size" attr.type="double"/>'
        f'<graph><node id="a"><data key="s">{value}</data></node></graph></graphml>'
    )
    with pytest.raises(InvalidDocumentError) as caught:
        loads_graph(document, type="organisation")
    assert caught.value.issues[0].code in ("wrong-type", "not-a-number")


def test_a_label_that_somebody_has_changed_is_kept() -> None:
    """The label of a node is its name, unless it was changed; without a name it is the name."""
    text = dumps_graph(TOWN, format="node-link")
    assert loads_graph(text.replace('"label": "A"', '"label": "Z"'))["a"].extra == {"node-link:label": "Z"}
    assert loads_graph(text.replace('"name": "A", ', "")).entities["a"].name == "A"
    changed = text.replace('"label": "is a partner of"', '"label": "likes"')
    assert changed == text or loads_graph(changed)["a/partners-with/b"].extra


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ('"size": 12.0', "size", 12),
        ('"aliases": [{"name": "X"}]', "aliases", (("X",),)),
        ('"name_of_school": "x"', "extra", {"node-link:name_of_school": "x"}),
        ('"name_ru": "А"', "names", {"ru": "А"}),
        ('"identifier_Wiki Data": "Q1"', "extra", {"node-link:identifier_Wiki Data": "Q1"}),
        ('"period": "2019", "start": "2018"', "extra", {"node-link:period": "2019"}),
        ('"names": "x"', "extra", {"node-link:names": "x"}),
        ('"url": "https://example.org/"', "extra", {"node-link:url": "https://example.org/"}),
        ('"colour": null, "shape": ""', "extra", {}),
        ('"end": "..", "open": true', "period", None),
        ('"extra": {"a:b": 1}, "colour": "red"', "extra", {"a:b": 1, "node-link:colour": "red"}),
    ],
)
def test_an_attribute_is_a_field_only_if_it_is_called_like_one(row: str, field: str, value: Any) -> None:
    """What merely looks like a field is a stranger's; what is null or empty says nothing."""
    document = f'{{"nodes": [{{"id": "a", "name": "A", {row}}}]}}'
    found = getattr(loads_graph(document, type="organisation")["a"], field)
    if field == "aliases":
        found = tuple((alias.name,) for alias in found)
    elif field == "period":
        assert (found.start, found.end) == (None, "..")
        return
    assert found == value


@pytest.mark.parametrize("format", ["graphml", "gexf", "node-link", "kumu"])
def test_ids_are_texts_whatever_numbers_a_program_gave(format: str) -> None:
    """A model whose ids look like numbers, words or nothing at all is the same after a journey."""
    ids = ["1", "01", "true", "null", "NaN", "..", "n0"]
    model = PartnerModel("Town", [Organisation(id, id) for id in ids])
    assert loads_graph(dumps_graph(model, format=format)) == model


def test_numbers_are_ids_of_nodes_in_json() -> None:
    """Programs number nodes: a number is an id, at a node and at the ends of an edge; a key is none."""
    document = (
        '{"directed": true, "nodes": [{"id": 0, "name": "A"}, {"id": 1, "name": "B"}], '
        '"links": [{"source": 0, "target": 1, "key": 0}]}'
    )
    model = loads_graph(document, type="organisation", kind="funds")
    assert list(model.relations) == ["0/funds/1"]


def test_an_id_of_its_own_is_kept() -> None:
    """A relation with an id of its own keeps it in every format; one without gets none."""
    model = TOWN.with_(Relation("a", "funds", "b", id="grant"))
    for format in ("graphml", "gexf", "node-link", "kumu"):
        again = loads_graph(dumps_graph(model, format=format))
        assert again["grant"].own_id == "grant"  # type: ignore[union-attr]
        assert again["a/partners-with/b"].own_id is None  # type: ignore[union-attr]


def test_full_records_have_no_extra_of_ours() -> None:
    """Nothing that we write ourselves is taken for a stranger's."""
    for format in ("graphml", "gexf", "node-link", "kumu"):
        assert loads_graph(dumps_graph(FULL, format=format), unknown="refuse") == FULL
