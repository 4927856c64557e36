"""What rows make together: records, relations, ids, and the account of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables.reading.tables import Made, mapping, read, record, table

from partnermodel import (
    Account,
    Citation,
    Identifier,
    InvalidTableError,
    Level,
    Organisation,
    PartnerModel,
    RelationTerm,
    SheetMapping,
    TableMapping,
    Term,
    Vocabulary,
    read_table,
)
from partnermodel.formats.tables.mappings.mapping_files import load_mapping
from partnermodel.formats.tables.reading import attempts, links, making, walking
from partnermodel.formats.tables.reading import lines as lines_at_work
from partnermodel.formats.tables.reading.account import Joining
from partnermodel.formats.tables.reading.reading import Import
from partnermodel.values.dates import Period
from partnermodel.vocabulary.vocabulary import STANDARD

NAME = record("organisation", {"name": "Name", "identifiers.inn": "INN"})
INNS = ("7707083893", "5501234560")


def joinings(account: Account) -> list[tuple[str, str, tuple[str, ...]]]:
    """Return what is told of joining."""
    return [(one.how, one.id, one.names) for one in account.joinings]


def test_one_identifier_with_two_names_is_one_record() -> None:
    """The name that stands most often stays, whatever the order; the other is an alias, and told."""
    rows = table(f"Name | INN\nB | {INNS[0]}\nA | {INNS[0]}\nA | {INNS[0]}")
    found = read(rows, mapping(NAME))
    (one,) = found.model.organisations.values()
    assert (one.id, one.name, [alias.name for alias in one.aliases]) == ("inn-7707083893", "A", ["B"])
    assert joinings(found.account) == [("renamed", "inn-7707083893", ("B",))]


def test_one_name_with_two_identifiers_is_two_records() -> None:
    """Both are told of."""
    found = read(table(f"Name | INN\nA | {INNS[0]}\nA | {INNS[1]}"), mapping(NAME))
    ids = [f"inn-{number}" for number in sorted(INNS)]
    assert list(found.model.organisations) == ids
    assert joinings(found.account) == [("apart", ids[0], (ids[1],)), ("apart", ids[1], (ids[0],))]


def test_names_that_differ_in_their_looks_are_one() -> None:
    """Case, quotation marks, spaces and the sign of a number tell nothing apart, and are told."""
    found = read(table("Name | INN\nШкола №5 | \nшкола № 5 | \n«Школа № 5» | "), mapping(NAME))
    assert joinings(found.account) == [("respelled", "shkola-5", ("Школа №5", "школа № 5"))]


def test_names_with_one_slug_are_kept_apart() -> None:
    """Each gets a mark of its own, which no other row changes; neither has the plain id."""
    one = read(table("Name | INN\nA-B | \nA B | "), mapping(NAME))
    other = read(table("Name | INN\nC | \nA B | \nA-B | "), mapping(NAME))
    ids = {entity.name: entity.id for entity in one.model.organisations.values()}
    assert ids.items() <= {entity.name: entity.id for entity in other.model.organisations.values()}.items()
    assert all(id.startswith("a-b-") and len(id) == 12 for id in ids.values())
    assert [how for how, _, _ in joinings(one.account)] == ["suffixed", "suffixed"]


def test_a_name_that_no_slug_can_be_made_of_has_an_id() -> None:
    """The type stands for it; an identifier with signs that an id must not have is written without."""
    found = read(table("Name | INN\n学校 | "), mapping(NAME))
    assert list(found.model.organisations) == ["organisation"]
    how = mapping(record("organisation", {"name": "a", "identifiers.own": "b"}))
    assert list(read(table("a | b\nA | 1/2 x"), how).model.organisations) == ["own-1-2-x"]


def test_an_id_that_is_stated_is_kept() -> None:
    """A record with an id of its own is joined by its identifier, and its id is nobody else's."""
    how = mapping(
        record("organisation", {"id": {"columns": ["Id", "Part"]}, "name": "Name", "identifiers.inn": "INN"})
    )
    rows = f"Id | Part | Name | INN\na | b | A | {INNS[0]}\n | | A2 | {INNS[0]}\n | | A-b | "
    found = read(table(rows), how).model
    assert [id[:4] for id in found.organisations] == ["a-b", "a-b-"]
    assert [alias.name for alias in found.organisations["a-b"].aliases] == ["A2"]
    two = f"Id | Part | Name | INN\na | | A | {INNS[0]}\nb | | B | {INNS[0]}\n | | C | {INNS[0]}"
    collected = read(table(two), how, on_error="collect")
    (issue,) = collected.account.problems
    assert (issue.code, issue.message) == ("ambiguous-record", '"C" may be any of several: a, b')


