"""What is left of each result in a notebook that is not trusted can still be read, by eye and by ear."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

import pytest
from tests.browser.answers import ANSWERS, answers, shown_classes
from tests.browser.pages import MODELS
from tests.browser.untrusted import survived

PLACES = range(len(ANSWERS))
CASES = [(model, place) for model in ("honest", "dense") for place in PLACES]


def source_of(model: str, place: int) -> str:
    """Return the HTML of one of the answers about a model."""
    return ANSWERS[place](MODELS[model]())._repr_html_()


class Told(HTMLParser):
    """What HTML tells: its text, and what says how the text is to be read."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.structure: list[tuple[str, str, str]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that structures, and the attributes that are heard."""
        heard = {name: value or "" for name, value in attrs if name in ("lang", "scope", "alt", "src")}
        self.structure += [(tag, name, value) for name, value in heard.items() if value or name == "alt"]
        if tag in (
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "h2",
            "h3",
            "p",
            "ul",
            "li",
            "img",
        ):
            self.structure.append((tag, "", ""))

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.text += data


@pytest.mark.parametrize(("model", "place"), CASES)
def test_an_untrusted_notebook_shows_the_whole_result(model: str, place: int) -> None:
    """Every word stays, and so do captions, heads of rows and columns, headings and languages."""
    source = source_of(model, place)
    before, after = Told(source), Told(survived(source))
    assert after.text == before.text
    assert after.structure == before.structure


@pytest.mark.parametrize(("model", "place"), CASES)
def test_no_result_needs_what_an_untrusted_notebook_takes_away(model: str, place: int) -> None:
    """A result is made of elements that stay, all of them."""
    source = source_of(model, place)
    tags = set(re.findall(r"<([a-z0-9]+)", source))
    assert tags == set(re.findall(r"<([a-z0-9]+)", survived(source)))


@pytest.mark.parametrize(("model", "place"), CASES)
def test_no_name_is_set_as_a_formula(model: str, place: int) -> None:
    """JupyterLab hands HTML to MathJax, which passes over elements of a class: each result is in one."""
    left = survived(source_of(model, place))
    assert re.fullmatch(r'<div class="mathjax_ignore tex2jax_ignore">.*</div>', left, re.DOTALL)
    depths = accumulate(-1 if tag == "</div>" else 1 for tag in re.findall(r"</?div\b[^>]*>", left))
    assert [place for place, depth in enumerate(depths, 1) if depth == 0] == [
        len(re.findall(r"</?div\b", left))
    ]


def test_every_class_of_result_is_among_them() -> None:
    """The list of answers has an instance of each public class that shows itself in a notebook."""
    assert {name for name, _ in answers(MODELS["honest"]())} == shown_classes()


def test_the_rules_are_those_that_their_source_states() -> None:
    """Elements, attributes, schemes and styles stay or go as they do in JupyterLab, one of each sort."""
    before_and_after = {
        '<img src="data:image/svg+xml;base64,AA" alt="A" onerror="x()">': (
            '<img src="data:image/svg+xml;base64,AA" alt="A" />'
        ),
        '<svg role="img"><title>t</title><text>a</text></svg>': "ta",
        "<style>a{}</style><script>1</script><main>m</main>": "m",
        '<p role="note" aria-label="x" tabindex="0" id="i">x</p>': '<p data-jupyter-id="i">x</p>',
        '<a href="java\tscript:x">a</a>': '<a rel="nofollow">a</a>',
        '<a href="#i" tabindex="0">a</a>': '<a href="#i" tabindex="0" rel="nofollow">a</a>',
        '<bdi lang="">x</bdi><bdi lang="ru">y</bdi>': '<bdi>x</bdi><bdi lang="ru">y</bdi>',
        '<p style="max-width: 100%; color: var(--x)">x</p>': '<p style="max-width:100%">x</p>',
        '<img alt="" src="x"><details open>x</details><p hidden>h</p>': (
            '<img alt="" src="x" /><details open>x</details><p>h</p>'
        ),
    }
    assert {source: survived(source) for source in before_and_after} == before_and_after
    assert unescape(survived("a &lt;script&gt; b")) == "a <script> b"
