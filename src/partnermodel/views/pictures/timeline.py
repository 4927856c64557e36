"""A timeline as bars: what runs from when to when, and how much of that is known."""

from __future__ import annotations

import datetime
import os
from collections.abc import Collection, Iterator

import attrs

from partnermodel.language.speech import Speech, speech
from partnermodel.model.doors import door
from partnermodel.model.entities import Document
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.values.columns import column_of
from partnermodel.values.dates import OPEN, UNKNOWN_PERIOD, Period, span
from partnermodel.values.rows import rows_of
from partnermodel.values.table import Cell, Phrase, Table
from partnermodel.values.text import shown
from partnermodel.views.appearance import Look, look_of
from partnermodel.views.facts import stopped
from partnermodel.views.naming import name_in
from partnermodel.views.pictures.canvas import BAR, MARGIN, SIGN, SMALL, TEXT, Canvas, Entry, Sample
from partnermodel.views.pictures.colours import pale
from partnermodel.views.pictures.picture import Picture, finished
from partnermodel.views.pictures.plain import broken, one_line
from partnermodel.views.pictures.scale import Scale, scale_of
from partnermodel.views.pictures.scene import FAINT, INK, SOFT, Mark, Outline, Words, box, line
from partnermodel.views.pictures.shapes import shape
from partnermodel.vocabulary.terms import ENTITY_TYPES
from partnermodel.wording import worded

TYPES = (*(type for type in ENTITY_TYPES if type != "person"), "relation")
"""The types of record that have a period."""

_LABELS, _CHART, _DATES = 220.0, 380.0, 170.0
_ROW, _BAR = 31.0, 13.0
_SHAPE = 15.0
"""How wide the column of shapes is, which tell the types without colour."""
_EDGE = 18.0
"""How far bars reach beyond the scale whose end is open or not known."""
_LARGEST, _TOLD = 1000, 12


@attrs.frozen
class _Row:
    """One bar.

    Attributes:
        id: The id of the record.
        type: Its type.
        name: What people read for it.
        status: What people read for its status.
        period: When.
    """

    id: str
    type: str
    name: Phrase
    status: str
    period: Period


@door
def draw_timeline(
    model: PartnerModel,
    *,
    types: str | Collection[str] = ("programme", "initiative"),
    language: str = "en",
    path: str | os.PathLike[str] | None = None,
) -> Picture:
    """Return when the programmes and initiatives of a model run, or other records of it, as bars.

    A bar is full where it must hold and light within a dashed edge where it may hold: a start of
    "2019" is any day of that year. An arrow goes on until further notice; an end that nobody knows
    has a question mark. Records without any date have no bar; they are named in the table, and below the
    bars stands how many they are.

    Args:
        model: The model.
        types: The types of the records: one or several of `organisation`, `centre`, `programme`,
            `initiative`, `group`, `place`, `document` (by when it was published), `statement`, `relation`.
        language: `en` or `ru`. Names are told in it where the model has them in it.
        path: A file to save the picture in, as by `Picture.save`.

    Returns:
        The picture; its table has the same rows and dates, and besides those without a date.

    Raises:
        ValueError: One of `types` is none, or more than 1,000 records have dates.
        UnknownTermError: The library does not speak the language.

    Example:
        >>> from partnermodel import Initiative, PartnerModel, Period, draw_timeline
        >>> fair = Initiative("fair", "Fair", period=Period("2024-05", "2024-06-01"))
        >>> print(draw_timeline(PartnerModel("Town", [fair])).table().rows[0][2])
        May 2024 – 1 June 2024
    """
    words = speech(language)
    wanted = [types] if isinstance(types, str) else list(types)
    for type in wanted:
        if type not in TYPES:
            raise ValueError(
                worded("types are some of {known}, not {given}", known=", ".join(TYPES), given=shown(type))
            )
    chosen = [record for record in model.values() if record.scheme in wanted]
    if (count := sum(_period(record) != UNKNOWN_PERIOD for record in chosen)) > _LARGEST:
        raise ValueError(
            worded(
                "a timeline has at most {most} bars, and {count} records have dates. Filter the model first, "
                "with `at` or `where`, or choose fewer `types`.",
                most=f"{_LARGEST:,}",
                count=count,
            )
        )
    found = [_row(model, record, words) for record in chosen]
    dated = sorted((row for row in found if row.period != UNKNOWN_PERIOD), key=lambda row: _order(row, words))
    undated = [row for row in found if row.period == UNKNOWN_PERIOD]
    undated = words.alphabetical(undated, key=lambda row: str(row.name))
    title = words.say("picture-timeline-of", name=one_line(model.name))
    picture = Picture(
        title,
        _alt(dated, undated, words),
        words.language,
        scene=_canvas(title, dated, undated, wanted, words).scene(),
        table=_table(title, dated, undated, words),
        rows=rows_of(
            [model[row.id] for row in (*dated, *undated)],
            column_of("record", "text", "id"),
            column_of("name", "text", lambda record: getattr(record, "name", None)),
            column_of("type", "text", "scheme"),
            column_of("status", "text"),
            *(column_of(end, "text", f"period.{end}") for end in ("start", "end")),
            column_of("published", "text", lambda record: getattr(record, "published", None)),
        ),
    )
    return finished(picture, path)


