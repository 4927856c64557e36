"""The pieces of a page: what is no HTML of ours is escaped, whatever is done with it."""

from __future__ import annotations

import base64
import hashlib
import html as standard
import re
from itertools import product

import pytest
from hypothesis import given
from tests.strategies import lines

from partnermodel import Phrase, report
from partnermodel.model.model import PartnerModel
from partnermodel.views.markup import Markup, bullets, code, element, fragment, html, joined, link
from partnermodel.views.page import page
from partnermodel.views.sections.section import Section
from partnermodel.views.style import STYLE, policy
from partnermodel.views.tables import table
from partnermodel.views.words import Words


@given(lines(), lines())
def test_text_is_escaped_wherever_it_stands(text: str, other: str) -> None:
    """A text in an element, an attribute, a phrase or a list is the same text after it is read back."""
    for made in (
        element("p", text),
        element("p", joined([text])),
        element("p", Phrase(text, "ru")),
        bullets([text]),
        code(text),
    ):
        assert standard.unescape(re.sub(r"<[^>]*>", "", made)) == text
    attribute = element("p", title=text)
    assert standard.unescape(attribute.removeprefix('<p title="').removesuffix('"></p>')) == text
    assert standard.unescape(joined([text, other], "; ")) == f"{text}; {other}"


def test_markup_that_is_added_to_is_text_again() -> None:
    """Only whole pieces of HTML pass unescaped: joined by hand to anything, they are text, and show it."""
    assert html(Markup("<b>") + "x") == "&lt;b&gt;x"
    assert html(f"{Markup('<b>')}") == "&lt;b&gt;"
    assert html(Markup("<b>")) == "<b>"


def test_an_attribute_that_is_none_is_left_out() -> None:
    """`None` means that there is no such attribute, not that its value is "None"."""
    assert element("p", class_=None, id="x") == '<p id="x"></p>'


@given(lines())
def test_a_link_leads_to_the_id_that_it_was_made_of(id: str) -> None:
    """What stands in the address, read back as a browser does, is the id."""
    from urllib.parse import unquote

    written = fragment(id)
    assert unquote(written) == id
    assert not set(written) & set(' "#<>[\\]^`{|}')
    assert standard.unescape(link(id, "x")) == f'<a href="#{written}">x</a>'


def test_every_row_has_as_many_ids_as_are_given() -> None:
    """Ids of rows are one for each row, or there are none at all."""
    assert 'id="a"' in table("t", "T", ["x"], [["1"]], row_ids=["a"])
    with pytest.raises(ValueError, match="argument 2 is shorter"):
        table("t", "T", ["x"], [["1"], ["2"]], row_ids=["a"])


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def test_the_policy_allows_this_style_sheet_and_nothing_else() -> None:
    """The page may use what the hash is of; it may load, run, frame and submit nothing."""
    assert policy(STYLE) == (
        f"default-src 'none'; style-src 'sha256-{_digest(STYLE)}'; base-uri 'none'; form-action 'none'"
    )
    source = report(PartnerModel("Empty"))
    (style,) = re.findall(r"<style>(.*?)</style>", source, re.DOTALL)
    assert style.startswith(STYLE)  # after it comes that of the picture
    assert standard.escape(policy(style)) in source
    assert "<script" not in source
    assert not re.search(r"url\(|@import|expression|</", STYLE)


def test_a_section_may_bring_a_style_and_a_script_and_the_policy_names_both() -> None:
    """What a section needs is in the one style sheet and the one script, and their hashes in the policy."""
    picture = Section("picture", "Picture", Markup("<p>A</p>"), style=".dot { r: 1 }", script="let a = 1;")
    source = page(Words(PartnerModel("Town")), [picture, picture])
    style, script = f"{STYLE}.dot {{ r: 1 }}.dot {{ r: 1 }}", "let a = 1;let a = 1;"
    assert f"<style>{style}</style>" in source
    assert source.endswith(f"<script>{script}</script></body></html>\n")
    allowed = policy(style, script)
    assert standard.escape(allowed) in source
    assert allowed == (
        f"default-src 'none'; style-src 'sha256-{_digest(style)}'; script-src 'sha256-{_digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    assert "has no script" not in source


def _contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
        linear = [
            value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels
        ]
        return sum(weight * value for weight, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_text_can_be_told_from_its_ground(scheme: int) -> None:
    """In both schemes every colour of text has at least 4.5 to 1 on every ground (WCAG 2.2, AA)."""
    root = STYLE.split(":root {")[1 + scheme].split("}")[0]
    colours = dict(re.findall(r"--(\w+): (#[0-9a-f]{6});", root))
    pairs = product(("ink", "soft", "accent", "empty"), ("paper", "shade", "mark"))
    assert all(_contrast(colours[text], colours[ground]) >= 4.5 for text, ground in pairs)
    assert _contrast(colours["accent"], colours["paper"]) >= 3  # the ring of the focus
