"""What is said when a mapping, a table or a row is not as it should be, to the letter, in both languages."""

from __future__ import annotations

import pytest
from tests.formats.tables.reading.tables import Made, mapping, read, record, table

from partnermodel import (
    FieldMapping,
    InvalidRecordError,
    InvalidTableError,
    PartnerModel,
    Person,
    RecordMapping,
    SheetMapping,
    TableMapping,
    retold,
)

ORGANISATION = {
    "name": "Name",
    "identifiers.inn": "INN",
    "status": {"columns": ["Status"], "codes": {"yes": "active"}},
}


PARTNERS = record(
    "relation",
    {"source": {"record": "organisation"}, "target": "Partner", "kind": {"constant": "partners-with"}},
)


def told(some: Made | list[Made], how: TableMapping, language: str = "en") -> list[str]:
    """Return the faults that are raised, without the heading."""
    with pytest.raises(InvalidTableError) as caught:
        read(some, how)
    return str(retold(caught.value, language=language)).splitlines()[1:]


ROWS = {
    "a code": (
        "Name | INN | Status\nA | | yess",
        (
            '  table.csv, row 2, column "Status": the mapping has no code for "yess". Did you mean '
            '"yes"? [unknown-code]'
        ),
        (
            '  table.csv, строка 2, столбец "Status": в сопоставлении нет кода для "yess". Возможно, '
            "вы имели в виду "
            '"yes"? [unknown-code]'
        ),
    ),
    "zeros": (
        "Name | INN | Status\nA | 550400000 | yes",
        (
            '  table.csv, row 2, column "INN": "550400000" is not an identifier of the scheme INN. '
            "Write 10 digits. "
            "[bad-identifier]"
        ),
        (
            '  table.csv, строка 2, столбец "INN": "550400000" не подходит под схему идентификаторов '
            "ИНН. Укажите 10 цифр. "
            "[bad-identifier]"
        ),
    ),
    "a person's number": (
        "Name | INN | Status\nA | 500100732259 | yes",
        (
            '  table.csv, row 2, column "INN": an INN of 12 digits is a natural person\'s. Remove it: '
            "personal data is "
            "not kept here. An organisation's INN has 10 digits. [personal-data]"
        ),
        None,
    ),
    "no name": (
        "Name | INN | Status\n | | yes",
        '  table.csv, row 2, column "Name": the field "name" is missing. Add it. [missing-field]',
        (
            '  table.csv, строка 2, столбец "Name": нет обязательного поля "name". Добавьте его. '
            "[missing-field]"
        ),
    ),
    "rows against each other": (
        "Name | INN | Kind\nA | 7707083893 | school\nA | 7707083893 | university",
        (
            '  table.csv, row 3, column "Kind": an earlier row says something else of '
            '"inn-7707083893" (row 2). Write the same '
            "in both rows, or give each record an id of its own if they are two. [contradicting-rows]"
        ),
        None,
    ),
    "one of several": (
        "Name | INN | Kind\nA | 7707083893 | \nA | 5501234560 | \nA | | ",
        (
            '  table.csv, row 4, column "Name": "A" may be any of several: inn 5501234560, inn '
            "7707083893. Say which, by "
            "an id or an identifier. [ambiguous-record]"
        ),
        None,
    ),
}


@pytest.mark.parametrize(("text", "english", "russian"), ROWS.values(), ids=ROWS)
def test_a_bad_row_is_told_with_its_place(text: str, english: str, russian: str | None) -> None:
    """File, row, column, reason and mend are said, in the language that is asked for."""
    fields = (
        dict(ORGANISATION) if "Status" in text else {"name": "Name", "identifiers.inn": "INN", "kind": "Kind"}
    )
    how = mapping(record("organisation", fields))
    assert told(table(text), how) == [english]
    if russian is not None:
        assert told(table(text), how, "ru") == [russian]


def test_a_fault_of_many_rows_is_told_once() -> None:
    """Rows that say the same thing wrongly are named once, and all of them are broken."""
    rows = table("Name | Kind\nA | No kind\nB | x\nA | No kind\nA | No kind")
    how = mapping(record("organisation", {"name": "Name", "kind": "Kind"}))
    (line,) = told(rows, how)
    assert line.startswith(
        '  table.csv, row 2, column "Kind": "No kind" is not a code; the same in rows 4, 5.'
    )
    (line,) = told(rows, how, "ru")
    assert "; то же в строках 4, 5." in line
    assert read(rows, how, on_error="collect").account.broken == 3