PAIRED = mapping(
    record("organisation", {"name": "o"}),
    record("place", {"name": "p"}),
    record("centre", {"name": "c"}),
    record("group", {"name": "g"}),
    record("relation", {"source": "s", "kind": "k", "target": "t"}),
)
"""What an organisation, a place and a centre of one name, a group of another, and relations are read by."""


def linked(*rows: tuple[str, str, str], how: TableMapping = PAIRED) -> Import:
    """Return what is made of three records called Hall, of others, and of relations between names."""
    first = "o | p | c | g | s | k | t\nHall | Hall | Hall | Youth | | | \nSchool | Town | Club | | | | "
    links = "".join(f"\n | | | | {' | '.join(row)}" for row in rows)
    return read(table(first + links), how, on_error="collect")


OTHERS = {"organisation": "School", "place": "Town", "centre": "Club", "group": "Youth"}
"""A name of one record of each type."""


def cases() -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    """Yield each kind with either end, the types that may stand there, and a name for the other end."""
    for kind in sorted(STANDARD.codes("relation")):
        term = STANDARD.relation(kind)
        assert term is not None
        for end, own, other in (
            ("source", term.sources, term.targets),
            ("target", term.targets, term.sources),
        ):
            partner = next((name for type, name in OTHERS.items() if type in other or not other), None)
            if partner is not None:
                yield kind, end, own, partner


@pytest.mark.parametrize(("kind", "end", "own", "partner"), list(cases()))
def test_the_kind_of_a_relation_says_which_of_several_types_is_meant(
    kind: str, end: str, own: tuple[str, ...], partner: str
) -> None:
    """A name of three records is the one that may stand at the end; where more may, it is refused."""
    found = linked(("Hall", kind, partner) if end == "source" else (partner, kind, "Hall"))
    fitting = [type for type in ("organisation", "place", "centre") if type in own]
    if len(fitting) == 1:
        assert found.account.problems == ()
        (relation,) = found.model.relations.values()
        meant = found.model.entity(getattr(relation, end))
        assert (meant.scheme, meant.name) == (fitting[0], "Hall")
    else:
        (issue,) = found.account.problems
        column = {"source": "s", "target": "t"}[end]
        assert (issue.code, issue.path) == ("ambiguous-record", f'table.csv, row 4, column "{column}"')
        ids = sorted(id for id, entity in found.model.entities.items() if entity.name == "Hall")
        assert issue.message == f'"Hall" may be any of several: {", ".join(ids)}'
        assert issue.hint == "Say which, by an id or an identifier."


def test_each_row_has_a_kind_of_its_own_or_one_that_the_mapping_gives() -> None:
    """The same name is a place in one row and a centre in the next; a kind of one's own counts as well."""
    words = Vocabulary(
        [],
        [
            RelationTerm("near", labels={"en": "near"}, targets=["place"]),
            RelationTerm("knows", labels={"en": "knows"}),
        ],
    )
    how = attrs.evolve(PAIRED, vocabulary=words)
    rows = ("School", "located-in", "Hall"), ("School", "hosts", "Hall"), ("Club", "near", "Hall")
    found = linked(*rows, ("School", "knows", "Hall"), ("School", "hosts", "Hal"), how=how)
    kinds = {
        (one.kind, found.model.entity(one.target).scheme): found.model.entity(one.target).name
        for one in found.model.relations.values()
    }
    assert kinds == {("located-in", "place"): "Hall", ("hosts", "centre"): "Hall", ("near", "place"): "Hall"}
    assert [(one.code, one.path) for one in found.account.problems] == [
        ("ambiguous-record", 'table.csv, row 7, column "t"'),
        ("unknown-name", 'table.csv, row 8, column "t"'),
    ]
    *entities, relation = PAIRED.sheets[0].records
    constant = [attrs.evolve(one, columns=(), constant="hosts") if one.to == "kind" else one
                for one in relation.fields]  # fmt: skip
    told = linked(("School", "", "Hall"), how=mapping(*entities, attrs.evolve(relation, fields=constant)))
    (one,) = told.model.relations.values()
    assert told.model.entity(one.target).scheme == "centre"