def _row(model: PartnerModel, record: Record, words: Speech) -> _Row:
    language = words.language
    if isinstance(record, Relation):
        ends = [str(name_in(model, model.entity(id), language)) for id in (record.source, record.target)]
        kind = model.vocabulary.label("relation", record.kind, language)
        name = Phrase(words.say("report-sentence", source=ends[0], label=kind, target=ends[1]))
    else:
        name = name_in(model, record, language)
    status = model.vocabulary.label("status", record.status, language)
    return _Row(record.id, record.scheme, name, status, _period(record))


def _period(record: Record) -> Period:
    """Return when a record is: its own period, or of a document the day on which it was published."""
    published = record.published if isinstance(record, Document) else None
    return record.period if published is None else Period(published, published)


def _order(row: _Row, words: Speech) -> tuple[object, ...]:
    """Return what bars are sorted by: where they begin, or else where they end; then by their names."""
    start, end = row.period.start, row.period.end
    known = start if start is not None else end
    assert known is not None
    first = datetime.date.max if known == OPEN else span(known)[0]
    return first, start is None, words.tongue.order(str(row.name)), row.id


def _known(rows: Collection[_Row]) -> Iterator[str]:
    for row in rows:
        for date in (row.period.start, row.period.end):
            if date is not None and date != OPEN:
                yield date


def _alt(dated: list[_Row], undated: list[_Row], words: Speech) -> str:
    told = [words.say("picture-timeline-size", count=len(dated))]
    days = sorted(_known(dated), key=lambda date: (*span(date), date))
    if days:
        dates = words.date(days[0]), words.date(days[-1])
        told.append(words.say("picture-timeline-span", first=dates[0], last=dates[1]))
    told += [stopped(f"{row.name}: {words.period(row.period)}") for row in dated[:_TOLD]]
    if len(dated) > _TOLD:
        told.append(words.say("picture-more-in-table", count=len(dated) - _TOLD))
    if undated:
        told.append(words.say("picture-timeline-undated", count=len(undated)))
    return one_line(" ".join(told))


def _table(title: str, dated: list[_Row], undated: list[_Row], words: Speech) -> Table:
    columns = tuple(words.say(f"picture-column-{name}") for name in ("name", "type", "dates", "status"))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (row.name, words.tongue.nouns[row.type][0], words.period(row.period), row.status)
        for row in (*dated, *undated)
    )
    return Table(title, columns, rows, (), words.say("none"))


def _canvas(title: str, dated: list[_Row], undated: list[_Row], types: list[str], words: Speech) -> Canvas:
    left = MARGIN + _LABELS + _SHAPE + _EDGE
    right = left + _CHART
    canvas = Canvas(right + _EDGE + _DATES + MARGIN, words.language)
    canvas.heading(title)
    scale = scale_of(list(_known(dated)), left, right)
    if dated:
        canvas.y += 12
        for x, label in scale.ticks(words):
            bottom = canvas.y + 6 + _ROW * len(dated)
            canvas.add(line((x, canvas.y + 4), (x, bottom), colour=FAINT, width=0.8))
            if label:
                canvas.add(Words(x, canvas.y, label, SMALL, "middle", SOFT))
        canvas.y += 8
    for row in dated:
        _add_row(canvas, row, scale, words)
    if not dated:
        canvas.notes([words.say("picture-timeline-none")])
    used = [type for type in types if any(row.type == type for row in dated)]
    canvas.legend(_legend(used, dated, words))
    if undated:
        canvas.notes([words.say("picture-timeline-undated", count=len(undated))])
    return canvas


