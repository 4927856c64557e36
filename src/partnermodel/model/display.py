"""How a model shows itself: as a small table, and in a notebook by type and status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NoReturn

from partnermodel.language.amounts import Number
from partnermodel.language.sayings import Label, Name, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.catalogues import RECORD_TYPES, Catalogues, type_of
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.table import Shown, Table
from partnermodel.vocabulary.vocabulary import Vocabulary

_OF_GRAPHS = frozenset(
    [
        "adj",
        "degree",
        "edges",
        "graph",
        "is_directed",
        "is_multigraph",
        "neighbors",
        "nodes",
        "number_of_edges",
        "number_of_nodes",
    ]
)
"""What networkx, and what takes any graph of it, asks a graph for first."""


class Display(Catalogues, Shown):
    """What a model says of itself to whoever looks at it."""

    __slots__ = ()

    name: str
    language: str
    vocabulary: Vocabulary

    if not TYPE_CHECKING:  # pragma: no branch  (to a type checker, every name would be there)

        def __getattr__(self, name: str) -> NoReturn:
            if name in _OF_GRAPHS:  # whoever asks took the model for a graph
                told = f"a PartnerModel is no graph ({name}): organisation_network and to_networkx make one"
                raise AttributeError(told, name=name, obj=self)
            raise AttributeError(f"a PartnerModel has no attribute {name!r}", name=name, obj=self)

    def table(self, *, language: str = "en") -> Table:
        """Return how many records of each type the model has, as a table.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        counts = Counter(map(type_of, self.values()))
        rows = tuple((saying(f"types-{type}"), Number(counts[type])) for type in RECORD_TYPES if counts[type])
        return Sheet(Name(self.name, self.language), ("type", "records"), rows).table(language)

    def rows(self) -> Rows:
        """Return how many records of each type the model has, for machines."""
        counts = Counter(map(type_of, self.values()))
        columns = Column("type", "text"), Column("records", "integer")
        return typed_rows(columns, ((type, counts[type]) for type in RECORD_TYPES if counts[type]))

    def _repr_html_(self) -> str:
        """Return how many records of each type the model has in each status, for a notebook."""
        counts = Counter((type_of(record), record.status) for record in self.values())
        order = {code: place for place, code in enumerate(self.vocabulary.codes("status"))}
        statuses = sorted(
            {status for _, status in counts}, key=lambda code: (order.get(code, len(order)), code)
        )
        rows = tuple(
            (
                saying(f"types-{type}"),
                Number(sum(counts[type, status] for status in statuses)),
                *(Number(counts[type, status]) for status in statuses),
            )
            for type in RECORD_TYPES
            if any(counts[type, status] for status in statuses)
        )
        heads = tuple(self._label(status) for status in statuses)
        return (
            Sheet(Name(self.name, self.language), ("type", "records", *heads), rows).table("en")._repr_html_()
        )

    def _label(self, status: str) -> Label:
        known = self.vocabulary.knows("status", status)
        return Label(status, self.vocabulary.term("status", status).labels) if known else Label(status)