def test_where_no_kind_decides_a_name_of_several_stays_refused() -> None:
    """A kind that no vocabulary knows allows anything, and a document that is cited is not an end."""
    (issue,) = linked(("School", "zz-knows", "Hall")).account.problems
    assert (issue.code, issue.path) == ("ambiguous-record", 'table.csv, row 4, column "t"')
    how = mapping(record("organisation", {"name": "n", "evidence": "e"}))
    (issue,) = read(table("n | e\nHall | Nothing"), how, on_error="collect").account.problems
    assert (issue.code, issue.path) == ("unknown-name", 'table.csv, row 2, column "e"')


def test_two_records_of_the_type_that_may_stand_there_stay_several() -> None:
    """Where two places have the name, that only a place may stand there does not say which."""
    how = mapping(
        record("organisation", {"name": "o"}),
        record("place", {"name": "p", "identifiers.own": "i"}),
        record("relation", {"source": "s", "kind": {"constant": "located-in"}, "target": "t"}),
    )
    rows = "o | p | i | s | t\nHall | Hall | 1 | |\n | Hall | 2 | |\nSchool | | | School | Hall"
    (issue,) = read(table(rows), how, on_error="collect").account.problems
    assert issue.code == "ambiguous-record"


def test_several_rows_make_one_record_field_by_field() -> None:
    """What rows say of one record is put together; lists are united, and what is not stated says nothing."""
    fields = {
        "name": "n", "names.en": "en", "kind": "k", "period.start": "s", "period.end": "e", "status": "st",
        "identifiers.own": "i", "aliases.ru": "a", "stated.school.hosts": "c", "extra.o:x": "x",
    }  # fmt: skip
    rows = table(
        "n | en | k | s | e | st | i | a | c | x\n"
        "N | N1 | | 2019 | | unknown | 1 | A | 3 | x\n"
        "N | | school | | 2020 | active | 1 | B | | \n"
        "N | N2 | | 2019 | | | 1 | A | 3 | "
    )
    (one,) = read(rows, mapping(record("organisation", fields))).model.organisations.values()
    assert (one.kind, one.period, one.status) == ("school", Period("2019", "2020"), "active")
    assert dict(one.names) == {"en": "N1"}
    assert [(alias.name, alias.language) for alias in one.aliases] == [("A", "ru"), ("B", "ru"), ("N2", "en")]
    assert (one.stated[0].number, dict(one.extra)) == (3, {"o:x": "x"})


def test_an_identifier_of_the_same_scheme_contradicts() -> None:
    """Rows that are one by an identifier must not differ in another; a code of many may be shared."""
    how = mapping(record("organisation", {"name": "n", "identifiers.own": "i", "identifiers.kpp": "k"}))
    shared = read(table("n | i | k\nA | 1 | 550401001\nB | 2 | 550401001"), how)
    assert len(shared.model.organisations) == 2
    branches = read(table("n | i | k\nA | 1 | 550401001\nA | 1 | 550402001"), how, on_error="collect")
    (issue,) = branches.account.problems
    assert (issue.code, issue.path) == ("contradicting-rows", 'table.csv, row 3, column "k"')
    assert issue.message == 'an earlier row says something else of "own-1" (row 2)'


def test_an_earlier_row_of_another_table_is_named_with_its_table() -> None:
    """What contradicts a row is named by its row, and by its table if that is another one."""
    how = mapping(record("organisation", {"name": "n", "kind": "k"}))
    older, newer = table("n | k\nB | \nA | school", "2022.csv"), table("n | k\nA | employer", "2023.csv")
    (issue,) = read([older, newer], how, on_error="collect").account.problems
    assert (issue.code, issue.path) == ("contradicting-rows", '2023.csv, row 2, column "k"')
    assert issue.message == 'an earlier row says something else of "a" (2022.csv, row 3)'