@pytest.mark.parametrize(
    ("others", "english", "russian"),
    [
        ([], "", ""),
        ([4], "; the same in row 4", "; то же в строке 4"),
        ([3, 4, 5, 6], "; the same in rows 3, 4, 5, 6", "; то же в строках 3, 4, 5, 6"),
        (
            [4, 5, 7, 8, 9],
            "; the same in rows 4, 5, 7, and in 2 more",
            "; то же в строках 4, 5, 7 и ещё в 2 строках",
        ),
    ],
)
def test_equal_cells_are_one_fault_that_has_all_their_rows(
    others: list[int], english: str, russian: str
) -> None:
    """What stands in one column is told once for each text, and every row of it is among its places."""
    last = max(others, default=2)
    says = {2: "reorganised", **dict.fromkeys(others, "reorganised")}
    text = "\n".join(f"School {row} | | {says.get(row, 'yes')}" for row in range(2, last + 1))
    rows = table(f"Name | INN | Status\n{text}\nSchool | | merged")
    how = mapping(record("organisation", dict(ORGANISATION)))
    with pytest.raises(InvalidTableError) as caught:
        read(rows, how)
    first, second = caught.value.issues
    assert first.message == f'the mapping has no code for "reorganised"{english}'
    assert retold(first, language="ru").message == f'в сопоставлении нет кода для "reorganised"{russian}'
    assert [first.path, *first.also] == [f'table.csv, row {row}, column "Status"' for row in says]
    assert retold(first, language="ru").also == tuple(
        f'table.csv, строка {row}, столбец "Status"' for row in others
    )
    assert (second.value, second.also) == ('"merged"', ())
    account = read(rows, how, on_error="collect").account
    counted = [row["count"] for row in account.rows() if row["what"] == "problem"]
    assert counted == [1 + len(others), 1]


def test_a_row_that_needs_a_broken_row_is_broken_with_it() -> None:
    """A reference to what a broken row would have made is not called a mistake of its own."""
    rows = table("Name | Kind | Partner\nA | No kind | \nB | school | A\nC | school | B\nD | school | Bb")
    how = mapping(
        record("organisation", {"name": "Name", "kind": "Kind"}),
        record(
            "relation",
            {
                "source": {"record": "organisation"},
                "target": "Partner",
                "kind": {"constant": "partners-with"},
            },
        ),
    )
    assert told(rows, how)[1:] == [
        (
            '  table.csv, row 5, column "Partner": no record of the tables is called "Bb". Did you mean "b"? '
            "[unknown-name]"
        )
    ]
    found = read(rows, how, on_error="collect")
    assert list(found.model.organisations) == []
    assert [issue.code for issue in found.account.problems] == [
        "bad-code", "broken-record", "broken-record", "unknown-name"
    ]  # fmt: skip
    assert str(found.account.problems[1]) == (
        'table.csv, row 3, column "Partner": "A" is of a row that could not be read. Mend that '
        "row; nothing is wrong "
        "with this one. [broken-record]"
    )


def test_an_end_that_fits_several_records_is_refused() -> None:
    """A name that two records have says neither."""
    rows = table("Name | INN | Partner\nA | 7707083893 | \nA | 5501234560 | \nB | | A")
    how = mapping(
        record("organisation", {"name": "Name", "identifiers.inn": "INN"}),
        record(
            "relation",
            {
                "source": {"record": "organisation"},
                "target": "Partner",
                "kind": {"constant": "partners-with"},
            },
        ),
    )
    assert told(rows, how) == [
        (
            '  table.csv, row 4, column "Partner": "A" may be any of several: inn-5501234560, '
            "inn-7707083893. Say which, "
            "by an id or an identifier. [ambiguous-record]"
        )
    ]


NESTED = {
    "no id": ('[{"document": "no id"}]', "bad-id"),
    "no code": ('[{"document": "a", "confidence": "No code"}]', "bad-code"),
    "unseen": ('[{"document": "a", "locator": "\u202e"}, {"document": "a"}]', "bad-text"),
}


