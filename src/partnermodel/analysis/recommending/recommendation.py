"""What `recommend` returns: steps in their order, each with what it closes and why."""

from __future__ import annotations

import attrs

from partnermodel.analysis.recommending.ground import Ground
from partnermodel.analysis.recommending.proposals import Proposal, drafted
from partnermodel.language.sayings import Saying, Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record
from partnermodel.queries.answers import Listing
from partnermodel.queries.expectations import Expected
from partnermodel.queries.unmet import Outcome
from partnermodel.values.columns import column_of, fields_of
from partnermodel.values.rows import Rows, rows_of
from partnermodel.values.table import Table


@attrs.frozen
class Recommendation:
    """A step that is recommended.

    Attributes:
        proposal: The step: who would do what with whom, for whom.
        closes: The expected cells that are met after this step and those before it.
        adds_to: The expected cells in which it serves, and in which something is missing still.
        joins: How many pairs of organisations it connects, at the least, that were in separate parts of the
            network.
        cost: What it costs.
        grounds: The facts that it rests on.
        tried: What was tried before and did not work out (suspended, cancelled, not pursued), the nearest
            first. It is what served the same group in the same place through the same kind, or where the
            place or the kind is not stated, whoever gave it; what `unmet` would list next to the cell (a
            wider place, a group beside, a kind like it) when who would act took part in it, or nobody says
            who did; and ties between the same two.
        score: A second opinion: the index of Adamic and Adar (2003), summed over who serves the group
            already, or between the two who would be joined, in the network of active ties; for a step that
            several would take, the greatest. None when nobody else serves the group.
        reason: The step, as a plain sentence.
    """

    proposal: Proposal
    closes: tuple[Expected, ...]
    adds_to: tuple[Expected, ...]
    joins: int
    cost: float
    grounds: tuple[Ground, ...]
    tried: tuple[Ground, ...]
    score: float | None
    reason: str
    _reason: Untold = attrs.field(default="", repr=False, alias="told")

    @property
    def untold(self) -> Untold:
        """The step as a sentence, in no language yet."""
        return self._reason or self.reason

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the records that it rests on, in alphabetical order."""
        return tuple(sorted({id for ground in self.grounds for id in ground.records}))

    @property
    def warning(self) -> str:
        """What was tried before, as a sentence; empty when nothing was."""
        told = "; ".join(dict.fromkeys(ground.words for ground in self.tried))
        return f"Tried before: {told}." if told else ""

    @door
    def proposed(self, model: PartnerModel, *, status: str = "planned") -> tuple[Record, ...]:
        """Return the records of the step, for `model.with_`.

        New ones have no evidence and say in their description that they are proposed. Those that move on
        take the place of what is there, and lose their evidence: no source says that they have come so far.

        Args:
            model: The model that the recommendation was made for, with or without the steps before.
            status: The status of all of them. Nothing is active because it was recommended; to see what
                would be if it were, ask for `active`.
        """
        return drafted(model, self.proposal, status)


@attrs.frozen
class Recommendations(Listing[Recommendation]):
    """What `recommend` returns: steps, in the order in which to take them.

    Attributes:
        items: The steps.
        left: The expected cells that are not met after all of them, each as it stands before them.
        separate: How many pairs of organisations are in separate parts of the network before them.
    """

    items: tuple[Recommendation, ...]
    left: tuple[Outcome, ...]
    separate: int
    _rows: tuple[tuple[Untold, ...], ...] = attrs.field(repr=False, alias="rows")
    _notes: tuple[Saying, ...] = attrs.field(default=(), repr=False, alias="notes")

    @property
    def cost(self) -> float:
        """What all of them cost together."""
        return sum(one.cost for one in self.items)

    @property
    def closes(self) -> tuple[Expected, ...]:
        """The expected cells that are met after all of them."""
        return tuple(cell for one in self.items for cell in one.closes)

    @door
    def scenario(self, model: PartnerModel, *, status: str = "planned") -> PartnerModel:
        """Return the model after all steps.

        Args:
            model: The model that the recommendations were made for.
            status: The status of what is new and of what moves on; see `Recommendation.proposed`.
        """
        for one in self.items:
            model = model.with_(*one.proposed(model, status=status))
        return model

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each step, and below what they leave open, or why there is nothing to do.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        columns = ("step", "closes", "joins", "cost", "because", "tried-before", "adamic-adar")
        return Sheet(saying("recommended"), columns, self._rows, self._notes).table(language)

    def rows(self) -> Rows:
        """Return a row for each step, for machines; a cell that it closes is its group, place and kind."""
        columns = fields_of(
            Recommendation,
            instead={
                "proposal": fields_of(Proposal, under="proposal"),
                "closes": [column_of("closes", "lists", "closes.key")],
                "adds_to": [column_of("adds_to", "lists", "adds_to.key")],
                "grounds": [column_of("grounds", "texts", "grounds.words"), column_of("records", "ids")],
                "tried": [column_of("tried", "texts", "tried.words")],
            },
        )
        return rows_of(self.items, *columns)
