"""The figures of a network: what each is, in what unit, and by which records."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import overload

import attrs

from partnermodel.analysis.definitions import DEFINITIONS, Definition
from partnermodel.analysis.network import Network
from partnermodel.errors import UnknownTermError, did_you_mean
from partnermodel.language.sayings import saying
from partnermodel.language.sheet import Sheet
from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.queries.answers import Listing
from partnermodel.values.table import Table
from partnermodel.values.text import shown
from partnermodel.wording import one_of_these, worded


@attrs.frozen
class Figure:
    """A figure of a network.

    Attributes:
        code: What it is: a code of the page on the figures of a network, such as `density`.
        value: The number, or None where it is not defined, or where the network is too large for it.
        unit: What the number counts: `organisations`, `share`, `steps`, …
        records: The ids of the records that a reader would ask for, where there are such: of the
            number of isolates, who they are. Sorted.
    """

    code: str
    value: float | None
    unit: str
    records: tuple[str, ...] = ()

    def worded(self, words: Speech) -> str:
        """Return the number as people of a language write it."""
        if self.value is None:
            return words.say("not-defined")
        return words.percent(self.value) if self.unit == "share" else words.number(self.value)


@attrs.frozen
class Figures(Listing[Figure]):
    """What `figures` returns: figures by their place, or by their code.

    Example:
        >>> from partnermodel import Organisation, figures
        >>> figures(PartnerModel("One", [Organisation("a", "A")]))["isolates"].records
        ('a',)
    """

    items: tuple[Figure, ...]
    _caption: str = attrs.field(repr=False, alias="caption")

    @overload
    def __getitem__(self, place: int) -> Figure: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Figure, ...]: ...

    @overload
    def __getitem__(self, place: str) -> Figure: ...

    def __getitem__(self, place: int | slice | str) -> Figure | tuple[Figure, ...]:
        if not isinstance(place, str):
            return self.items[place]
        for figure in self.items:
            if figure.code == place:
                return figure
        raise unknown_figure(place, [figure.code for figure in self.items])

    def table(self, *, language: str = "en") -> Table:
        """Return a row for each figure.

        Args:
            language: The language of the labels: `en` or `ru`.
        """
        words = speech(language)
        rows = tuple(
            (saying(f"figure-{figure.code}"), figure.worded(words), saying(f"unit-{figure.unit}"))
            for figure in self.items
        )
        caption, notes = saying("figures-of", name=self._caption), (saying("figures-note"),)
        return Sheet(caption, ("figure", "value", "unit"), rows, notes).table(language)


@door
def figures(
    model: PartnerModel,
    *,
    codes: Iterable[str] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Figures:
    """Return the figures that evaluators report of a network of organisations.

    The network is that of `organisation_network`: organisations, joined by every relation between
    them and by all that they share, whatever its status. What each figure means, and how it is worked
    out, is said on the page on the figures of a network.

    Args:
        model: The model. To see a day or a status, filter it first, with `at` or `where`.
        codes: Only these figures, in this order; left out, all of them.
        progress: Is told what share of them is worked out.

    Raises:
        UnknownTermError: One of `codes` is no figure.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, Relation, figures
        >>> model = PartnerModel("Town", [
        ...     Organisation("a", "A"), Organisation("b", "B"), Organisation("c", "C"),
        ...     Relation("a", "partners-with", "b"),
        ... ])
        >>> [(one.code, one.value) for one in figures(model, codes=["ties", "isolates"])]
        [('ties', 1), ('isolates', 1)]
    """
    wanted = definitions(codes)
    network = model.once(Network)
    found = []
    for place, definition in enumerate(wanted):
        if progress is not None:
            progress(place / len(wanted))
        value, records = definition.work(network)
        found.append(Figure(definition.code, value, definition.unit, records))
    if progress is not None:
        progress(1.0)
    return Figures(tuple(found), model.name)


def definitions(codes: Iterable[str] | None) -> tuple[Definition, ...]:
    """Return the definitions of some figures, or of all.

    Raises:
        UnknownTermError: One of `codes` is no figure.
    """
    if codes is None:
        return tuple(DEFINITIONS.values())
    given = [codes] if isinstance(codes, str) else list(codes)
    for code in given:
        if code not in DEFINITIONS:
            raise unknown_figure(code, DEFINITIONS)
    return tuple(DEFINITIONS[code] for code in given)


def unknown_figure(code: str, known: Iterable[str]) -> UnknownTermError:
    """Return the error that there is no such figure."""
    codes = list(known)
    hint = did_you_mean(code, codes) or one_of_these(codes)
    return UnknownTermError(worded("{code} is not a figure. {hint}", code=shown(code), hint=hint))