@pytest.mark.parametrize(("cell", "code"), NESTED.values(), ids=NESTED)
@pytest.mark.parametrize("type", ["organisation", "relation"])
def test_a_fault_within_a_value_of_a_record_is_told_like_any_other(type: str, cell: str, code: str) -> None:
    """A citation that breaks a rule makes its row a broken one, whatever the record is that cites."""
    said = {"evidence": {"columns": ["Cited"], "json": True}}
    ends = {"source": {"record": "one"}, "kind": {"constant": "funds"}, "target": {"record": "other"}}
    how = mapping(
        record("organisation", {"name": "One", **(said if type == "organisation" else {})}, name="one"),
        record("organisation", {"name": "Other"}, name="other"),
        record("relation", {**ends, **(said if type == "relation" else {})}),
    )
    rows = Made("table.csv", [["One", "Other", "Cited"], ["A", "B", cell], ["C", "D", None]])
    with pytest.raises(InvalidTableError) as caught:
        read(rows, how)
    assert code in {issue.code for issue in caught.value.issues}
    found = read(rows, how, on_error="collect")
    assert found.account.broken == 1
    assert [one.id for one in found.model.organisations.values()] == ["c", "d"]


def test_what_records_say_together_is_told_at_a_row() -> None:
    """What contradicts only when all rows are read has a row as well."""
    rows = table("Name | Partner\nA | A")
    how = mapping(
        record("organisation", {"name": "Name"}),
        PARTNERS,
    )
    assert told(rows, how) == [
        (
            '  table.csv, row 2, column "Partner": the relation leads from "a" to itself. Name two '
            "different records. "
            "[self-relation]"
        )
    ]


SHEETS = {
    "a column": (
        SheetMapping(records=[record("organisation", {"name": "Nane"})]),
        '  table.csv, column "Nane": the table has no column "Nane". Did you mean "Name"? [unknown-column]',
    ),
    "no column like it": (
        SheetMapping(records=[record("organisation", {"name": "Name"})], drop=["Ω"]),
        (
            '  table.csv, column "Ω": the table has no column "Ω". The columns are: Name, Other. '
            "[unknown-column]"
        ),
    ),
    "an unmapped column": (
        SheetMapping(records=[record("organisation", {"name": "Name"})], unmapped="refuse"),
        (
            '  table.csv, column "Other": no line of the mapping names this column. Name it in a line, '
            "or under drop. "
            "[unmapped-column]"
        ),
    ),
    "a constant": (
        SheetMapping(records=[record("organisation", {"name": "Name", "size": {"constant": "many"}})]),
        '  table.csv: "many" is not a whole number. Write digits only, such as 25. [not-a-number]',
    ),
    "two lists": (
        SheetMapping(
            records=[
                record("organisation", {"name": "Name"}, name="a", each="Name"),
                record("organisation", {"name": "Other"}, name="b", each="Other"),
                record("relation", {"source": {"record": "a"}, "target": {"record": "b"}}),
            ]
        ),
        (
            '  table.csv: "relation" is one of the things in several columns at once. Let it refer to '
            "records of one "
            "column with several things only. [bad-each]"
        ),
    ),
    "a circle": (
        SheetMapping(
            records=[
                record("document", {"name": "Name", "evidence": {"record": "b"}}, name="a"),
                record("document", {"name": "Other", "evidence": {"record": "a"}}, name="b"),
            ]
        ),
        (
            '  table.csv: "a" refers to a record that refers back to it. Take one of the two lines away. '
            "[circular-record]"
        ),
    ),
}


@pytest.mark.parametrize(("sheet", "message"), SHEETS.values(), ids=SHEETS)
def test_a_mapping_that_does_not_fit_is_refused(sheet: SheetMapping, message: str) -> None:
    """What the mapping and the heads do not agree on is said before a row is read."""
    assert told(table("Name | | Other\nA | | B"), TableMapping("Town", sheets=[sheet])) == [message]


