"""What a description of a network tells, heading by heading, whatever the language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from typing import Any

from partnermodel.analysis.figures import Figures, figures
from partnermodel.analysis.network import Network
from partnermodel.analysis.resilience.brokers import Brokers, brokers
from partnermodel.language.speech import Speech
from partnermodel.model.days import Once
from partnermodel.model.entities import Document, Entity
from partnermodel.model.model import PartnerModel
from partnermodel.queries.doubts import self_reported
from partnermodel.queries.timelines import timeline
from partnermodel.values.table import Cell, Phrase
from partnermodel.views.facts import holdings, tallies
from partnermodel.views.naming import name_in

Sentence = tuple[Cell, ...]

NAMED_AT_MOST = 5
"""So many names a sentence holds; of more, the first are told, and how many there are."""


class Telling:
    """One model and one language.

    Args:
        model: The model.
        words: The library speaking the language.
        progress: Is told what share of the figures is worked out.
    """

    def __init__(
        self, model: PartnerModel, words: Speech, progress: Callable[[float], None] | None = None
    ) -> None:
        self.model, self.words = model, words
        self.network = model.once(Network)
        self.figures: Figures = figures(model, progress=progress)

    @cached_property
    def brokers(self) -> Brokers:
        """Who joins what would fall apart, and the ties that do; without who only lies between others."""
        return brokers(self.model, between=False)

    def say(self, key: str, **values: Any) -> Sentence:
        """Return a sentence."""
        return self.words.parts(key, **values)

    def value(self, code: str) -> float | None:
        """Return the value of a figure."""
        return self.figures[code].value

    def name(self, entity: Entity) -> Phrase:
        """Return the name of an entity in the language of the sentences, or else its plain name."""
        return name_in(self.model, entity, self.words.language)

    def named(self, key: str, ids: Iterable[str]) -> Sentence:
        """Return a sentence that names records; of many, it names the first and says how many there are."""
        found = [self.name(self.model.entity(id)) for id in ids]
        if len(found) > NAMED_AT_MOST:
            key += "-many"
        return self.say(key, count=len(found), names=found[:NAMED_AT_MOST])


def _what(tell: Telling) -> Iterator[Sentence]:
    yield tell.say("what-model", name=Phrase(tell.model.name, tell.model.language))
    yield tell.say("what-nodes")
    yield tell.say("what-ties")
    yield tell.say("what-direction")
    listed = {edge["statuses"] for *_, edge in tell.network.graph.edges(data=True)}
    if statuses := sorted({status for some in listed for status in some.split()}):
        label = tell.model.vocabulary.label
        named = [label("status", status, tell.words.language) for status in statuses]
        yield tell.say("what-statuses", statuses=named)


def _sources(tell: Telling) -> Iterator[Sentence]:
    model = tell.model
    records = [one for one in model.values() if not isinstance(one, Document)]
    documents = tuple(model.documents.values())
    if not documents:
        yield tell.say("sources-none")
        return
    if len(documents) == 1:
        yield tell.say("sources-one", document=tell.name(documents[0]))
    else:
        yield tell.say("sources-many", documents=len(documents))
    if records:
        cited = sum(bool(one.evidence) for one in records)
        yield tell.say("sources-share", cited=cited, records=len(records))
    own = {id for issue in self_reported(model) for id in issue.records[1:]}
    if own:
        yield tell.say("sources-self", count=len(own))


def _period(tell: Telling) -> Iterator[Sentence]:
    line = tell.model.once(timeline)
    if not line.items:
        yield tell.say("period-none")
    elif line.items[0].date == line.items[-1].date:
        yield tell.say("period-one", date=tell.words.date(line.items[0].date))
    else:
        first, last = (tell.words.date(item.date) for item in (line.items[0], line.items[-1]))
        yield tell.say("period-span", first=first, last=last)
    if line.undated and line.items:
        yield tell.say("period-undated", count=len(line.undated))


def _size(tell: Telling) -> Iterator[Sentence]:
    graph = tell.network.graph
    ties = graph.number_of_edges()
    yield tell.say("size-nodes", organisations=len(graph), ties=ties)
    if ties:
        ways = Counter((edge["direct"] > 0, edge["shared"] > 0) for *_, edge in graph.edges(data=True))
        counts = {"direct": (True, False), "shared": (False, True), "both": (True, True)}
        yield tell.say("size-ways", **{name: ways[way] for name, way in counts.items()})
    rest = [
        tell.words.counted(number, type)
        for type, number in holdings(tell.model).items()
        if type not in ("organisation", "relation")
    ]
    if rest:
        yield tell.say("size-rest", things=rest)


def _structure(tell: Telling) -> Iterator[Sentence]:
    network = tell.network
    if not network.graph:
        yield tell.say("structure-empty")
        return
    if len(network.graph) == 1:
        return
    if len(network.parts) == 1:
        yield tell.say("structure-one")
    else:
        yield tell.say("structure-parts", parts=len(network.parts), largest=len(network.parts[0]))
    if network.isolates:
        yield tell.named("structure-isolates", network.isolates)
    yield tell.say("structure-density", share=tell.value("density"))
    if not network.graph.number_of_edges():
        return
    if network.distances is not None:
        distances = network.distances
        yield tell.say("structure-distance", mean=distances.mean, longest=distances.diameter)
    if (transitivity := tell.value("transitivity")) is not None:
        yield tell.say("structure-transitivity", share=transitivity)
    if (centralisation := tell.value("degree-centralisation")) is not None:
        yield tell.say("structure-centralisation", share=centralisation)
    if (modularity := tell.value("modularity")) is not None:
        count, isolates = int(tell.value("communities") or 0), len(network.isolates)
        key = "structure-communities-isolates" if isolates else "structure-communities"
        yield tell.say(key, count=count, isolates=isolates, modularity=modularity)
    shares = {"active": tell.value("active-ties"), "discussed": tell.value("only-discussed")}
    yield tell.say("structure-active", **shares)


def _brokers(tell: Telling) -> Iterator[Sentence]:
    organisations = tell.model.organisations
    if not tell.network.graph.number_of_edges():
        return
    active = tell.model.codes("status", "active")
    is_active: Once[str, bool] = Once(lambda statuses: not active.isdisjoint(statuses.split()))
    partners: Counter[str] = Counter()
    for one, other, edge in tell.network.graph.edges(data=True):
        if is_active[edge["statuses"]]:
            partners[one] += 1
            partners[other] += 1
    if not partners:
        yield tell.say("brokers-none")
        return
    yield tell.say("brokers-basis")
    most = max(partners.values())
    first = sorted(id for id, count in partners.items() if count == most)
    if len(first) == 1:
        yield tell.say("brokers-most", count=most, name=tell.name(organisations[first[0]]))
    elif len(first) <= NAMED_AT_MOST:
        names = [tell.name(organisations[id]) for id in first]
        yield tell.say("brokers-most-several", count=most, names=names)
    found = tell.brokers
    if cut_points := sorted(broker.organisation for broker in found if broker.cuts):
        yield tell.named("brokers-cut" if len(cut_points) == 1 else "brokers-cut-several", cut_points)
    else:
        yield tell.say("brokers-no-cut")
    if found.bridges:
        yield tell.say("brokers-bridges", count=len(found.bridges))


def _gaps(tell: Telling) -> Iterator[Sentence]:
    matrix = tell.network.coverage
    groups = [id for id in matrix.axes[0] if id is not None]
    if not groups:
        yield tell.say("gaps-none-asked")
        return
    gaps = tell.value("gaps")
    if gaps is None:
        yield tell.say("gaps-places")
    else:
        filled = sum(None not in cell for cell in matrix.counts)
        yield tell.say("gaps-share", filled=filled, cells=filled + int(gaps))
    served = {cell[0] for cell in matrix.counts}
    unserved = [id for id in groups if id not in served]
    if unserved:
        yield tell.named("gaps-groups", unserved)
    elif gaps is None:
        yield tell.say("gaps-groups-none")
    if unserved or gaps:
        yield tell.say("gaps-knowledge")


def _unknown(tell: Telling) -> Iterator[Sentence]:
    organisations = tell.model.organisations.values()
    counts = {
        "sets": sum(one.collective for one in organisations),
        "counts": sum(tally.missing > 0 for tally in tallies(tell.model)),
        "status": int(tell.value("status-unknown") or 0),
        "kind": sum(one.kind is None for one in organisations),
    }
    for name, count in counts.items():
        if count:
            yield tell.say(f"unknown-{name}", count=count)
    if not any(counts.values()):
        yield tell.say("unknown-nothing")


HEADINGS: dict[str, Callable[[Telling], Iterator[Sentence]]] = {
    "what": _what,
    "sources": _sources,
    "period": _period,
    "size": _size,
    "structure": _structure,
    "brokers": _brokers,
    "gaps": _gaps,
    "unknown": _unknown,
}
"""What is told under each heading, in the order of the headings."""
