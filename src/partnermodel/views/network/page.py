"""The page around a picture: what it is of in sentences, the legend, the controls, and the table."""

from __future__ import annotations

from html import escape

import attrs

from partnermodel.language.speech import Speech
from partnermodel.values.table import Phrase
from partnermodel.views.network.contents import Contents
from partnermodel.views.network.controls import controls
from partnermodel.views.network.drawing import Drawing
from partnermodel.views.network.legend import legend_entries, legend_html
from partnermodel.views.network.scene import Scene
from partnermodel.views.network.script import script
from partnermodel.views.network.style import PAGE_STYLE, PICTURE_STYLE, VIEW_STYLE
from partnermodel.views.network.tabling import table_html
from partnermodel.views.style import policy

_MOST_NAMES = 3


@attrs.frozen
class Parts:
    """What another page needs to hold a view of a network.

    Attributes:
        body: The markup, in one element.
        style: The style sheet; it touches nothing outside of that element.
        script: The script; without it the picture and the table can still be read.
    """

    body: str
    style: str
    script: str


def sentences(contents: Contents, words: Speech) -> list[str]:
    """Return what the picture shows, in sentences: how much there is, of what, and who has most ties."""
    nodes, ties = contents.nodes, contents.ties
    if not nodes:
        return [*contents.notes, words.say("network-empty")]
    told = "network-told-groups" if any(node.size > 1 for node in nodes) else "network-told"
    found = [*contents.notes, words.say(told, nodes=len(nodes), ties=len(ties))]
    most = max(node.ties for node in nodes)
    names = [node.name for node in nodes if node.ties == most]
    if most and len(names) == 1:
        found.append(words.say("network-most", count=most, name=names[0]))
    elif most and len(names) <= _MOST_NAMES:
        found.append(words.say("network-most-several", count=most, names=names))
    alone = sum(not node.ties for node in nodes)
    if alone:
        found.append(words.say("network-isolates", count=alone))
    groups = max(node.community for node in nodes)
    if groups:
        found.append(words.say("network-communities", count=groups))
    return found


def title_of(contents: Contents, words: Speech) -> str:
    """Return what the picture is called."""
    name = contents.name.text
    return words.say("network-of", name=name) if name else words.say("network-plain")


def parts(scene: Scene, contents: Contents, words: Speech, *, prefix: str) -> Parts:
    """Return the view as parts of another page.

    Args:
        scene: The picture.
        contents: What is in it.
        words: The library speaking.
        prefix: What the ids in it begin with; no other view of the page may have the same.
    """
    style = PICTURE_STYLE + VIEW_STYLE
    body = _view(scene, contents, words, prefix)
    return Parts(f'<div class="nv" lang="{words.language}">{body}</div>', style, script())


def page(scene: Scene, contents: Contents, words: Speech, *, prefix: str) -> str:
    """Return a page that has nothing but the view in it, and that asks no network."""
    style, code = PICTURE_STYLE + VIEW_STYLE + PAGE_STYLE, script()
    name = contents.name
    title = escape(title_of(contents, words))
    heading = f'<bdi lang="{_tag(name)}">{escape(name.text)}</bdi>' if name.text else title
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy(style, code)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>"
        f'<style>{style}</style></head>\n<body class="nv"><header><h1>{heading}</h1></header>'
        f"{_links(contents, words, prefix)}<main>{_view(scene, contents, words, prefix)}</main>"
        f"<footer><p>{escape(words.say('network-made'))}</footer>\n<script>{code}</script></body></html>\n"
    )


def _tag(phrase: Phrase) -> str:
    return "" if phrase.language == "und" else escape(phrase.language)


def _links(contents: Contents, words: Speech, prefix: str) -> str:
    """Return the links past the head of the page, to the picture and to the table."""
    if not contents.nodes:
        return ""
    links = " ".join(
        f'<a href="#{prefix}{target}">{escape(words.say(key))}</a>'
        for target, key in (("v", "network-picture"), ("c", "network-table"))
    )
    return f'<nav class="screen-only" aria-label="{escape(words.say("network-links"))}">{links}</nav>'


def _view(scene: Scene, contents: Contents, words: Speech, prefix: str) -> str:
    told = escape(" ".join(sentences(contents, words)))
    if not contents.nodes:
        return f"<p>{told}</p>"
    arrows = any(lines.arrow is not None for lines in scene.lines)
    key = legend_html(
        legend_entries(contents, words), prefix, arrow=words.say("network-arrow") if arrows else ""
    )
    label = escape(words.say("network-picture"))
    drawn = Drawing(scene, contents, words, prefix).picture()
    named = f'aria-label="{label}" aria-describedby="{prefix}k"'
    return (
        f"<p>{told}</p>{controls(contents, words, prefix=prefix)}{_live(contents, words)}"
        f'<div class="view" id="{prefix}v" role="group" tabindex="0" {named}>'
        f"{drawn}</div>{key}"
        f'<p class="keys screen-only" id="{prefix}k" hidden>{escape(words.say("network-keys"))}</p>'
        f'<div class="scroll" role="region" tabindex="0" aria-labelledby="{prefix}c">'
        f"{table_html(contents, words, label=f'{prefix}c')}</div>"
    )


def _live(contents: Contents, words: Speech) -> str:
    """Return the line that says what happens, with the sentences that the script fills."""
    gaps = {name: f"{{{name}}}" for name in ("title", "community", "place", "name", "count", "nodes", "ties")}
    gaps |= {"allnodes": words.number(len(contents.nodes)), "allties": words.number(len(contents.ties))}
    texts = "".join(
        f' data-{key}="{escape(words.say(f"network-{key}", **gaps))}"'
        for key in ("left", "found", "none", "here", "place", "enter", "alone", "back")
    )
    return f'<p class="live screen-only" role="status"{texts}></p>'
