"""From a graph to what people see of it: names, kinds and statuses in words, ties seen from both ends."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from partnermodel.graph.measures import communities
from partnermodel.graph.projections.naming import edges_of
from partnermodel.language.speech import Speech
from partnermodel.values.table import Phrase
from partnermodel.values.text import fallbacks
from partnermodel.views.appearance import LOOKS, STAGES, stage_of
from partnermodel.views.facts import AHEAD_TO_OVER
from partnermodel.views.network.contents import ALWAYS, Contents, Node, Tie, Years
from partnermodel.views.node_rows import attribute_of, node_rows
from partnermodel.vocabulary.vocabulary import Vocabulary

# What XML does not allow, what breaks a line, and what turns the direction of all that follows.
_UNFIT = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")
_TYPES = {type: place for place, type in enumerate(LOOKS)}
_STATUSES = {status: place for place, status in enumerate(AHEAD_TO_OVER)}


def fit(text: object) -> str:
    r"""Return a text that may stand in a page and a picture, whoever wrote it; nothing else is changed.

    Example:
        >>> fit("Омск\n\u202e!")
        'Омск �!'
    """
    return _UNFIT.sub(lambda found: " " if found[0] in "\t\n\r" else "\ufffd", str(text))


@attrs.frozen
class Reader:
    """What it takes to put a graph into words.

    Attributes:
        words: The library speaking the language of the reader.
        vocabulary: What the codes mean.
        plain: The language of the plain names, or `und`.
        clean: Makes a text of anybody fit to be shown.
    """

    words: Speech
    vocabulary: Vocabulary
    plain: str = "und"
    clean: Callable[[object], str] = fit

    def name(self, node: object, held: Mapping[str, Any]) -> Phrase:
        """Return the name of a node, in the language of the reader if it has one in it."""
        tags = tuple(fallbacks(self.words.language))
        plain = attribute_of(held, "name")
        found, language = plain or attribute_of(held, "label") or node, self.plain
        if not plain or self.plain not in tags:
            for tag in reversed(tags):
                if name := attribute_of(held, f"name_{tag}"):
                    found, language = name, tag
        return Phrase(self.clean(found).strip() or "–", language)

    def type(self, type: str) -> str:
        """Return what a type of record is called."""
        known = type in LOOKS
        return self.words.tongue.nouns[type][0] if known else self.words.say("network-other")

    def kind(self, type: str, kind: str | None) -> str:
        """Return what sort of thing a node is: its kind, or else its type."""
        if kind is None:
            return self.type(type)
        return self.clean(self.vocabulary.label(type, kind, self.words.language))

    def status(self, status: str) -> str:
        """Return how far something has come, in words."""
        return self.clean(self.vocabulary.label("status", status, self.words.language)) if status else ""

    def status_of_tie(self, held: Mapping[str, Any]) -> str:
        """Return the status of an edge, or an empty text; of one that joins in several, the furthest ahead.

        Args:
            held: The attributes of the edge, of which `status` and `statuses` are read.

        Example:
            >>> from partnermodel.language.speech import speech
            >>> from partnermodel.vocabulary.vocabulary import STANDARD
            >>> Reader(speech("en"), STANDARD).status_of_tie({"statuses": "discussed active"})
            'active'
        """
        given = attribute_of(held, "status")
        several = [given] if given is not None else (attribute_of(held, "statuses") or "").split()
        return several[0] if len(several) == 1 else min(several, key=self._ahead, default="")

    def _ahead(self, status: str) -> tuple[int, int, str]:
        stage = stage_of(status, self.vocabulary)
        return STAGES.index(stage), _STATUSES.get(status, len(_STATUSES)), status

    def labels(self, kind: str | None, *, directed: bool, weight: int | None = None) -> tuple[str, str, bool]:
        """Return what a tie is called from both its ends, and whether it leads one way only.

        Args:
            kind: The kind of its relation, or None when none is stated.
            directed: Whether ties have a direction in the graph.
            weight: How many it stands for, told where no kind is stated; None when that is not known.
        """
        words = self.words
        if kind is not None:
            term = self.vocabulary.relation(kind)
            forth = self.vocabulary.label("relation", kind, words.language)
            back = self.vocabulary.label("relation", kind, words.language, inverse=True)
            return self.clean(forth), self.clean(back), directed and not (term is not None and term.symmetric)
        many = "" if weight is None or weight == 1 else f" ({words.number(weight)})"
        if not directed:
            return (words.say("network-tied") + many,) * 2 + (False,)
        return words.say("network-to") + many, words.say("network-from") + many, True


def contents_of(
    graph: Any, reader: Reader, *, name: Phrase, notes: Iterable[str] = (), centre: Hashable = None
) -> Contents:
    """Return what people see of a graph.

    Args:
        graph: Any networkx graph; its attributes are read as `to_networkx` writes them.
        reader: Puts it into words.
        name: What the network is of.
        notes: What a reader must know of the choice of nodes.
        centre: The node that the view is centred on.
    """
    kind, status, order = cache(reader.kind), cache(reader.status), cache(reader.words.tongue.order)
    names = {node: reader.name(node, held) for node, held in graph.nodes(data=True)}
    types = {node: str(held.get("type") or "") for node, held in graph.nodes(data=True)}
    kinds = {node: kind(types[node], attribute_of(held, "kind")) for node, held in graph.nodes(data=True)}

    def rank(node: Hashable) -> tuple[object, ...]:
        type = _TYPES.get(types[node], len(_TYPES))
        return type, order(kinds[node]), order(names[node].text), str(node)

    keys = sorted(graph, key=rank)
    place = {node: number for number, node in enumerate(keys)}
    ties = _ties(graph, reader, place, status)
    degree = [0] * len(keys)
    for tie in ties:
        for end in {tie.source, tie.target}:
            degree[end] += 1
    community = _communities(graph)

    def seen(node: Hashable) -> Node:
        held = graph.nodes[node]
        group = held if held.get("members") is not None else {}
        return Node(
            fit(node),
            names[node],
            types[node] if types[node] in LOOKS else "",
            kinds[node],
            status(attribute_of(held, "status") or ""),
            _years(held),
            degree[place[node]],
            community.get(node, 0),
            _whole(group.get("size"), 1),
            _whole(group.get("within"), 0),
        )

    centred = None if centre is None else place[centre]
    told = tuple(dict.fromkeys(map(status, _statuses(graph, reader))))
    rows = node_rows(graph, keys, ((tie.source, tie.target) for tie in ties))
    return Contents(name, tuple(map(seen, keys)), tuple(ties), tuple(keys), rows, tuple(notes), centred, told)


def _statuses(graph: Any, reader: Reader) -> list[str]:
    """Return the statuses of nodes and edges, in the order in which a reader asks for them."""
    found = {attribute_of(held, "status") or "" for _, held in graph.nodes(data=True)}
    found |= {reader.status_of_tie(held) for *_, held in edges_of(graph)}
    return sorted(found - {""}, key=lambda one: (_STATUSES.get(one, len(_STATUSES)), one))


def _ties(graph: Any, reader: Reader, place: Mapping[Hashable, int], status: Any) -> list[Tie]:
    @cache
    def labels(kind: str | None, weight: int | None) -> tuple[str, str, bool]:
        return reader.labels(kind, directed=directed, weight=weight)

    @cache
    def stage(status: str) -> str:
        return stage_of(status or None, reader.vocabulary).name if stated else ""

    directed = graph.is_directed()
    # Where nobody says how far any tie is, a line is a line.
    stated = any(reader.status_of_tie(held) for _, _, _, held in edges_of(graph))
    found = []
    for source, target, _, held in edges_of(graph):
        code = reader.status_of_tie(held)
        weight = held.get("weight")
        weight = weight if isinstance(weight, int) and weight > 0 else None
        label, inverse, arrow = labels(attribute_of(held, "kind"), weight)
        ends = place[source], place[target]
        if not directed and ends[0] > ends[1]:
            ends = ends[1], ends[0]
        one = Tie(*ends, label, inverse, status(code), stage(code), _years(held), arrow, weight or 1)
        found.append(one)
    return sorted(found, key=lambda tie: (tie.source, tie.target, tie.label, tie.status, tie.years))


def _years(held: Mapping[str, Any]) -> Years:
    start, end = str(held.get("start") or "")[:4], str(held.get("end") or "")[:4]
    if not start and not end:
        return ALWAYS
    years = (start, end)
    return years if all(not year or year.isdecimal() for year in years) else ALWAYS


def _whole(value: object, otherwise: int) -> int:
    return value if isinstance(value, int) else otherwise


def _communities(graph: Any) -> dict[Hashable, int]:
    """Return the number of the community of each node that has company in it."""
    if not graph.number_of_edges():
        return {}
    sets = [members for members in communities(graph).sets if len(members) > 1]
    return {node: place for place, members in enumerate(sets, 1) for node in members} if len(sets) > 1 else {}
