"""The organisations and their ties as a picture, with a table of the same content."""

from __future__ import annotations

from partnermodel.analysis.network import Network
from partnermodel.views.markup import Markup
from partnermodel.views.network.view import network_view
from partnermodel.views.sections.section import Section
from partnermodel.views.words import Words

PREFIX = "picture"
"""What the ids in the picture begin with."""


def picture(words: Words) -> Section:
    """Return the section that shows the network: the view of it, with its style and its script."""
    model = words.model
    network = model.once(Network).graph
    view = network_view(network, vocabulary=model.vocabulary, language=words.language)
    parts = view.parts(prefix=PREFIX)
    title, body = words.label("picture-title"), Markup(parts.body)
    # A page on which there is nothing to walk through has no script.
    return Section("network", title, body, parts.style, parts.script if model.organisations else "")
