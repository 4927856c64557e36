"""The page: small, whole without script, and shut to everything else."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from examples.omsk import omsk
from tests.browser.untrusted import survived
from tests.views.network.reading_back import Cells

from partnermodel import NetworkView, network_view, organisation_network
from partnermodel.language.speech import TONGUES
from partnermodel.views.network.script import script

LANGUAGES = tuple(TONGUES)


def grown(nodes: int, ties: int) -> nx.MultiDiGraph[str]:
    """Return a graph with Russian names in which few have many ties and most have few."""
    import random

    draw = random.Random(1)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(name="Область")
    for number in range(nodes):
        kind = draw.choice(("school", "employer", "university", "vocational-college"))
        name = f"{draw.choice(('Средняя школа', 'Колледж', 'Учебный центр'))} № {number}, Омск"
        graph.add_node(f"n{number}", type="organisation", kind=kind, name=name, status="exists")
    for number in range(ties):
        ends = f"n{int(nodes * draw.random() ** 2)}", f"n{draw.randrange(nodes)}"
        kind = draw.choice(("funds", "partners-with", "cooperates-with"))
        graph.add_edge(*ends, key=str(number), kind=kind, status=draw.choice(("active", "discussed")))
    return graph


@pytest.mark.parametrize(("nodes", "ties", "most"), [(25, 40, 30_000), (1000, 3000, 500_000)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_is_small(nodes: int, ties: int, most: int, language: str) -> None:
    """25 nodes take at most 30 kB, 1000 nodes with 3000 ties at most 500 kB, names in Cyrillic letters."""
    assert len(network_view(grown(nodes, ties), language=language).html().encode()) <= most


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_policy_lets_in_what_is_on_the_page_and_nothing_else(language: str) -> None:
    """The one style and the one script are those whose digests the policy holds; all else is shut out."""
    page = network_view(omsk(), language=language).html()
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    digests = {
        kind: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        for kind in ("style", "script")
        for text in re.findall(rf"<{kind}>(.*?)</{kind}>", page, re.DOTALL)
    }
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digests['style']}'; "
        f"script-src 'sha256-{digests['script']}'; base-uri 'none'; form-action 'none'"
    )
    assert (page.count("<style"), page.count("<script")) == (1, 1)
    assert not re.findall(r'\s(?:style|on\w+)="', page)


def test_the_script_can_be_read_at_one_go() -> None:
    """The script has about a hundred lines, makes no markup of texts, and asks for nothing."""
    assert len(script().splitlines()) <= 120
    for word in ("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval", "Function(", "fetch",
                 "XMLHttp", "import(", "location", "cookie", "storage", "setTimeout"):  # fmt: skip
        assert word not in script()


def test_what_needs_the_script_is_hidden_until_it_runs() -> None:
    """Without script there are the sentences, the legend, the picture and the table, and no dead control."""
    page = network_view(omsk()).html()
    hidden = re.findall(r"<(form|p) class=\"[^\"]*screen-only\"[^>]* hidden", page)
    assert hidden == ["form", "p"]
    assert "<button" not in re.sub(r"<form.*?</form>", "", page, flags=re.DOTALL)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_view_can_stand_in_another_page(language: str) -> None:
    """Its parts have one element, a style that is of it alone, and ids of a prefix of their own."""
    view = network_view(omsk(), language=language)
    parts = view.parts(prefix="second")
    assert parts.body.startswith(f'<div class="nv" lang="{language}">')
    assert all(id.startswith("second") for id in re.findall(r'\sid="([^"]*)"', parts.body))
    rules = re.sub(r"@media[^{]*\{", "", parts.style)
    assert all(
        one.strip().startswith(".nv") for rule in re.findall(r"([^{}]+)\{", rules) for one in rule.split(",")
    )
    assert parts.script == script()
    assert Cells(parts.body).rows == Cells(view.html()).rows
    with pytest.raises(ValueError, match=r'^a prefix of ids is made of the letters a to z, not "a b"$'):
        view.parts(prefix="a b")


def test_many_ties_are_told_once() -> None:
    """Where the table would be very long, each tie stands at one of its ends, and the table says so."""
    view = network_view(grown(1000, 3000))
    assert sum(str(row[-1]).count("Омск") for row in view.table().rows) == 3000
    assert view.table().notes[0].startswith("Since there are many ties, each stands once")
    assert network_view(omsk()).table().notes == ()


@pytest.mark.parametrize("ending", [".html", ".HTM", ".svg"])
def test_it_is_saved_by_the_ending_of_the_name(ending: str, tmp_path: Path) -> None:
    """A page or a picture is written, by the ending, and nothing besides."""
    view, path = network_view(omsk()), tmp_path / f"network{ending}"
    view.save(path)
    assert path.read_text(encoding="utf-8") == (view.svg() if ending == ".svg" else view.html())
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(ValueError, match=r'^a view is saved as \.html or \.svg, not as "network\.png"$'):
        view.save(tmp_path / "network.png")


def bundle(view: NetworkView) -> dict[str, str]:
    """Return what a notebook takes."""
    return view._repr_mimebundle_()


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_untrusted_notebook_shows_the_picture_and_the_table(language: str) -> None:
    """Of what a notebook is given, an untrusted one keeps the image with its text, and the whole table."""
    view = network_view(organisation_network(omsk()), language=language)
    shown = bundle(view)["text/html"]
    left = survived(shown)
    (alt,) = re.findall(r'<img alt="([^"]*)"', left)
    assert view.description() in alt.replace("&quot;", '"')
    (data,) = re.findall(r'src="data:image/svg\+xml;base64,([^"]*)"', left)
    assert base64.b64decode(data).decode() == view.svg()
    assert Cells(left).rows == Cells(shown).rows
    assert bundle(view)["text/plain"] == str(view)
    assert str(view).endswith(str(view.table()))


def test_nothing_can_be_shown_of_nothing() -> None:
    """Of an empty graph the page says that there is nothing, in a notebook too."""
    view = network_view(nx.Graph())
    assert "There is nothing to show: the network has no nodes." in view.html()
    assert "<img" not in bundle(view)["text/html"]


def test_the_bytes_do_not_depend_on_the_run() -> None:
    """Whatever the seed of hashes, the same model gives the same page and the same picture."""
    program = (
        "import hashlib\nfrom examples.omsk import omsk\nfrom partnermodel import network_view\n"
        "view = network_view(omsk())\n"
        "print(hashlib.sha256((view.html() + view.svg()).encode()).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            env=os.environ | {"PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(found) == 1
