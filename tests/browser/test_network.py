"""The picture of a network in a real browser: by keyboard, by search and filter, and by ear."""

from __future__ import annotations

import networkx as nx
import pytest
from examples.omsk import omsk
from tests.browser.browsing import Opened, name, role
from tests.browser.conftest import Open

from partnermodel import NetworkView, network_view

COLLEGE = "Omsk College of Professional Technologies"


@pytest.fixture(scope="module")
def view() -> NetworkView:
    """Return the view of the example."""
    return network_view(omsk())


@pytest.fixture
def page(view: NetworkView, show: Open) -> Opened:
    """Return its page."""
    return show(view.html())


def said(page: Opened) -> str:
    """Return what the live region says."""
    return str(page.page.locator(".live").inner_text())


def press(page: Opened, *keys: str) -> str:
    """Press keys in the picture, and return what is said then."""
    page.page.locator(".view").focus()
    for key in keys:
        page.page.keyboard.press(key)
    return said(page)


def rows(page: Opened) -> list[str]:
    """Return the names of the rows that can be seen."""
    return list(map(str, page.page.locator("tbody tr:visible th").all_inner_texts()))


def shown(page: Opened) -> int:
    """Return how many nodes of the picture can be seen."""
    return int(page.page.locator("svg [role=img]:visible").count())


def lines(page: Opened) -> int:
    """Return how many lines of the picture are left."""
    return int(page.page.locator("svg .ties path:not(.off)").count())


def test_every_node_can_be_heard(view: NetworkView, page: Opened) -> None:
    """The accessibility tree lists each node by its name, its kind and the number of its ties."""
    heard = [name(node) for node in page.tree() if role(node) == "image"]
    assert heard[: len(view.contents.nodes)] == [
        f"{node.name}, {node.kind}, {node.ties} {'tie' if node.ties == 1 else 'ties'}"
        for node in view.contents.nodes
    ]


def test_nodes_of_a_large_network_can_be_heard_kind_by_kind(show: Open) -> None:
    """Of more than 300 nodes each kind is a group, and each node in it has a name."""
    graph = nx.path_graph(301)
    nx.set_node_attributes(graph, {node: "school" if node % 2 else "employer" for node in graph}, "kind")
    tree = show(network_view(graph).html()).tree()
    heard = [name(node) for node in tree if role(node) in ("group", "image")]
    assert [one for one in heard if one in ("school", "employer")] == ["employer", "school"]
    assert {f"{node}, {'2 ties' if 0 < node < 300 else '1 tie'}" for node in graph} <= set(heard)


def test_the_picture_is_one_stop_and_has_a_name(page: Opened) -> None:
    """Between the buttons and the table the keyboard stops once, at what is called the picture."""
    page.page.locator("[name=everything]").focus()
    stops = []
    for _ in range(2):
        page.page.keyboard.press("Tab")
        stops.append(page.evaluate("() => document.activeElement.className"))
    assert stops == ["view", "scroll"]
    (application,) = [node for node in page.tree() if role(node) == "application"]
    assert name(application) == "Picture of the network"


def test_keys_lead_from_node_to_node(view: NetworkView, page: Opened) -> None:
    """Right and left go through all nodes in the order of the table, Home and End to its ends."""
    names = [str(node.name) for node in view.contents.nodes]
    assert press(page, "ArrowRight").startswith(names[0])
    assert press(page, "ArrowRight").startswith(names[1])
    assert press(page, "End").startswith(names[-1])
    assert press(page, "ArrowRight").startswith(names[0])
    assert press(page, "ArrowLeft").startswith(names[-1])
    assert press(page, "Home").startswith(names[0])
    walked = [press(page, "ArrowRight") for _ in names]
    assert all(told.startswith(one) for told, one in zip(walked, names[1:] + names[:1], strict=True))


def test_keys_lead_along_ties_and_back(page: Opened) -> None:
    """Enter leads to the neighbours of a node, and says how they are tied; Escape leads back."""
    press(page, "Home")
    while not said(page).startswith("Radio studio"):
        press(page, "ArrowRight")
    there = said(page)
    assert press(page, "Enter").startswith(
        "Neighbours of Radio studio: 1. is part of: Media centre of the college, media centre, 6 ties"
    )
    assert press(page, "ArrowDown").startswith("Neighbours of Media centre of the college: 6. ")
    assert page.page.locator("svg.dim").count() == 1
    assert page.page.locator("svg [role=img].on").count() == 7
    press(page, "ArrowUp")
    assert press(page, "Escape") == f"Back. {there}"
    assert page.page.locator("svg.dim").count() == 0