def test_a_relation_that_several_rows_say_is_one() -> None:
    """Rows alike in both ends, kind and role are one relation; a contradiction is told at its row."""
    fields = {
        "source": {"record": "organisation"},
        "target": {"record": "initiative"},
        "kind": {"constant": "participates-in"},
        "id": "id",
        "period": "p",
        "description": "d",
        "level.levels-of-collaboration-scale": "l",
        "evidence": {"record": "document"},
    }
    how = mapping(
        record("organisation", {"name": "o"}),
        record("initiative", {"name": "i"}),
        record("document", {"name": {"constant": "Table"}}),
        record("relation", fields),
    )
    rows = (
        "o | i | id | p | d | l\nA | P | | 2019 | | cooperation\nA | P | | | text | \nA | P | own | 2020 | | "
    )
    found = read(table(rows), how).model
    one, other = found.relations.values()
    assert (one.id, one.period, one.description) == ("a/participates-in/p", Period("2019", "2019"), "text")
    assert one.level == Level("levels-of-collaboration-scale", "cooperation")
    assert one.evidence == (Citation("table"),)
    assert other.id == "own"
    (issue,) = read(table(rows + "\nA | P | | 2021 | | "), how, on_error="collect").account.problems
    assert (issue.code, issue.path) == ("contradicting-rows", 'table.csv, row 5, column "p"')
    assert issue.message == 'an earlier row says something else of "a/participates-in/p" (row 2)'


def test_an_end_is_found_by_whatever_it_is_called() -> None:
    """An id, an identifier, a name and another name mean the record that has it."""
    how = mapping(
        record("organisation", {"id": "id", "name": "n", "aliases": "a", "identifiers.own": "i"}),
        record("document", {"id": "doc", "name": "doc"}),
        record(
            "relation",
            {
                "source": {"record": "organisation"},
                "target": "to",
                "kind": {"constant": "partners-with"},
                "evidence": {"columns": ["doc"], "separator": ";"},
                "role": "role",
            },
            when=["to"],
        ),
    )
    rows = table(
        "id | n | a | i | to | role | doc\nx | Name | Alias | 17 | | | D\n"
        "a | A | | | x | host | D\nb | B | | | NAME | host | D\nc | C | | | alias | host | D\nd | "
        "D | | | 17 | host | D"
    )
    found = read(rows, how).model
    assert {relation.target for relation in found.relations.values()} == {"x"}
    assert {relation.evidence for relation in found.relations.values()} == {(Citation("D"),)}


def test_several_things_in_a_cell_are_records_each() -> None:
    """They join what is listed already or are made, once each, and told; what refers to them is as many."""
    how = mapping(
        record("organisation", {"name": "Name", "aliases": "Alias"}),
        record("organisation", {"name": "P"}, name="partner", each="P", separator=","),
        record("document", {"name": "Doc"}),
        record(
            "relation",
            {
                "source": {"record": "organisation"},
                "target": {"record": "partner"},
                "kind": {"constant": "partners-with"},
                "evidence": {"record": "document"},
            },
        ),
        blank=["-"],
    )
    rows = table("Name | Alias | P | Doc\nA | | b, C, - | D\nB | Bee | | \nE | | bee\n | | , | ")
    found = read(rows, how)
    assert list(found.model.organisations) == ["a", "b", "c", "e"]
    assert sorted(found.model.relations) == ["a/partners-with/b", "a/partners-with/c", "e/partners-with/b"]
    assert found.model.relations["a/partners-with/b"].evidence == (Citation("d"),)
    assert ("listed", "b", ("b", "bee")) in joinings(found.account)
    assert ("listed-only", "c", ("C",)) in joinings(found.account)
    assert found.account.tables[0].idle == 1


