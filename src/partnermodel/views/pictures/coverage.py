"""Coverage as a heat map: a number in every cell, and gaps that are seen without colour."""

from __future__ import annotations

import os

from partnermodel.language.sayings import tell
from partnermodel.language.speech import Speech, speech
from partnermodel.queries.matrix import Coverage
from partnermodel.queries.tally import Values
from partnermodel.queries.withholding import suppressed_notes
from partnermodel.values.table import Cell, Phrase, Table
from partnermodel.values.text import shown
from partnermodel.views.naming import name_in
from partnermodel.views.network.text_width import shortened, text_width
from partnermodel.views.pictures.canvas import BAR, MARGIN, SMALL, TEXT, Canvas, Entry
from partnermodel.views.pictures.cells import gap, withheld
from partnermodel.views.pictures.colours import ink_on, shade
from partnermodel.views.pictures.picture import Picture, finished
from partnermodel.views.pictures.plain import broken, one_line
from partnermodel.views.pictures.scene import PAPER, SOFT, Mark, Words, box
from partnermodel.wording import worded

_LABELS = 190.0
_ROW = 44.0
_WIDE, _NARROW = 112.0, 40.0
_UPRIGHT = 150.0
_DEEP = 5
"""The least number that has the darkest colour: one provision is not many."""
_LARGEST = 1000
_TOLD = 12
"""So many gaps are named in the text of the picture; all of them are in its table."""


def draw_coverage(
    coverage: Coverage, *, language: str = "en", path: str | os.PathLike[str] | None = None
) -> Picture:
    """Return coverage as a heat map: rows and columns, and in each cell how many provisions count.

    The number stands in the cell, so no colour has to be read. A gap has hatching and a thick border
    besides; below its 0 stands how many provisions nearly fill it: in another status, or without a place.
    A cell of what is not stated is never a gap. A number that is suppressed says so, and has a dashed border.

    Args:
        coverage: What `coverage` returned, of two dimensions; with a `min_count`, the picture keeps to it.
        language: `en` or `ru`. Names are told in it where the model has them in it.
        path: A file to save the picture in, as by `Picture.save`.

    Returns:
        The picture; its table has the same rows, columns and numbers.

    Raises:
        ValueError: The coverage has three dimensions, or more than 1,000 rows or columns.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Group, PartnerModel, coverage, draw_coverage
        >>> draw_coverage(coverage(PartnerModel("Town", [Group("deaf", "Deaf learners")]))).title
        'Coverage by group and place: Town'
    """
    words = speech(language)
    if len(coverage.by) != 2:
        raise ValueError(
            worded(
                "a heat map has two dimensions; this coverage has three: {dimensions}. "
                "Ask for coverage by two of them.",
                dimensions=coverage.layout,
            )
        )
    for dimension, axis in zip(coverage.by, coverage.axes, strict=True):
        if len(axis) > _LARGEST:
            raise ValueError(
                worded(
                    "a heat map has at most {most} rows and columns; {dimension} has {count} values",
                    most=f"{_LARGEST:,}",
                    dimension=shown(dimension),
                    count=len(axis),
                )
            )
    return finished(_Map(coverage, words).picture(), path)


