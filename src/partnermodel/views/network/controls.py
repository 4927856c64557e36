"""The search and the filters above a picture: hidden until the script that serves them is there."""

from __future__ import annotations

from html import escape

from partnermodel.language.speech import Speech
from partnermodel.views.network.contents import Contents
from partnermodel.views.network.legend import type_name
from partnermodel.views.network.shapes import NUMBER_OF


def controls(contents: Contents, words: Speech, *, prefix: str) -> str:
    """Return the controls that make sense for some contents.

    Args:
        contents: What is in the picture.
        words: The library speaking.
        prefix: What the ids of the shapes begin with.
    """
    parts = [_labelled(words.say("network-search"), '<input type="search" name="search">')]
    kinds = _kinds(contents)
    if sum(map(len, kinds.values())) > 1:
        groups = "".join(_group(type, names, words, prefix) for type, names in kinds.items())
        parts.append(_select("kind", groups, words))
    if len(contents.statuses) > 1:
        parts.append(_select("status", "".join(map(_option, contents.statuses)), words))
    spans = [node.years for node in contents.nodes] + [tie.years for tie in contents.ties]
    years = [year for span in spans for year in span]
    dated = sorted(year for year in years if year)
    if dated:
        box = f'<input type="number" name="year" min="{dated[0]}" max="{dated[-1]}">'
        parts.append(_labelled(f"{words.say('network-year')} ({dated[0]}–{dated[-1]})", box))
    buttons = "".join(
        f'<button type="button" name="{name}">{escape(words.say(f"network-{name}"))}</button> '
        for name in ("smaller", "larger", "everything")
    )
    label = escape(words.say("network-controls"))
    inside = f"{''.join(parts)}<span>{buttons}</span>"
    return f'<form class="screen-only" hidden aria-label="{label}">{inside}</form>'


def _kinds(contents: Contents) -> dict[str, list[str]]:
    """Return the kinds that occur, type by type."""
    found: dict[str, dict[str, None]] = {}
    for node in contents.nodes:
        found.setdefault(node.type, {})[node.kind] = None
    return {type: sorted(kinds) for type, kinds in found.items()}


def _group(type: str, kinds: list[str], words: Speech, prefix: str) -> str:
    name = type_name(type, words)
    any_kind = escape(f"{name}: {words.say('network-any')}")
    everything = f'<option value="#{prefix}{NUMBER_OF[type]}">{any_kind}'
    if len(kinds) == 1:
        return _option(kinds[0])
    return f'<optgroup label="{escape(name)}">{everything}{"".join(map(_option, kinds))}</optgroup>'


def _select(name: str, options: str, words: Speech) -> str:
    label = words.say(f"network-{name}")
    everything = f'<option value="">{escape(words.say("network-any"))}'
    return _labelled(label[:1].upper() + label[1:], f'<select name="{name}">{everything}{options}</select>')


def _labelled(label: str, control: str) -> str:
    return f"<label>{escape(label)}{control}</label>"


def _option(text: str) -> str:
    # What has no value of its own is read without its spaces.
    value = "" if text == " ".join(text.split()) else f' value="{escape(text)}"'
    return f"<option{value}>{escape(text)}"