def test_a_field_of_one_value_takes_the_first_column_that_says_something() -> None:
    """What another column says is told unless it is the same; a list takes all; columns may be missing."""
    fields = {
        "name": {"columns": ["Old", "New", "Not there"]},
        "aliases": {"columns": ["x", "y"]},
        "size": {"columns": ["s", "t"]},
    }
    rows = Made(
        "t", [["Old", "New", "x", "y", "s", "t"], ["A", "B", "1", "2", 5, 6.0], [None, "C"], ["D", "D"]]
    )
    found = read(rows, mapping(record("organisation", fields)))
    assert [(one.name, one.size) for one in found.model.organisations.values()] == [
        ("A", 5),
        ("C", None),
        ("D", None),
    ]
    assert [alias.name for alias in found.model.organisations["a"].aliases] == ["1", "2"]
    assert [(one.column, one.how, one.cells, one.before, one.after) for one in found.account.changes] == [
        ("New", "passed-over", 1, "B", "A"),
        ("t", "passed-over", 1, "6.0", "5"),
    ]


def test_columns_without_a_line_may_be_kept() -> None:
    """They go to `extra` of the first record that can have it; what has no head is told."""
    some = Made("t", [["Name", "Note", None, "No"], ["A", "x", "y", "1", "z"]])
    person, organisation = record("person", {"name": "No"}), record("organisation", {"name": "Name"})
    found = read(some, mapping(person, organisation, unmapped="extra", owner="o"))
    assert dict(found.model.organisations["a"].extra) == {"o:Note": "x"}
    assert [(one.column, one.use, one.cells) for one in found.account.columns] == [
        ("Name", "mapped", 1),
        ("Note", "kept", 1),
        ("[C]", "reported", 1),
        ("No", "mapped", 1),
        ("[E]", "reported", 1),
    ]
    assert len(found.account.unmapped) == 2
    alone = read(some, mapping(person, unmapped="extra"))
    assert [one.use for one in alone.account.columns].count("reported") == 4


def test_rows_are_counted_by_what_became_of_them() -> None:
    """Skipped, blank, idle and last rows are told of, and the sum is that of the rows below the header."""
    rows: list[list[str | None]] = [
        ["Title"], [], ["Name", "When"], ["A", "1"], [" "], [], ["skipped", "1"], ["B", None], ["C", " "],
        ["D", "2"], ["total", "9"],
    ]  # fmt: skip
    how = mapping(record("organisation", {"name": "Name"}, when=["When"]), header=3, skip=[7], until=10)
    found = read(Made("t", rows), how)
    (counts,) = found.account.tables
    assert attrs.astuple(counts)[1:] == (8, 2, 2, 2, 2, 0, 0)
    assert list(found.model.organisations) == ["a", "d"]
    assert [(one.column, one.how, one.cells) for one in found.account.changes] == [("Name", "not-made", 2)]


def test_a_frame_has_its_own_header() -> None:
    """Where the names of columns are no row, the mapping's header is not looked for."""
    how = mapping(record("organisation", {"name": "Name", "size": "Size"}), header=9)
    found = read(Made("frame", [["Name", "Size"], ["A", 5], ["B", 5.0], ["C", None]], named=True), how)
    assert [one.size for one in found.model.organisations.values()] == [5, 5, None]
    empty = TableMapping("Town", sheets=[SheetMapping()])
    assert len(read(Made("frame", [], named=True), empty).model) == 0


def test_rows_are_added_to_a_model() -> None:
    """Rows that mean a record of the model by identifier or name add to it, and refer to it."""
    first = read(table(f"Name | INN\nA | {INNS[0]}\nB | "), mapping(NAME)).model
    how = mapping(
        record("organisation", {"name": "Name", "identifiers.inn": "INN", "kind": "Kind"}),
        record(
            "relation",
            {"source": {"record": "organisation"}, "target": "P", "kind": {"constant": "partners-with"}},
        ),
    )
    rows = table(f"Name | INN | Kind | P\nA | {INNS[0]} | school | B\nb | | | A")
    found = read(rows, how, into=first)
    assert sorted(found.model.relations) == [
        "b/partners-with/inn-7707083893",
        "inn-7707083893/partners-with/b",
    ]
    assert found.model.organisations["inn-7707083893"].kind == "school"
    assert found.model.organisations["inn-7707083893"].identifiers == (Identifier("inn", INNS[0]),)
    assert Joining("b", "respelled", ("b",)) in found.account.joinings