def test_tables_and_sheets_that_have_no_pair_are_told() -> None:
    """Each is doubtful beside others, and broken when there is no pair at all."""
    records = [record("organisation", {"name": "Name"})]
    how = TableMapping("Town", sheets=[SheetMapping(sheet="Реестр", records=records)])
    some = [Made("a.xlsx", [["Name"], ["A"]], "Реест"), Made("a.xlsx", [["x"]], "реестр")]
    assert told(some[0], how) == [
        (
            '  a.xlsx, sheet "Реест": the mapping does not say what the rows of this table make. Add '
            "it to the mapping if "
            "its rows are wanted. [unmapped-table]"
        ),
        '  $.sheets[0]: no table is there that this is for. Did you mean "Реест"? [unmatched-mapping]',
    ]
    assert told(some[0], TableMapping("Town"))[-1] == (
        "  $.sheets: the mapping says of no sheet what its rows make. Add a sheet to it. [unmatched-mapping]"
    )
    good = Made("a.xlsx", [["Name"], ["A"]], "Реестр ")
    found = read([some[0], good], how)
    assert [issue.code for issue in found.account.problems] == ["unmapped-table"]
    more = TableMapping("Town", sheets=[*how.sheets, SheetMapping(file="b*.csv", records=records)])
    (issue,) = read(good, more).account.problems
    assert issue.hint == 'The tables are: a.xlsx, sheet "Реестр ".'
    twice = TableMapping("Town", sheets=[*how.sheets, *how.sheets])
    assert (
        told(good, twice)
        == [
            (
                '  a.xlsx, sheet "Реестр ": two sheets of the mapping are for this table. Say in each, by '
                "file or sheet, what it is for. [ambiguous-mapping]"
            ),
            '  $.sheets[1]: no table is there that this is for. Did you mean "Реестр "? [unmatched-mapping]',
        ][:1]
    )


def test_the_mapping_that_names_more_is_taken() -> None:
    """A sheet that is named goes before a file that is, and that before neither."""

    def of(name: str) -> list[RecordMapping]:
        return [record("organisation", {"name": "Name", "description": {"constant": name}})]

    how = TableMapping(
        "Town",
        sheets=[
            SheetMapping(file="a*", records=of("file")),
            SheetMapping(sheet="s", records=of("sheet")),
            SheetMapping(records=of("any")),
            SheetMapping(file="*", sheet="no such", records=of("none")),
            SheetMapping(file="b*", sheet="s", records=of("none")),
        ],
    )
    some = [
        Made("a.xlsx", [["Name"], ["A"]], "s"),
        Made("A.xlsx", [["Name"], ["B"]], "t"),
        Made("b", [["Name"], ["C"]]),
    ]
    found = read(some, how).model
    assert [one.description for one in found.organisations.values()] == ["sheet", "file", "any"]


def refused(*records: RecordMapping) -> str:
    """Return what is wrong with the records of a sheet."""
    with pytest.raises(InvalidRecordError) as caught:
        SheetMapping(records=records)
    return str(caught.value)


def test_a_mapping_that_contradicts_itself_is_refused() -> None:
    """Each fault of a mapping is said with its place, before a table is opened."""
    with pytest.raises(InvalidRecordError, match='nothing says where "name" comes from'):
        FieldMapping("name")
    with pytest.raises(InvalidRecordError, match='"name" comes from several places at once'):
        FieldMapping("name", columns=["a"], constant="b")
    with pytest.raises(InvalidRecordError) as caught:
        record("organisation", {"nmae": "a", "names.x y": "a", "url": "b", "name": {"record": "x"}})
    assert [(issue.code, issue.path) for issue in caught.value.issues] == [
        ("unknown-field", "RecordMapping.fields[0].to"),
        ("unknown-field", "RecordMapping.fields[1].to"),
        ("unknown-field", "RecordMapping.fields[2].to"),
        ("bad-source", "RecordMapping.fields[3].record"),
    ]
    assert caught.value.issues[0].message == '"nmae" is no field of the type organisation'
    assert caught.value.issues[0].hint.startswith(
        'Did you mean "name"? Write one of: id, name, names.LANGUAGE, '
    )
    lines = [FieldMapping("name", columns=["a"]), FieldMapping("name", columns=["b"])]
    with pytest.raises(InvalidRecordError, match='two lines are for "name", which has one value'):
        RecordMapping("person", fields=lines)
    lines = [FieldMapping("period.start", columns=["a"]), FieldMapping("period", columns=["b"])]
    with pytest.raises(InvalidRecordError, match='two lines are for "period", which has one value'):
        RecordMapping("place", fields=lines)
    lines.reverse()
    with pytest.raises(InvalidRecordError, match=r'two lines are for "period\.start", which has one value'):
        RecordMapping("place", fields=lines)
    lines = [FieldMapping("level.a", columns=["a"]), FieldMapping("level.b", columns=["b"])]
    with pytest.raises(InvalidRecordError, match=r'two lines are for "level\.b", which has one value'):
        RecordMapping("relation", fields=lines)
    with pytest.raises(InvalidRecordError, match="JSON is read for one of: names, evidence"):
        RecordMapping("person", fields=[FieldMapping("name", columns=["a"], json=True)])
    one = record("organisation", {"name": "a"})
    assert 'two records of one row are called "organisation"' in refused(one, one)
    led = record("relation", {"source": {"record": "organisaton"}})
    assert 'no other record of the row is called "organisaton". Did you mean "organisation"?' in refused(
        one, led
    )
    assert "Write the name or the type of another entity" in refused(led)


