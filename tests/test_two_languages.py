"""Every answer is told in every language: the same table, in words of that language only."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from tests.analysis.resilience.leaving import registers
from tests.analysis.test_answers import SCALE
from tests.analysis.test_answers import answers as analysed
from tests.formats.tables.reading.tables import account_of
from tests.queries.test_results import answers as asked
from tests.queries.town import town
from tests.strategies import models

import partnermodel
from partnermodel import (
    STANDARD,
    Account,
    Document,
    Group,
    MergeConflicts,
    Organisation,
    PartnerModel,
    Place,
    Programme,
    compare_networks,
    describe,
    figures,
    measures,
    merge,
    organisation_network,
    recommend,
    standings,
    to_networkx,
    trend,
)
from partnermodel.language.speech import TONGUES
from partnermodel.model.entities import Entity
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.checks import Findings
from partnermodel.queries.comparison import Comparison
from partnermodel.queries.expectations import Expectation
from partnermodel.values.table import Phrase, Shown, Table

LATIN = re.compile(r"[A-Za-z]{2,}")
CYRILLIC = re.compile(r"[А-Яа-яЁё]")

OURS_IN_LATIN = re.compile(rf"\b({SCALE}|E-I)\b")
"""What stands in Latin letters in Russian as well: the code of a scale, and the name of an index."""

TYPES = (Organisation, Organisation, Organisation, Group, Place, Programme, Document)


def everything(model: PartnerModel) -> Iterator[Shown]:
    """Yield an answer of every sort that there is."""
    yield model
    yield from asked(model)
    yield from analysed(model)
    yield figures(model)
    yield standings(model)
    yield trend(model, days=["2019", "2021-06", "2024-09-01"])
    yield compare_networks(model, model.without(*list(model)[:1]))
    merged = merge(
        model, PartnerModel(f"{model.name}1", model.values(), vocabulary=model.vocabulary), sides=("1", "2")
    )
    yield merged
    yield merged.conflicts
    yield recommend(model, close="parts")
    yield describe(model)
    yield account_of(model)
    if model.entities:
        yield partnermodel.suggest_mapping(partnermodel.node_table(model))
    yield measures.distances(organisation_network(model))
    yield measures.krackhardt(to_networkx(model))


def in_letters(model: PartnerModel, letter: str) -> PartnerModel:
    """Return a model in which all that a file says, but for standard codes, is written with one letter."""
    ids = {id: f"{letter}{place}" for place, id in enumerate(model)}

    def plain(record: Record) -> Record:
        known = record.kind is not None and STANDARD.knows(record.scheme, record.kind)
        shared: dict[str, Any] = {
            "id": ids[record.id],
            "status": record.status if STANDARD.knows("status", record.status) else "active",
            "description": "",
            "evidence": (),
            "extra": {},
        }
        if isinstance(record, Relation):
            role = record.role if record.role is not None and STANDARD.knows("role", record.role) else None
            ends: dict[str, Any] = {"source": ids[record.source], "target": ids[record.target]}
            return attrs.evolve(record, **shared, **ends, role=role, level=None)
        own: dict[str, Any] = {
            "name": f"{letter * 3}{ids[record.id]}",
            "names": {},
            "aliases": (),
            "identifiers": (),
        }
        changes = {**shared, **own, "kind": record.kind if known else None}
        if record.stated:
            changes["stated"] = ()
        return attrs.evolve(record, **changes)

    kept = (one for one in model.values() if not isinstance(one, Relation) or STANDARD.relation(one.kind))
    return PartnerModel(letter * 3, map(plain, kept), vocabulary=STANDARD)


def texts(table: Table) -> Iterator[str]:
    """Yield every text of a table."""
    yield from (table.caption, table.none, *table.columns, *table.notes)
    yield from (str(cell) for row in table.rows for cell in row)


def shape(table: Table) -> tuple[int, int, int, set[int]]:
    """Return how many rows, columns and notes a table has, and how long its rows are."""
    return len(table.rows), len(table.columns), len(table.notes), {len(row) for row in table.rows}


def names_of(model: PartnerModel) -> set[str]:
    """Return everything that a record of a model is called."""
    entities = model.entities.values()
    return {name for entity in entities for name in (entity.name, *entity.names.values())}


@settings(max_examples=10)
@given(models(types=TYPES, max_relations=20) | registers())
def test_a_table_has_one_shape_in_every_language(model: PartnerModel) -> None:
    """Rows, columns and notes are as many; what is a name stays one of that record, what is an id stays.

    An id of digits alone may stand in a table as a year, too, which each language has its own way with.
    """
    ids, names = set(model), names_of(model)
    for answer in everything(model):
        english, russian = (answer.table(language=language) for language in ("en", "ru"))
        assert shape(english) == shape(russian)
        assert english.rows == answer.table().rows
        for row, other in zip(english.rows, russian.rows, strict=True):
            for cell, told in zip(row, other, strict=True):
                if str(cell) in ids and not isinstance(cell, Phrase) and not str(cell).isdecimal():
                    assert told == cell
                elif str(cell) in names and isinstance(cell, Phrase):
                    assert str(told) in names


@settings(max_examples=10)
@given(models(types=TYPES, max_relations=20) | registers())
def test_a_table_is_of_one_language(model: PartnerModel) -> None:
    """No word of ours is English in a Russian table, nor Russian in an English one."""
    for answer in everything(in_letters(model, "ж")):
        for text in of_one_language(answer, "ru"):
            assert not LATIN.search(OURS_IN_LATIN.sub("", text)), (type(answer).__name__, text)
    for answer in everything(in_letters(model, "z")):
        for text in of_one_language(answer, "en"):
            assert not CYRILLIC.search(text), (type(answer).__name__, text)


def of_one_language(answer: Shown, language: str) -> Iterable[str]:
    """Return the texts of a table in which no code of the file stands as it is."""
    table = answer.table(language=language)
    if isinstance(answer, Comparison):  # fields, codes and dates as the file has them
        return (table.caption, *table.columns, *(str(row[1]) for row in table.rows))
    if isinstance(answer, Account):  # tables, columns and cells as the files have them
        return (table.caption, *table.columns, *(str(row[0]) for row in table.rows))
    if isinstance(answer, partnermodel.SuggestedMapping):  # heads, and fields as a mapping has them
        return (table.caption, *table.columns, *(str(row[2]) for row in table.rows))
    if isinstance(answer, MergeConflicts):  # fields and values as the file has them
        return (table.caption, *table.columns, *(str(row[-1]) for row in table.rows))
    if isinstance(answer, Findings | Expectation):  # paths, quoted codes, and codes of kinds
        return (table.caption, *table.columns)
    return texts(table)


def test_every_class_of_answers_is_told_here() -> None:
    """Each public class that shows itself as a table is among the answers of these laws, and can be shown."""
    told: dict[type, Shown] = {}
    for answer in everything(town()):
        told.setdefault(type(answer), answer)
    spaces = (partnermodel, measures, partnermodel.projections)
    public = {value for space in spaces for name in space.__all__ for value in [getattr(space, name)]}
    shown = {value for value in public if isinstance(value, type) and issubclass(value, Shown)}
    shown -= {partnermodel.Picture, partnermodel.NetworkView}  # each is of one language, and says so
    for drawn in (partnermodel.draw(town(), language="ru"), partnermodel.network_view(town(), language="ru")):
        with pytest.raises(ValueError, match="draw it in"):
            drawn.table(language="en")
        assert drawn.table() == drawn.table(language="ru")
    assert shown <= {cls for answer in told for cls in answer.__mro__}
    for cls, answer in told.items():
        parameters = inspect.signature(type(answer).table).parameters
        assert list(parameters) == ["self", "language"], cls.__name__
        assert parameters["language"].kind is inspect.Parameter.KEYWORD_ONLY
        assert re.search("<table>|<p>", answer._repr_html_())
        assert str(answer)


def test_names_are_told_in_the_language_that_is_asked_for() -> None:
    """A record that has a name in the language is called by it, any other by its plain name."""
    model = town()
    college = model.organisations["college"]
    for language, name in (("ru", college.names["ru"]), ("en", college.name)):
        cells = [row[0] for row in partnermodel.find(model, "college").table(language=language).rows]
        assert name in map(str, cells)
        assert all(isinstance(cell, Phrase) for cell in cells)
    assert "Колледж «Ёлка»" in str(standings(model).table(language="ru"))
    assert "Партнёры: Колледж «Ёлка»" in str(partnermodel.partners(model, "college").table(language="ru"))


def test_a_label_in_another_language_is_marked_as_such() -> None:
    """A code that a file labels in one language only is told in it, and a screen reader is told so."""
    term = partnermodel.Term("organisation", "club", labels={"en": "club"})
    vocabulary = partnermodel.Vocabulary([term])
    model = PartnerModel("Town", [Organisation("a", "A", kind="club")], vocabulary=vocabulary)
    (row,) = partnermodel.find(model).table(language="ru").rows
    assert row[3] == Phrase("club", "en")
    (row,) = partnermodel.find(model).table().rows
    assert row[3] == "club"


@pytest.mark.parametrize("language", TONGUES)
def test_a_notebook_sees_a_model_by_type_and_status(language: str) -> None:
    """The model shows how many records of each type are in each status; elsewhere its table."""
    model = town()
    html = model._repr_html_()
    assert f"<caption>{model.name}</caption>" in html
    heads = re.findall(r'<th scope="col">(.*?)</th>', html)
    assert heads[:2] == ["type", "records"]
    assert {*heads[2:]} == {STANDARD.label("status", record.status) for record in model.values()}
    for row in re.findall(r"<tr><th scope=\"row\">(?:.*?)</th>(.*?)</tr>", html):
        first, *rest = map(int, re.findall(r"<td>(\d+)</td>", row))
        assert first == sum(rest) > 0

    class Printer:
        said = ""

        def text(self, text: str) -> None:
            self.said += text

    printer = Printer()
    model._repr_pretty_(printer, cycle=False)
    assert printer.said == str(model)
    assert sum(int(str(count)) for _, count in model.table(language=language).rows) == len(model)


def test_a_language_that_is_not_spoken_is_refused_by_every_table() -> None:
    """Each table refuses it with the same sentence."""
    for answer in everything(town()):
        with pytest.raises(partnermodel.UnknownTermError, match="is not a language that the library speaks"):
            answer.table(language="fr")


def test_what_these_laws_rest_on_keeps_every_record() -> None:
    """A model in one letter has all the records, of which none is called by another letter."""
    model = in_letters(town(), "ж")
    assert len(model) == len(town())
    assert all(not LATIN.search(one.name) for one in model.values() if isinstance(one, Entity))