@pytest.mark.parametrize("language", ["en", "ru"])
def test_an_account_is_a_table_in_words(language: str) -> None:
    """All that there is to tell has a line; of very many of a sort some are shown and the rest counted."""
    sizes = [f"N{number} | | {number} 000" for number in range(3)]
    rows = table("\n".join(["Name | INN | Size", *sizes, "X | | y"]))
    how = mapping(record("organisation", {"name": "Name", "size": "Size"}))
    shown = str(read(rows, how, on_error="collect").account.table(language=language))
    for word in ("table.csv", "Size", "'0 000' → '0'" if language == "en" else "'1 000' → '1000'"):
        assert word in shown or word.startswith("'")
    lists = table("Name\n" + "\n".join(f"P{number}; Q{number}" for number in range(15)))
    told = read(lists, mapping(record("organisation", {"name": "Name"}, each="Name"))).account
    assert len(told.joinings) == 30
    more = str(told.table(language=language)).splitlines()[-1]
    assert "10" in more


def test_an_account_has_rows_for_machines() -> None:
    """Each thing to tell is a row, with its count."""
    found = read(table("Name | INN\nA | \n«A» | \nA  B | x"), mapping(NAME), on_error="collect")
    rows = {(row["what"], row["how"]): row["count"] for row in found.account.rows()}
    assert rows["rows", "read"] == 3
    assert rows["record", "organisation"] == 1
    assert rows["column", "mapped"] == 1
    assert rows["cells", "trimmed"] == 1
    assert rows["joining", "respelled"] == 1
    assert rows["problem", "bad-identifier"] == 1


@given(st.integers(1, 4), st.integers(1, 4))
def test_rows_that_are_read_in_pieces_make_the_same(rows_at_once: int, remembered: int) -> None:
    """Nothing depends on how many rows are read at a time, or on how many cells are remembered."""
    lines = [f"N{number % 7} | P{number % 3}, Q | {2000 + number}" for number in range(20)]
    rows = table("Name | P | Year\n" + "\n".join(lines))
    how = mapping(
        record("organisation", {"name": "Name"}),
        record("organisation", {"name": "P"}, name="partner", each="P", separator=","),
        record(
            "relation",
            {
                "id": {"columns": ["Name", "P", "Year"], "slug": True},
                "source": {"record": "organisation"},
                "target": {"record": "partner"},
                "kind": {"constant": "partners-with"},
                "period": "Year",
            },
        ),
    )
    whole = read(rows, how)
    with (
        mock.patch.object(walking, "_AT_ONCE", rows_at_once),
        mock.patch.object(attempts, "AT_ONCE", rows_at_once),
        mock.patch.object(making, "AT_ONCE", rows_at_once),
        mock.patch.object(lines_at_work, "_REMEMBERED", remembered),
        mock.patch.object(links, "_REMEMBERED", remembered),
    ):
        assert read(rows, how) == whole


def test_an_end_may_be_the_same_in_each_row() -> None:
    """A constant is an id, and what it leads to must be there."""
    fields = {"source": {"record": "person"}, "target": {"constant": "b"}, "kind": {"constant": "member-of"}}
    how = mapping(record("person", {"name": "Name"}), record("relation", fields))
    model = PartnerModel("Town", [Organisation("b", "B")])
    assert list(read(table("Name\nA"), how, into=model).model.relations) == ["a/member-of/b"]
    (issue,) = read(table("Name\nA"), how, on_error="collect").account.problems
    assert (issue.code, issue.path, issue.value) == ("unknown-id", "table.csv, row 2", "")


def test_a_cell_of_json_holds_what_a_field_does() -> None:
    """It stands beside other lines for the field, and what it must not hold is told at its column."""
    fields = {
        "name": "n",
        "identifiers.own": "i",
        "identifiers": {"columns": ["is"], "json": True},
        "names": {"columns": ["ns"], "json": True},
        "extra.o:b": {"columns": ["x"], "json": True},
        "extra.o:a": {"columns": ["a"], "json": True},
        "period": "p",
    }
    how = mapping(record("organisation", fields))
    head = "n | i | is | ns | x | a | p\n"
    good = 'A | 1 | [{"scheme": "wikidata", "value": "Q42"}] | {"en": "B"} | 1 | [2] | с 2019\n'
    (one,) = read(table(head + good), how).model.organisations.values()
    assert [str(number) for number in one.identifiers] == ["OWN 1", "WIKIDATA Q42"]
    assert (dict(one.names), dict(one.extra)) == ({"en": "B"}, {"o:a": (2,), "o:b": 1})
    assert one.period == Period("2019")
    bad = 'B | 2 | [6] | | | | \nB | 2 | [5, {"scheme": 1}] | 5 | 6 | null | 2020\n'
    bad += 'C | 3 | 7 | {"e e": "x"} | [] | 1 | 2020–2019\n'
    found = read(table(head + good + bad), how, on_error="collect")
    assert found.account.broken == 3
    told = {issue.path.rpartition("column ")[2].strip('"') for issue in found.account.problems}
    assert told >= {"is", "ns", "a", "p"}