def _add_row(canvas: Canvas, row: _Row, scale: Scale, words: Speech) -> None:
    left, right = scale.left, scale.right
    middle = canvas.y + _ROW / 2
    lines = broken(one_line(row.name), _LABELS - 6, size=TEXT, most=2)
    for at, text in enumerate(lines):
        y = middle + TEXT * 0.36 + (at - (len(lines) - 1) / 2) * (TEXT + 2)
        canvas.add(Words(MARGIN + _LABELS - 2, y, text, TEXT, "end", language=row.name.language))
    canvas.add(shape(look_of(row.type), MARGIN + _LABELS + _SHAPE / 2 + 2, middle, 4.5, width=1))
    canvas.add(*_bar(row.period, look_of(row.type), scale, (left - _EDGE, right + _EDGE), middle))
    told = broken(one_line(words.period(row.period)), _DATES - 10, size=SMALL, most=2)
    for at, text in enumerate(told):
        y = middle + SMALL * 0.36 + (at - (len(told) - 1) / 2) * (SMALL + 2)
        canvas.add(Words(right + _EDGE + 10, y, text, SMALL, colour=SOFT))
    canvas.y += _ROW


def _bar(
    period: Period, look: Look, scale: Scale, edges: tuple[float, float], middle: float
) -> Iterator[Mark]:
    """Yield the marks of one bar: where it may hold, where it must hold, and what its ends are."""
    top, bottom = middle - _BAR / 2, middle + _BAR / 2
    going_on = period.end == OPEN
    begin = edges[0] + 10 if period.start is None else scale.at(period.earliest_start())
    finish = edges[1] - 10 if period.end is None or going_on else scale.at(period.latest_end(), end=True)
    finish = max(finish, begin + 5)
    yield box(begin, top, finish - begin, _BAR, fill=pale(look.colour), stroke=INK, line=0.9, dashes=(2.5, 2))
    if period.start is not None and period.end is not None:
        sure = scale.at(period.latest_start())
        over = finish if going_on else scale.at(period.earliest_end(), end=True)
        if sure < over:
            yield box(sure, top, max(over - sure, 5), _BAR, fill=look.colour, line=1)
    if period.start is None:
        yield Words(edges[0] + 1, middle + 4.5, "?", 12, bold=True)
    if going_on:
        tip = ((finish, top - 3.5), (edges[1] + 1, middle), (finish, bottom + 3.5))
        yield Outline((tip,), look.colour if period.start is not None else pale(look.colour), INK, 1)
    elif period.end is None:
        yield Words(edges[1] - 8, middle + 4.5, "?", 12, bold=True)


def _legend(types: list[str], dated: list[_Row], words: Speech) -> list[Entry]:
    def of_type(type: str) -> Sample:
        return lambda x, y: [shape(look_of(type), x, y, 5, width=1)]

    found: list[Entry] = [(of_type(type), SIGN, words.tongue.nouns[type][0]) for type in types]
    if not dated:
        return found
    tip = look_of("document").colour
    found.append(
        (lambda x, y: [box(x - 13, y - 5, 26, 10, fill=tip)], BAR, words.say("picture-timeline-must"))
    )
    found.append(
        (
            lambda x, y: [box(x - 13, y - 5, 26, 10, fill=pale(tip), line=0.9, dashes=(2.5, 2))],
            BAR,
            words.say("picture-timeline-may"),
        )
    )
    if any(row.period.end == OPEN for row in dated):
        found.append(
            (
                lambda x, y: [
                    box(x - 13, y - 5, 16, 10, fill=tip),
                    Outline((((x + 3, y - 8), (x + 13, y), (x + 3, y + 8)),), tip),
                ],
                BAR,
                words.say("picture-timeline-open"),
            )
        )
    if any(None in (row.period.start, row.period.end) for row in dated):
        found.append(
            (
                lambda x, y: [Words(x, y + 4, "?", 12, "middle", bold=True)],
                BAR,
                words.say("picture-timeline-unknown"),
            )
        )
    return found