class _Map:
    """One heat map and one language."""

    def __init__(self, coverage: Coverage, words: Speech) -> None:
        self.coverage, self.words = coverage, words
        self.nearly = {gap.cell: len({one.provision for one in gap.nearly}) for gap in coverage.gaps}
        self.axes = [self._sorted(*pair) for pair in zip(coverage.by, coverage.axes, strict=True)]
        self.names = [
            [self._name(dimension, value) for value in axis]
            for dimension, axis in zip(coverage.by, self.axes, strict=True)
        ]
        self.most = max(coverage.counts.values(), default=0)

    def _sorted(self, dimension: str, axis: tuple[str | None, ...]) -> tuple[str | None, ...]:
        """Return the values of a dimension in alphabetical order, what is not stated last."""
        stated = [value for value in axis if value is not None]
        ordered = self.words.alphabetical(stated, key=lambda value: str(self._name(dimension, value)))
        return (*ordered, *(value for value in axis if value is None))

    def _name(self, dimension: str, value: str | None) -> Phrase:
        words, model = self.words, self.coverage.model
        if value is None:
            return Phrase(words.say(f"picture-no-{dimension}"), words.language)
        if dimension == "kind":
            serving = {record.scheme for record in model.entities.values() if record.kind == value}
            return Phrase(model.vocabulary.label(min(serving), value, words.language), words.language)
        return name_in(model, model.entity(value), words.language)

    def picture(self) -> Picture:
        words = self.words
        rows, columns = (words.say(f"picture-by-{dimension}") for dimension in self.coverage.by)
        name = one_line(self.coverage.model.name)
        title = words.say("picture-coverage-of", rows=rows, columns=columns, name=name)
        return Picture(
            title,
            self._alt(),
            words.language,
            scene=self._canvas(title).scene(),
            table=self._table(title),
            rows=self.coverage.rows(),
        )

    def _notes(self) -> tuple[str, ...]:
        model, words = self.coverage.model, self.words
        counted = [model.vocabulary.label("status", code, words.language) for code in self.coverage.counted]
        known = [
            words.say(f"picture-none-{dimension}")
            for dimension, axis in zip(self.coverage.by, self.axes, strict=True)
            if not {*axis} - {None}
        ]
        least = suppressed_notes(len(self.coverage.suppressed), self.coverage.min_count)
        return (
            words.say("picture-counted", statuses=words.alphabetical(counted)),
            *(str(tell(words, note)) for note in least),
            *known,
            words.say("gaps-knowledge"),
        )

    def _alt(self) -> str:
        words, (rows, columns) = self.words, self.names
        told = [words.say("picture-coverage-size", rows=len(rows), columns=len(columns))]
        if self.coverage.counts:
            key = "picture-coverage-most-told" if self.coverage.suppressed else "picture-coverage-most"
            told.append(words.say(key, number=self.most))
        least = suppressed_notes(len(self.coverage.suppressed), self.coverage.min_count)
        told += [str(tell(words, note)) for note in least]
        if self.nearly:
            gaps = [" – ".join(map(str, self._named(cell))) for cell in self.nearly]
            key = "picture-coverage-gaps" if len(gaps) <= _TOLD else "picture-coverage-gaps-many"
            told.append(words.say(key, count=len(gaps), names=gaps[:_TOLD]))
        else:
            told.append(words.say("picture-coverage-no-gaps"))
        return one_line(" ".join(told))

    def _named(self, cell: Values) -> tuple[Phrase, Phrase]:
        first, second = (
            names[axis.index(value)] for names, axis, value in zip(self.names, self.axes, cell, strict=True)
        )
        return first, second

    def _table(self, title: str) -> Table:
        words, (rows, columns) = self.words, self.names
        told: list[tuple[Cell, ...]] = []
        for row, name in zip(self.axes[0], rows, strict=True):
            cells = (self._worded((row, column)) for column in self.axes[1])
            told.append((name, *cells))
        head = (words.say(f"picture-axis-{self.coverage.by[0]}"), *map(str, columns))
        return Table(title, head, tuple(told), self._notes(), words.say("none"))

    def _worded(self, cell: Values) -> str:
        if cell in self.nearly:
            key = "picture-gap-nearly" if self.nearly[cell] else "picture-gap"
            return self.words.say(key, count=self.nearly[cell])
        if cell in self.coverage.suppressed:
            return self.words.say("suppressed")
        return self.words.number(self.coverage.counts.get(cell, 0))

    def _canvas(self, title: str) -> Canvas:
        rows, columns = self.names
        upright = len(columns) > 7
        wide = _NARROW if upright else _WIDE
        left = MARGIN + _LABELS
        canvas = Canvas(max(left + wide * len(columns) + MARGIN, 460), self.words.language)
        canvas.heading(title)
        if upright:
            longest = max((text_width(one_line(name), SMALL) for name in columns), default=0)
            canvas.y += min(longest + 14, _UPRIGHT)
        else:
            canvas.y += 4 * (SMALL + 3)
        for place, name in enumerate(columns):
            canvas.add(*self._head(name, left + wide * place, canvas.y - 6, wide, upright=upright))
        for row, name in zip(self.axes[0], rows, strict=True):
            lines = broken(one_line(name), _LABELS - 12, size=TEXT, most=3)
            top = canvas.y + _ROW / 2 + TEXT * 0.36 - (len(lines) - 1) * (TEXT + 2) / 2
            for at, text in enumerate(lines):
                y = top + at * (TEXT + 2)
                canvas.add(Words(left - 10, y, text, TEXT, "end", language=name.language))
            for place, column in enumerate(self.axes[1]):
                canvas.add(*self._cell((row, column), left + wide * place, canvas.y, wide))
            canvas.y += _ROW
        if not rows or not columns:
            canvas.notes([f"({self.words.say('none')})"])
        canvas.y += 6
        canvas.legend(self._legend())
        canvas.notes(self._notes())
        return canvas

    def _head(self, name: Phrase, x: float, y: float, wide: float, *, upright: bool) -> list[Mark]:
        text = one_line(name)
        if upright:
            told = shortened(text, SMALL, _UPRIGHT - 12)
            return [Words(x + wide / 2 + 3, y, told, SMALL, language=name.language, angle=90)]
        lines = broken(text, wide - 8, size=SMALL, most=4)
        return [
            Words(
                x + wide / 2,
                y - (len(lines) - 1 - at) * (SMALL + 2),
                told,
                SMALL,
                "middle",
                language=name.language,
            )
            for at, told in enumerate(lines)
        ]

    def _cell(self, cell: Values, x: float, y: float, wide: float) -> list[Mark]:
        middle = x + wide / 2
        if cell in self.nearly:
            found = gap(x, y, wide, _ROW)
            found.append(
                Words(
                    middle, y + (20 if self.nearly[cell] else 26.5), "0", 13, "middle", bold=True, halo=True
                )
            )
            if self.nearly[cell]:
                told = self.words.say("picture-nearly-short", count=self.nearly[cell])
                found.append(Words(middle, y + 35, told, SMALL, "middle", halo=True))
            return found
        if cell in self.coverage.suppressed:
            told = self.words.say("suppressed" if wide > _NARROW else "suppressed-short")
            return [
                *withheld(x, y, wide, _ROW),
                Words(middle, y + _ROW / 2 + 3.5, told, SMALL, "middle"),
            ]
        count = self.coverage.counts.get(cell, 0)
        fill = shade(count / max(self.most, _DEEP)) if count else PAPER
        told = self.words.number(count) if count or None not in cell else "–"
        return [
            box(x, y, wide, _ROW, fill=fill, stroke=SOFT, line=0.6),
            Words(middle, y + _ROW / 2 + 4.5, told, 13, "middle", ink_on(fill), bold=bool(count)),
        ]

    def _legend(self) -> list[Entry]:
        words = self.words

        def served(x: float, y: float) -> list[Mark]:
            return [
                box(x - 13, y - 7, 13, 14, fill=shade(0.01), stroke=SOFT, line=0.6),
                box(x, y - 7, 13, 14, fill=shade(1), stroke=SOFT, line=0.6),
            ]

        found: list[Entry] = [(served, BAR, words.say("picture-served"))]
        if self.nearly:
            found.append((lambda x, y: gap(x - 13, y - 7, 26, 14), BAR, words.say("picture-legend-gap")))
        if self.coverage.suppressed:
            mark = words.say("suppressed-short")
            found.append(
                (
                    lambda x, y: [
                        *withheld(x - 13, y - 7, 26, 14),
                        Words(x, y + 3, mark, SMALL, "middle"),
                    ],
                    BAR,
                    words.say("picture-suppressed"),
                )
            )
        if any(self.nearly.values()):
            found.append(
                (lambda x, y: [Words(x, y + 3, "+ n", SMALL, "middle")], BAR, words.say("picture-nearly"))
            )
        return found
