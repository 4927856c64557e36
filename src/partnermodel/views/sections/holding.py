"""Who the network depends on: which organisations and which ties others need to reach each other."""

from __future__ import annotations

from collections.abc import Iterable

from partnermodel.analysis.network import LARGE
from partnermodel.analysis.resilience.brokers import Bridge, Broker, brokers
from partnermodel.views.markup import Content, joined, paragraph
from partnermodel.views.room import first
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.telling import Telling
from partnermodel.views.words import Words

_NAMED = 5
"""So many are named in a cell; of more, the first, and how many there are."""


def holding(words: Words, telling: Telling) -> Section:
    """Return the section on brokers and bridges.

    Args:
        words: The words of the page.
        telling: The network, and its figures.
    """
    id, title = "brokers", words.label("holding-title")
    small = len(words.model.organisations) <= LARGE
    found = brokers(words.model) if small else telling.brokers
    if not found and not found.bridges:
        return section(id, title, paragraph(words.say("holding-none")))
    parts: list[Content] = [paragraph(words.say("holding-lead"))]
    if found:
        shown, more = words.room.first(found)
        heads = ["organisation", "partners", "pairs", "cut-off", *(["betweenness"] if small else [])]
        parts += [
            table(
                "holding",
                words.label("holding-caption"),
                words.heads(*(f"holding-{head}" for head in heads)),
                [_broker(words, one) for one in shown],
            ),
            words.rest(more),
        ]
    if found.bridges:
        bridges, more = words.room.first(sorted(found.bridges, key=lambda one: -len(one.cut_off)))
        parts += [
            table(
                "bridges",
                words.label("bridges-caption"),
                words.heads("bridges-tie", "bridges-cut-off", "bridges-through"),
                [_bridge(words, one) for one in bridges],
            ),
            words.rest(more),
        ]
    return section(id, title, *parts)


def _broker(words: Words, broker: Broker) -> list[Content]:
    row: list[Content] = [
        words.link(broker.organisation),
        words.speech.number(len(broker.partners)),
        words.speech.number(broker.pairs),
        _cut_off(words, [id for part in broker.cut_off for id in part]),
    ]
    if broker.betweenness is not None:
        row.append(words.speech.percent(broker.betweenness))
    return row


def _bridge(words: Words, bridge: Bridge) -> tuple[Content, ...]:
    ends = joined([words.link(bridge.first), " – ", words.link(bridge.second)])
    return ends, _cut_off(words, bridge.cut_off), words.links(bridge.through, _NAMED)


def _cut_off(words: Words, ids: Iterable[str]) -> Content:
    shown, more = first(ids, _NAMED)
    if not shown:
        return words.label("holding-nobody")
    return words.listed_at_most([words.link(id) for id in shown], more)