def test_a_fault_in_a_list_is_told_at_the_cell_that_says_it() -> None:
    """Of several columns and rows that make one list, the one is named whose item is at fault."""
    aliases = {"columns": ["a"], "separator": ";"}
    fields = {"name": "n", "names.en": "en", "aliases": aliases, "aliases.ru": "b"}
    how = mapping(record("organisation", fields))
    rows = table("n | en | a | b\nA | | x;y | \nA | | x | \u202ez\nB | \u202e v | q;\u202er | ")
    with pytest.raises(InvalidTableError) as caught:
        read(rows, how)
    assert [issue.path for issue in caught.value.issues] == [
        'table.csv, row 3, column "b"',
        'table.csv, row 4, column "en"',
        'table.csv, row 4, column "a"',
    ]


def test_a_circle_is_told_at_a_row() -> None:
    """What no single cell says is a fault of its row."""
    how = mapping(
        record("organisation", {"name": "n"}),
        record(
            "relation", {"source": {"record": "organisation"}, "target": "t", "kind": {"constant": "part-of"}}
        ),
    )
    with pytest.raises(InvalidTableError) as caught:
        read(table("n | t\nA | B\nB | A"), how)
    (issue,) = caught.value.issues
    assert (issue.code, issue.path) == ("circular-relation", "table.csv, row 2")


def test_broken_rows_of_several_tables_are_files_of_their_own(tmp_path: Path) -> None:
    """A table without broken rows has none; when no row is broken, nothing is written."""
    how = mapping(record("organisation", {"name": "n", "size": "s"}))
    texts = {"a": "n | s\nA | x", "b": "n | s\nB | 1", "c": "n | s\nC | y\nD | 1"}
    some = [table(text, f"{name}.csv") for name, text in texts.items()]
    found = read(some, how, on_error="collect")
    written = [path.name for path in found.save_broken(tmp_path / "bad.csv")]
    assert written == ["bad.csv", "bad-2.csv", "bad.toml"]
    assert [sheet.file for sheet in load_mapping(tmp_path / "bad.toml").sheets] == ["bad.csv", "bad-2.csv"]
    assert read(some[1], how, on_error="collect").save_broken(tmp_path / "none.csv") == ()


def test_a_model_that_rows_are_added_to_keeps_its_words() -> None:
    """The words of the model and those of the mapping stand beside each other."""
    ours = Vocabulary([Term("organisation", "lyceum", labels={"en": "lyceum"})])
    theirs = Vocabulary([*ours.terms, Term("organisation", "studio", labels={"en": "studio"})])
    model = PartnerModel("Ours", [Organisation("a", "A", kind="lyceum")], vocabulary=ours, language="en")
    how = attrs.evolve(mapping(record("organisation", {"name": "n"})), vocabulary=theirs, language="ru")
    found = read(table("n\nB"), how, into=model).model
    assert (found.name, found.language, found.vocabulary) == ("Ours", "en", theirs)


def test_progress_rises_to_the_end() -> None:
    """What is told never falls, and ends with the whole."""
    told: list[float] = []
    read(table("Name | INN\nA | "), mapping(NAME), progress=told.append)
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_a_mapping_is_no_path_and_no_proposal(tmp_path: Path) -> None:
    """Whoever gives its file is told how to read it, before any table is opened."""
    with pytest.raises(ValueError, match=r"^mapping is of the type str; give a TableMapping\. load_mapping "):
        read_table(tmp_path / "none.csv", "mapping.toml")  # type: ignore[arg-type]
