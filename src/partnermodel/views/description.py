"""A network in plain sentences and one table, in English and in Russian.

What it tells follows the fields of the Guidelines for Reporting About Network Data (GRAND, Neal and
others) and of network cards (Bagrow and Ahn 2022): what nodes and ties are, where they come from,
when, how many, how they are arranged; and besides, who is left out and what is not known.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from partnermodel.analysis.figures import Figures
from partnermodel.language.speech import speech
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.values.collector import collector_paused
from partnermodel.values.rows import Rows
from partnermodel.values.table import Cell, Shown, Table, cell_html, for_notebook
from partnermodel.views.markup import html
from partnermodel.views.telling import HEADINGS, Telling


@attrs.frozen
class Paragraph:
    """Sentences under a heading.

    Attributes:
        heading: The heading.
        sentences: Each sentence in parts, of which the names are phrases in their own language.
    """

    heading: str
    sentences: tuple[tuple[Cell, ...], ...]

    def __str__(self) -> str:
        told = " ".join("".join(map(str, sentence)) for sentence in self.sentences)
        return f"{self.heading}\n{told}"

    def html(self) -> str:
        """Return the heading and the sentences as HTML, each name marked with its language."""
        told = " ".join("".join(map(cell_html, sentence)) for sentence in self.sentences)
        return f"<h2>{html(self.heading)}</h2><p>{told}</p>"


@attrs.frozen
class Description(Shown):
    """What `describe` returns: a network card.

    Attributes:
        name: What the model is of.
        language: The language of the sentences.
        paragraphs: The sentences.
        figures: The table of figures.
    """

    name: str
    language: str
    paragraphs: tuple[Paragraph, ...]
    figures: Table
    _numbers: Figures = attrs.field(repr=False, alias="numbers")

    def table(self, *, language: str | None = None) -> Table:
        """Return the table of figures.

        Args:
            language: Its language; left out, that of the sentences.
        """
        return self.figures if language is None else self._numbers.table(language=language)

    def rows(self) -> Rows:
        """Return the figures for machines, as `Figures.rows` does."""
        return self._numbers.rows()

    def __str__(self) -> str:
        return "\n\n".join(map(str, (self.name, *self.paragraphs, self.figures)))

    def html(self) -> str:
        """Return the description as HTML, marked with its language, with headings and one table."""
        told = "".join(paragraph.html() for paragraph in self.paragraphs)
        return f'<section lang="{html(self.language)}">{told}{self.figures.html()}</section>'

    def _repr_html_(self) -> str:
        return for_notebook(self.html())


@door
def describe(
    model: PartnerModel, *, language: str = "en", progress: Callable[[float], None] | None = None
) -> Description:
    """Return what a reader should know of a network before looking at it, in plain sentences and one table.

    Args:
        model: The model. To describe a day or a status, filter it first, with `at` or `where`.
        language: `en` or `ru`. Names are told in it where the model has them in it.
        progress: Is told what share of the figures is worked out.

    Raises:
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Organisation, PartnerModel, describe
        >>> card = describe(PartnerModel("Town", [Organisation("a", "A")]), language="ru")
        >>> print(card.paragraphs[3])
        Размер
        В сети 1 организация и 0 связей.
    """
    words = speech(language)
    with collector_paused(kept=True):  # of a large model it makes very much, and hardly any rubbish
        telling = Telling(model, words, progress)
        paragraphs = [
            Paragraph(words.say(f"heading-{heading}"), tuple(sentences(telling)))
            for heading, sentences in HEADINGS.items()
        ]
    told = tuple(paragraph for paragraph in paragraphs if paragraph.sentences)
    table = telling.figures.table(language=language)
    return Description(model.name, words.language, told, table, telling.figures)