def test_a_number_that_may_be_a_persons_is_nowhere_repeated() -> None:
    """Neither what is wrong nor what was changed tells it."""
    rows = table("Name | INN\nA | 500100732259.0\nB | ИНН 500100732259")
    how = mapping(record("organisation", {"name": "Name", "identifiers.inn": "INN"}))
    found = read(rows, how, on_error="collect")
    assert found.account.broken == 2
    assert "5001007322" not in str(found.account)
    assert "5001007322" not in "".join(map(str, found.account.problems))


def test_another_word_for_what_becomes_of_faults_is_refused() -> None:
    """There are two, and both are said."""
    with pytest.raises(ValueError, match="on_error is 'skip'; give one of: raise, collect"):
        read(table("a\nb"), mapping(record("person", {"name": "a"})), on_error="skip")


def test_a_fault_of_the_model_that_rows_are_added_to_is_told_of_it() -> None:
    """A row that contradicts the model is the one that is refused."""
    model = PartnerModel("Town", [Person("a", "A")])
    rows = table("id | name\na | B")
    with pytest.raises(InvalidTableError) as caught:
        read(rows, mapping(record("organisation", {"id": "id", "name": "name"})), into=model)
    assert [issue.code for issue in caught.value.issues] == ["duplicate-id"]


def test_a_record_of_a_total_is_doubted() -> None:
    """What has only a name that totals begin with is a record and a doubt; an identifier dispels it."""
    rows = table("Name | INN\nA | 7707083893\nИтого: | \nВсего доброго | 5501234560\nИтого: | \nB | ")
    how = mapping(record("organisation", {"name": "Name", "identifiers.inn": "INN"}))
    found = read(rows, how)
    assert len(found.model.organisations) == 4
    (doubt,) = found.account.problems
    assert (doubt.code, doubt.severity, doubt.also) == (
        "seeming-total",
        "doubtful",
        ('table.csv, row 5, column "Name"',),
    )
    assert str(retold(doubt, language="ru")) == (
        'table.csv, строка 3, столбец "Name": создана запись "Итого:", хотя это похоже на итог или '
        "примечание; то же в строке 5. Если это не запись, укажите номер её строки в skip или номер "
        "последней строки таблицы в until. [seeming-total]"
    )
    again = read(table("Name | INN\nC | "), how, into=found.model)
    assert again.account.problems == ()


def test_a_fault_of_several_tables_names_all_its_places() -> None:
    """Where rows of two tables say the same thing wrongly of one record, they are counted, and all told."""
    tables = [table("Name | Kind\nA | No kind", name) for name in ("one.csv", "two.csv")]
    with pytest.raises(InvalidTableError) as caught:
        read(tables, mapping(record("organisation", {"name": "Name", "kind": "Kind"})))
    (issue,) = caught.value.issues
    assert issue.message == '"No kind" is not a code; so in 1 more rows'
    assert (issue.path, issue.also) == (
        'one.csv, row 2, column "Kind"',
        ('two.csv, row 2, column "Kind"',),
    )
