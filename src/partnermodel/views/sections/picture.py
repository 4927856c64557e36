"""The organisations and their ties as a picture, with a table of the same content."""

from __future__ import annotations

from partnermodel.analysis.network import Network
from partnermodel.views.markup import Markup
from partnermodel.views.network.view import NetworkView, network_view
from partnermodel.views.sections.section import Section
from partnermodel.views.words import Words

PREFIX = "picture"
"""What the ids in the picture begin with."""

ORGANISATIONS_AT_MOST = 300
"""So many organisations a page has room for one by one; of more it shows groups."""

TIES_AT_MOST = 1000
"""So many of their ties it has room for."""


def picture(words: Words) -> Section:
    """Return the section that shows the network: the view of it, with its style and its script."""
    parts = _view(words).parts(prefix=PREFIX)
    title, body = words.label("picture-title"), Markup(parts.body)
    # A page on which there is nothing to walk through has no script.
    return Section("network", title, body, parts.style, parts.script if words.model.organisations else "")


def _view(words: Words) -> NetworkView:
    model, language = words.model, words.language
    network = model.once(Network).graph
    if len(network) <= ORGANISATIONS_AT_MOST and network.number_of_edges() <= TIES_AT_MOST:
        return network_view(network, vocabulary=model.vocabulary, language=language)
    kinds = any(organisation.kind is not None for organisation in model.organisations.values())
    by = "sector" if kinds else "community"
    return network_view(network, by=by, vocabulary=model.vocabulary, language=language)