def test_it_is_said_how_far_along_a_list_one_is(page: Opened) -> None:
    """After each node its place in the list is said: of all that are shown, of neighbours, of the found."""
    assert press(page, "Home", "ArrowRight").endswith(" 2 of 46.")
    assert press(page, "End").endswith(" 46 of 46.")
    while not said(page).startswith("Radio studio"):
        press(page, "ArrowRight")
    place = said(page).rsplit(". ", 1)[1]
    assert press(page, "Enter").endswith(" 1 of 1.")
    assert press(page, "Enter", "ArrowRight").endswith(" 2 of 6.")
    assert press(page, "Escape", "Escape").endswith(place)
    page.page.fill("[name=search]", "college")
    page.page.keyboard.press("Enter")
    assert said(page).endswith(f" 1 of {len(rows(page))}.")


def test_the_name_of_a_node_is_the_heading_of_its_row(show: Open) -> None:
    """A screen reader can say of each cell of the table whose it is, in small and in large tables."""
    for graph in (nx.path_graph(3), nx.gnm_random_graph(600, 4000, seed=1)):
        tree = show(network_view(graph).html()).tree()
        assert [role(one) for one in tree].count("rowheader") == len(graph)


def test_a_filter_knows_codes_of_any_sort(show: Open) -> None:
    """A kind and a status of a file's own are found, even with spaces that a page does not show."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("a", kind=" half  a school ", status="half  done")
    graph.add_node("b", kind="school of dreams", status="dreamt")
    graph.add_edge("a", "b", status=" half done")
    page = show(network_view(graph).html())
    found = {}
    for name_ in ("kind", "status"):
        box = page.page.locator(f"[name={name_}]")
        for place in range(1, box.locator("option").count()):
            box.select_option(index=place)
            found[name_, place] = rows(page)
        box.select_option(index=0)
    assert [found["kind", place] for place in (1, 2, 3)] == [["a", "b"], ["a"], ["b"]]
    assert [found["status", place] for place in (1, 2, 3)] == [["a", "b"], ["b"], ["a"]]


def test_nothing_said_tells_a_place_on_the_screen(page: Opened) -> None:
    """What is said of a node has its name, kind, ties and community, and no other number."""
    told = press(page, "Home", "End", "Enter", "ArrowRight")
    assert "px" not in told
    assert not [word for word in told.replace(".", "").split() if word.isdigit() and int(word) > 46]


def test_a_search_shows_what_it_finds(page: Opened) -> None:
    """A search keeps the rows that match, says how many, and Enter leads to the first in the picture."""
    page.page.fill("[name=search]", "COLLEGE")
    assert said(page) == f"Found: {len(rows(page))}."
    assert all("college" in one.lower() for one in rows(page))
    first = rows(page)[0]
    page.page.keyboard.press("Enter")
    assert said(page).startswith(first)
    page.page.fill("[name=search]", "nobody of this name")
    assert (said(page), rows(page)) == ("Nothing matches.", [])
    page.page.click("[name=everything]")
    assert said(page) == "Shown: nodes 46 of 46, ties 72 of 72."
    assert (len(rows(page)), shown(page)) == (46, 46)


def test_a_filter_holds_for_picture_and_table(view: NetworkView, page: Opened) -> None:
    """By kind, type and status: what is left is the same in both, and as many as is said."""
    page.page.select_option("[name=kind]", label="organisation: all")
    left = {place for place, node in enumerate(view.contents.nodes) if node.type == "organisation"}
    between = sum({tie.source, tie.target} <= left for tie in view.contents.ties)
    assert rows(page) == [str(view.contents.nodes[place].name) for place in sorted(left)]
    assert (shown(page), lines(page)) == (len(left), between)
    assert said(page) == f"Shown: nodes {len(left)} of 46, ties {between} of 72."
    page.page.select_option("[name=kind]", index=0)
    page.page.select_option("[name=status]", label="discussed")
    nodes, ties = view.contents.nodes, [tie for tie in view.contents.ties if tie.status == "discussed"]
    kept = {place for tie in ties for place in (tie.source, tie.target)}
    kept |= {place for place, node in enumerate(nodes) if node.status == "discussed"}
    assert rows(page) == [str(nodes[place].name) for place in sorted(kept)]
    assert (shown(page), lines(page)) == (len(kept), len(ties))
    assert said(page) == f"Shown: nodes {len(kept)} of 46, ties {len(ties)} of 72."


def test_a_year_keeps_what_may_hold_in_it(show: Open) -> None:
    """A year keeps what began before or in it and ended after or in it, and what has no date."""
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_node("always")
    graph.add_node("early", start="2001-05", end="2003")
    graph.add_node("open", start="2002", open=True)
    graph.add_node("ended", end="2001-01-31")
    graph.add_edge("always", "open", start="2004", end="2005")
    page = show(network_view(graph).html())
    found = {}
    for year in ("2001", "2002", "2004", "2006"):
        page.page.fill("[name=year]", year)
        found[year] = (rows(page), lines(page))
    assert found == {
        "2001": (["always", "early", "ended"], 0),
        "2002": (["always", "early", "open"], 0),
        "2004": (["always", "open"], 1),
        "2006": (["always", "open"], 0),
    }


def test_a_click_shows_what_is_around_a_node(page: Opened) -> None:
    """A click on a node says what it is and shows its neighbours; one beside it shows all again."""
    page.page.locator("svg [role=img]", has_text=COLLEGE).first.locator("use").click()
    assert said(page).startswith(f"{COLLEGE}, vocational college, 24 ties")
    assert page.page.locator("svg.dim").count() == 1
    page.page.locator(".view").click(position={"x": 3, "y": 3})
    assert page.page.locator("svg.dim").count() == 0


def test_the_picture_can_be_made_larger(page: Opened) -> None:
    """Keys and buttons make it larger and smaller, and all of it is shown again at a button."""
    width = "() => document.querySelector('.view svg').getBoundingClientRect().width"
    before = page.evaluate(width)
    press(page, "+", "+")
    assert page.evaluate(width) > before * 1.5
    page.page.click("[name=smaller]")
    page.page.click("[name=smaller]")
    page.page.click("[name=smaller]")
    assert page.evaluate(width) < before
    page.page.click("[name=everything]")
    assert page.evaluate(width) == before


@pytest.mark.parametrize("width", [360, 1280])
def test_the_picture_is_as_high_as_its_width_asks(view: NetworkView, show: Open, width: int) -> None:
    """On a telephone, on a screen and on paper, larger or not, no empty room is above and below it."""
    page = show(view.html(), viewport={"width": width, "height": 800})
    shape = """() => { const box = document.querySelector(".view svg").getBoundingClientRect();
      return box.height / box.width; }"""
    wanted = view.scene.height / view.scene.width
    assert page.evaluate(shape) == pytest.approx(wanted, rel=0.01)
    press(page, "+", "+")
    assert page.evaluate(shape) == pytest.approx(wanted, rel=0.01)
    page.page.emulate_media(media="print")
    assert page.evaluate(shape) <= wanted * 1.01


@pytest.mark.parametrize("language", ["en", "ru"])
def test_on_paper_no_short_word_is_broken(language: str, show: Open) -> None:
    """On a sheet each heading of the table has one line, the table fits, and no control is left."""
    page = show(network_view(omsk(), language=language).html(), viewport={"width": 718, "height": 1000})
    page.page.emulate_media(media="print")
    lines = """() => [...document.querySelectorAll("thead th")].map(one => {
      const range = document.createRange(); range.selectNodeContents(one);
      return new Set([...range.getClientRects()].map(box => box.top)).size; })"""
    assert set(page.evaluate(lines)) == {1}
    assert page.evaluate("() => document.querySelector('table').getBoundingClientRect().right") <= 718
    assert page.page.locator("nav:visible, form:visible, .live:visible, .keys:visible").count() == 0


def test_a_long_name_is_broken_and_all_of_the_table_is_seen(show: Open) -> None:
    """A name of 300 letters and no space makes no row so wide that the rest of it is out of sight."""
    page = show(network_view(nx.path_graph(["long" * 75, "short"])).html())
    box = "() => { const one = document.querySelector('.scroll'); return one.scrollWidth - one.clientWidth; }"
    assert page.evaluate(box) == 0


def test_without_script_all_is_there_and_no_control_is(view: NetworkView, show: Open) -> None:
    """Where scripts are shut out, picture and table are whole, and no control is shown that does nothing."""
    page = show(view.html(), java_script_enabled=False)
    assert page.page.locator("svg [role=img]:visible").count() == 46
    assert page.page.locator("tbody tr:visible").count() == 46
    assert page.page.locator("form:visible, .keys:visible").count() == 0


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_picture_of_its_own_is_what_it_says(language: str, show: Open) -> None:
    """The file of the picture alone has a name and a description, and lists each node, too."""
    picture = network_view(omsk(), language=language).svg()
    page = show(f"<!DOCTYPE html><html lang={language}><title>x</title>{picture}")
    (graphic,) = [node for node in page.tree() if role(node) == "group" and name(node)]
    assert name(graphic) == {"en": "Network: ", "ru": "Сеть: "}[language] + omsk().name
    assert sum(role(node) == "image" for node in page.tree()) == 46
