"""A proposal for a table is a mapping that can be read, and says of each column what it makes, and why."""

from __future__ import annotations

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.tables import samples

from partnermodel import InvalidTableError
from partnermodel.formats.tables.mappings.mapping import FieldMapping, RecordMapping
from partnermodel.formats.tables.mappings.mapping_files import mapping_from
from partnermodel.formats.tables.reading.reading import read_table
from partnermodel.formats.tables.sources.grid import Cell, Grid
from partnermodel.formats.tables.suggesting.codes import codes_of
from partnermodel.formats.tables.suggesting.columns import Column, Sample, sampled
from partnermodel.formats.tables.suggesting.footers import Footer, footer_of
from partnermodel.formats.tables.suggesting.heads import NUMBER, PERSONAL, meaning_of
from partnermodel.formats.tables.suggesting.judging import judged
from partnermodel.formats.tables.suggesting.suggesting import SuggestedMapping, suggest_mapping
from partnermodel.values.text import shown


def written(path: Path, *rows: list[str]) -> Path:
    """Return a file with rows."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def made(found: SuggestedMapping) -> dict[str, str | None]:
    """Return what each column makes."""
    return {one.column: "left out" if one.dropped else one.to for one in found.columns}


def field(record: RecordMapping, to: str) -> FieldMapping:
    """Return the line of a record for a field."""
    return next(one for one in record.fields if one.to == to)


def field_of(record: RecordMapping, to: str) -> bool:
    """Return whether a record has a line for a field."""
    return any(one.to == to for one in record.fields)


@pytest.mark.parametrize("name", ["register", "register-csv"])
def test_a_register_with_a_preamble_and_a_header_of_two_rows(name: str, tmp_path: Path) -> None:
    """The header is found below a preamble, its two rows are one head, and what is not known is left."""
    found = suggest_mapping(samples.write_samples(tmp_path)[name])
    sheet = found.mapping.sheets[0]
    assert (sheet.header, sheet.header_rows, found.mapping.language) == (4, 2, "ru")
    assert made(found) == {
        "№ п/п": "left out",
        "Наименование организации / полное": "organisation: name",
        "Наименование организации / краткое": "organisation: aliases",
        "Реквизиты / ИНН": "organisation: identifiers.inn",
        "Реквизиты / ОГРН": "organisation: identifiers.ogrn",
        "Адрес / населённый пункт": "place: name",
        "Адрес / улица": None,
        "Статус": "organisation: status",
        "Дата основания": "organisation: period.start",
        "Обучается студентов с ОВЗ, чел. / 2022": None,
        "Обучается студентов с ОВЗ, чел. / 2023": None,
        "Примечание": "organisation: description",
    }
    status = field(sheet.records[0], "status")
    assert dict(status.codes) == {"Действует": "active", "действующее": "active"}
    lines = found.text().splitlines()
    assert [line for line in lines if line.startswith("# status")] == [
        '# status.codes."реорганизация" = "…"',
        '# status.codes."ликвидировано" = "…"',
    ]


def test_a_long_table_says_who_takes_part_in_what(tmp_path: Path) -> None:
    """With a project and an organisation in each row, a row is a participation; partners are told apart."""
    found = suggest_mapping(samples.write_samples(tmp_path)["participation"])
    sheet = found.mapping.sheets[0]
    assert [record.name or record.type for record in sheet.records] == [
        "organisation",
        "project",
        "taking part",
        "partner",
        "partner of it",
    ]
    assert made(found)["Статус"] == "project: status", "it is the same wherever the project is"
    assert made(found)["Дата начала"] == "taking part: period.start", "it is another one each time"
    assert made(found)["Код проекта"] == "project: id"
    assert (sheet.records[3].each, sheet.records[3].separator) == ("Партнёры", ";")
    assert (sheet.decimal, sheet.blank) == (",", ("—",))


def test_lists_whose_columns_were_renamed_make_the_same(tmp_path: Path) -> None:
    """Each file has a part of its own, and under three heads stands the same field."""
    files = samples.write_yearly(tmp_path)
    found = suggest_mapping(files)
    assert [sheet.file for sheet in found.mapping.sheets] == [file.name for file in files]
    for sheet in found.mapping.sheets:
        assert [one.to for one in sheet.records[0].fields] == ["name", "identifiers.inn"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_the_text_reads_back(language: str, tmp_path: Path) -> None:
    """What is written, with its comments in either language, is the mapping; no line is too long to read."""
    for file in samples.write_samples(tmp_path).values():
        if "1251" not in file.name:
            found = suggest_mapping(file)
            text = found.text(language=language)
            assert mapping_from(text.encode(), "the proposal") == found.mapping
            assert all(len(line) <= 100 for line in text.splitlines() if line.startswith("#"))


def test_the_table_has_a_row_for_each_column(tmp_path: Path) -> None:
    """A column is told with what it makes, how sure that is, and why."""
    file = written(tmp_path / "schools.csv", ["Name", "Kind", "Phone"], ["A", "x", "1"], ["B", "x", "2"])
    assert str(suggest_mapping(file)) == (
        "A proposal for a mapping\n"
        "column  makes                    how sure  why\n"
        "Name    organisation: name       high      its head says so, 2 of 2 cells look like it\n"
        "Kind    nothing yet              high      its head says so, 2 of 2 cells look like it, none of its "
        'texts is a word of the vocabulary: "x"\n'
        "Phone   nothing: it is left out  high      it tells of persons, of whom nothing is kept"
    )
    assert "речь о людях, а сведения о них не хранятся" in str(suggest_mapping(file).table(language="ru"))


@pytest.mark.parametrize(
    ("head", "cells"),
    [
        ("ФИО директора", ["А"]),
        ("e-mail", ["x"]),
        ("Contact person", ["x"]),
        ("Сведения", ["Петров Пётр Петрович", "Петрова Анна Петровна"]),
        ("Связь", ["+7 (3812) 00-00-00", "8-381-200-00-00"]),
        ("Other", ["a@b.org", "c@d.org"]),
    ],
)
def test_what_tells_of_persons_is_dropped(head: str, cells: list[str], tmp_path: Path) -> None:
    """A column with names, telephones or addresses of persons is left out, by its head or by its cells."""
    assert judged(Column(head, tuple(cells))).meaning == PERSONAL
    file = written(tmp_path / "a.csv", ["Name", head], *([f"School {cell}", cell] for cell in cells))
    found = suggest_mapping(file)
    assert made(found)[head] == "left out"
    assert head in found.mapping.sheets[0].drop


@pytest.mark.parametrize(
    ("head", "cells", "meaning", "confidence"),
    [
        ("№", ["1", "2", "3"], NUMBER, "high"),
        ("№", ["1", "2", "4"], None, "low"),
        ("Код", ["9900079190", "9900079190"], "identifiers.inn", "moderate"),
        ("Name", ["12", "13"], "name", "low"),
        (
            "Начало",
            ["01.09.2024", "сентябрь 2024 г.", "2024", "с 2019 года", "1 Sept 2024"],
            "period.start",
            "high",
        ),
        ("Начало", ["скоро", "2024"], "period.start", "low"),
        ("Начало", ["12.10.23", "01.02.24"], "period.start", "low"),  # of either century: it will be refused
        ("Начало", ["декабрище 2024", "summary 2024"], "period.start", "low"),
        ("Size", ["12", "1 200"], "size", "high"),
        ("Участие", ["2022–2024", "2023-10-12", "с 01.09.2019 по 2020"], "period", "moderate"),
        ("2022", ["2022", "2024"], None, "low"),
        ("Код", ["9900079191"] * 3, None, "low"),
        ("Code", [], None, "high"),
    ],
)
def test_head_and_cells_speak_together(head: str, cells: list[str], meaning: str, confidence: str) -> None:
    """A proposal is sure where both agree, and low where the cells are something else than the head says."""
    found = judged(Column(head, tuple(cells)))
    assert (found.meaning, found.confidence) == (meaning, confidence)


@pytest.mark.parametrize(
    ("head", "meaning"),
    [
        ("projectID", "project id"),
        ("endDate", "period.end"),
        ("Тип проекта", "kind"),
        ("Тип партнёра", "kind"),
        ("Вид договора", "kind"),
        ("Partner type", "kind"),
        ("Вид связи", "kind"),
        ("Type of relation", "kind"),
        ("Характер связи", None),
        ("Количество соглашений", None),
        ("Number of participants", "size"),
        ("...", None),
        ("Colour", None),
    ],
)
def test_a_head_is_known_by_its_words(head: str, meaning: str | None) -> None:
    """Words are known by their stems, also where they are joined; an amount of something is not the thing."""
    assert meaning_of(head) == meaning


def test_only_projects_or_programmes(tmp_path: Path) -> None:
    """A table without organisations is of its projects, or else of its programmes; or nothing is proposed."""
    projects = written(tmp_path / "a.csv", ["Project", "Role"], ["P", "host"], ["Q", "host"])
    assert made(suggest_mapping(projects)) == {"Project": "project: name", "Role": None}
    programmes = written(
        tmp_path / "b.csv", ["Программа", "Регион", "Документ"], ["Сварка", "Омск", "Акт"], ["Шитьё", "", ""]
    )
    found = suggest_mapping(programmes)
    assert [one.name or one.type for one in found.mapping.sheets[0].records] == [
        "programme",
        "place",
        "place of it",
        "document",
    ]
    assert field(found.mapping.sheets[0].records[0], "evidence").record == "document"
    colours = written(tmp_path / "c.csv", ["Colour", "Shape"], ["red", "round"])
    assert made(suggest_mapping(colours)) == {"Colour": None, "Shape": None}
    assert suggest_mapping(colours).mapping.sheets[0].records == ()


def test_what_is_the_same_for_an_organisation_is_of_it(tmp_path: Path) -> None:
    """In a long table, what depends on the organisation is said of it; on neither end, of the relation."""
    rows = [
        [
            f"Project {number // 3}",
            f"School {number % 3}",
            ("open", "closed", "open")[number % 3],
            f"note {number}",
        ]
        for number in range(9)
    ]
    rows.append(["", "School 9", "open", ""])
    file = written(tmp_path / "a.csv", ["Project", "School", "Status", "Notes"], *rows)
    found = made(suggest_mapping(file))
    assert (found["Status"], found["Notes"]) == ("organisation: status", "taking part: description")


def test_what_two_have_agreed_on_is_of_neither_of_them(tmp_path: Path) -> None:
    """A row with two organisations tells of their tie: what changes with it, or what they have signed."""
    heads = [
        "Организация",
        "Партнёр",
        "Вид",
        "Дата заключения",
        "Срок действия",
        "Создана",
        "Соглашение",
    ]
    rows = [
        ["Школа № 5", "Завод", "школа", "01.09.2023", "2025", "1980", "Соглашение № 1"],
        ["Школа № 6", "Завод", "школа", "01.09.2024", "2026", "1990", "Соглашение № 2"],
    ]
    found = made(suggest_mapping(written(tmp_path / "a.csv", heads, *rows)))
    assert found == {
        "Организация": "organisation: name",
        "Партнёр": "partner: name",
        "Вид": "organisation: kind",
        "Дата заключения": "partner of it: period.start",
        "Срок действия": "partner of it: period.end",
        "Создана": None,
        "Соглашение": "document: name",
    }
    heads, rows = (
        ["School", "Partner", "Founded", "Status", "Notes"],
        [
            ["A", "X", "1980", "active", "a"],
            ["A", "Y", "1980", "planned", "b"],
            ["A", "Y", "1980", "planned", "b"],
            ["B", "X", "1990", "active", ""],
        ],
    )
    suggested = suggest_mapping(written(tmp_path / "b.csv", heads, *rows))
    assert {column: to for column, to in made(suggested).items() if column in heads[2:]} == {
        "Founded": "organisation: period.start",
        "Status": "partner of it: status",
        "Notes": "partner of it: description",
    }
    model = read_table(tmp_path / "b.csv", suggested.mapping).model
    assert [(link.id, link.status) for link in model.relations.values()] == [
        ("a/partners-with/x", "active"),
        ("a/partners-with/y", "planned"),
        ("b/partners-with/x", "active"),
    ]


HEADS_OF_TIES = (
    "Вид связи",
    "Тип связи",
    "Характер связи",
    "Вид отношений",
    "Форма сотрудничества",
    "Relation kind",
    "Type of relation",
    "relationshipType",
    "Kind of partnership",
)


@pytest.mark.parametrize("head", HEADS_OF_TIES)
def test_how_two_are_joined_is_the_kind_of_their_tie(head: str, tmp_path: Path) -> None:
    """A row with two organisations may say so, also beside what sort of organisation the first is."""
    rows = [
        ["А", "школа", "Х", "партнёрство"],
        ["А", "школа", "У", "Сотрудничество"],
        ["Б", "колледж", "Х", "funds"],
        ["Б", "колледж", "У", "gives work placements to"],
    ]
    file = written(tmp_path / "a.csv", ["Организация", "Тип", "Партнёр", head], *rows)
    suggested = suggest_mapping(file)
    assert made(suggested)[head] == "partner of it: kind"
    assert made(suggested)["Тип"] == "organisation: kind"
    assert suggested.columns[3].confidence == "high"
    model = read_table(file, suggested.mapping).model
    assert {(link.source, link.kind, link.target) for link in model.relations.values()} == {
        ("a", "partners-with", "kh"),
        ("a", "cooperates-with", "u"),
        ("b", "funds", "kh"),
        ("b", "gives-placements-to", "u"),
    }


@pytest.mark.parametrize("kind", ["funds", "места практики", "родство"])
def test_who_gives_and_who_gets_is_left_to_a_person(kind: str, tmp_path: Path) -> None:
    """A table of pairs does not say it: the comment above the kind tells where the direction stands."""
    heads = ["Организация", "Партнёр", "Вид связи"]
    file = written(tmp_path / "a.csv", heads, ["А", "Х", kind], ["Б", "У", "сотрудничество"])
    for language, said in (
        ("en", "A relation leads from source to target: if the rows mean it the other way round, exchange"),
        ("ru", "Отношение ведёт от source к target: если в строках наоборот, поменяйте их местами."),
    ):
        text = suggest_mapping(file).text(language=language)
        above = text.partition("\nkind")[0].rpartition('record = "organisation" }\n')[2]
        assert said in " ".join(above.replace("\n# ", " ").split())
        assert said.split(":")[0] not in text.partition("source = ")[0]


@pytest.mark.parametrize("head", HEADS_OF_TIES)
def test_what_two_organisations_cannot_have_is_no_kind_of_their_tie(head: str, tmp_path: Path) -> None:
    """A kind between other records is left to a person, and is none of the codes that are named for it."""
    file = written(tmp_path / "a.csv", ["Name", "Partner", head], ["A", "X", "funds"], ["A", "Y", "offers"])
    lines = suggest_mapping(file).text().splitlines()
    assert [line for line in lines if line.startswith(("kind.codes", "# kind"))] == [
        'kind.codes.funds = "funds"',
        '# kind.codes.offers = "…"',
    ]
    assert not any("offers (" in line for line in lines)


@pytest.mark.parametrize("head", HEADS_OF_TIES)
def test_a_head_means_what_it_meant_where_nobody_says_how_two_are_joined(head: str, tmp_path: Path) -> None:
    """Without two organisations in a row, or a word for what joins them, the head alone decides nothing."""
    before = {"kind": "organisation: kind", "partner": "partner: name", None: None}[meaning_of(head)]
    alone = written(tmp_path / "a.csv", ["Name", head], ["A", "school"], ["B", "college"])
    assert made(suggest_mapping(alone))[head] == before
    pairs = ["A", "X", "school"], ["A", "Y", "school"], ["B", "X", "college"]
    found = suggest_mapping(written(tmp_path / "b.csv", ["Name", "Partner", head], *pairs))
    assert made(found)[head] == before
    assert field(found.mapping.sheets[0].records[-1], "kind").constant == "partners-with"
    listed = ["A", "X; Y", "funds"], ["B", "X; Z", "funds"]
    found = suggest_mapping(written(tmp_path / "c.csv", ["Name", "Partner", head], *listed))
    assert made(found)[head] is None
    tasks = ["A", "Fair", "X", "funds"], ["B", "Fair", "Y", "funds"]
    found = suggest_mapping(written(tmp_path / "d.csv", ["Name", "Project", "Partner", head], *tasks))
    assert made(found)[head] is None


@pytest.mark.parametrize(
    "heads",
    [
        ("Первая организация", "Вторая организация"),
        ("Первая сторона", "Вторая сторона"),
        ("Организация", "Учреждение"),
        ("Organisation 1", "Organisation 2"),
        ("First party", "Second party"),
    ],
)
def test_where_a_row_says_how_two_are_joined_its_second_name_is_the_partner(
    heads: tuple[str, str], tmp_path: Path
) -> None:
    """It is no second name of the first one, and no column is said to lack words that it has."""
    rows = ["А", "Х", "Сотрудничество"], ["Б", "У", "практика"]
    suggested = suggest_mapping(written(tmp_path / "a.csv", [*heads, "Вид связи"], *rows))
    assert made(suggested) == {
        heads[0]: "organisation: name",
        heads[1]: "partner: name",
        "Вид связи": "partner of it: kind",
    }
    file = written(tmp_path / "b.csv", [*heads, "Цвет"], ["А", "Х", "синий"])
    assert made(suggest_mapping(file))[heads[1]] == ("partner: name" if heads[1][0] in "ВS" else None)


def test_where_a_row_says_how_two_are_joined_its_status_and_dates_are_of_the_tie(tmp_path: Path) -> None:
    """One that has several ties of one status proves nothing; two do, and so does a date of foundation."""
    heads = ["Организация", "Партнёр", "Вид связи", "Статус", "Начало", "Год создания"]
    rows = [
        ["А", "Х", "сотрудничество", "действует", "2020", "1960"],
        ["А", "У", "сотрудничество", "действует", "2020", "1960"],
        ["Б", "Х", "сотрудничество", "планируется", "2021", "1970"],
    ]
    found = made(suggest_mapping(written(tmp_path / "a.csv", heads[:5], *[row[:5] for row in rows])))
    assert (found["Статус"], found["Начало"]) == ("partner of it: status", "partner of it: period.start")
    of_both = [row[:4] + row[5:] for row in [*rows, ["Б", "У", *rows[2][2:]]]]
    found = made(suggest_mapping(written(tmp_path / "b.csv", heads[:4] + heads[5:], *of_both)))
    assert (found["Статус"], found["Год создания"]) == ("organisation: status", "organisation: period.start")


def test_what_tells_of_a_person_is_no_kind_of_a_tie(tmp_path: Path) -> None:
    """It is left out, whatever else its head and its cells say."""
    file = written(tmp_path / "a.csv", ["Name", "Partner", "Relation type, contact"], ["A", "X", "funds"])
    assert made(suggest_mapping(file))["Relation type, contact"] == "left out"


def test_kinds_that_change_with_the_partner_are_of_the_tie(tmp_path: Path) -> None:
    """A head that only says "type" may stand above them; of two such columns, the one that says it better."""
    rows = [["A", "X", "funds"], ["A", "Y", "advises"], ["B", "X", "funds"], ["B", "Y", "part of"]]
    suggested = suggest_mapping(written(tmp_path / "a.csv", ["Name", "Partner", "Type"], *rows))
    assert made(suggested)["Type"] == "partner of it: kind"
    assert field(suggested.mapping.sheets[0].records[-1], "kind").codes["advises"] == "advises"
    both = [[*row, "supervises"] for row in rows]
    found = suggest_mapping(written(tmp_path / "b.csv", ["Name", "Partner", "Type", "Type of tie"], *both))
    assert made(found)["Type of tie"] == "partner of it: kind"
    assert made(found)["Type"] is None


def test_a_document_of_two_is_cited_for_their_tie(tmp_path: Path) -> None:
    """An order on an organisation, whose partners are a list, is still cited for the organisation."""
    heads = ["Организация", "Партнёр", "Соглашение"]
    pairs = suggest_mapping(written(tmp_path / "a.csv", heads, ["А", "Б", "№ 1"])).mapping
    assert [one.name or one.type for one in pairs.sheets[0].records if field_of(one, "evidence")] == [
        "partner of it"
    ]
    lists = suggest_mapping(written(tmp_path / "b.csv", heads, ["А", "Б; В", "№ 1"])).mapping
    assert [one.name or one.type for one in lists.sheets[0].records if field_of(one, "evidence")] == [
        "organisation"
    ]


@pytest.mark.parametrize(
    "head",
    [
        "Контактное лицо",
        "Контактные лица",
        "Данные контактных лиц",
        "Кому звонить: контактному лицу",
        "Тел.",
        "E-mail",
        "Руководитель",
    ],
)
def test_who_is_to_be_asked_is_a_person(head: str) -> None:
    """Such a column is left out, whatever stands in it."""
    assert meaning_of(head) == PERSONAL


def test_a_word_of_the_vocabulary_speaks_for_its_column_also_when_it_is_said_once(tmp_path: Path) -> None:
    """What every cell says has a code, so the column is of kinds; a word without one speaks against it."""
    rows = ["A", "college"], ["B", "school"], ["C", "resource centre"]
    (column,) = suggest_mapping(written(tmp_path / "a.csv", ["Name", "Type"], *rows)).columns[1:]
    assert (column.confidence, column.to) == ("high", "organisation: kind")
    (column,) = suggest_mapping(written(tmp_path / "b.csv", ["Name", "Type"], *rows, ["D", "?"])).columns[1:]
    assert column.confidence == "low"


def test_a_period_has_one_column_or_two(tmp_path: Path) -> None:
    """A column of periods is the period, unless a column of its beginnings or ends says it better."""
    file = written(tmp_path / "a.csv", ["Name", "Years"], ["A", "2019–2021"], ["B", "2020–2022"])
    assert made(suggest_mapping(file))["Years"] == "organisation: period"
    rows = (["A", "2019–2021", "2019"], ["B", "2020–2022", "2020"])
    found = made(suggest_mapping(written(tmp_path / "b.csv", ["Name", "Years", "Founded"], *rows)))
    assert (found["Years"], found["Founded"]) == (None, "organisation: period.start")


def test_several_in_one_cell(tmp_path: Path) -> None:
    """What stands between several partners in a cell is found out, also the end of a line."""
    file = written(
        tmp_path / "a.csv", ["Name", "Partners", "Programmes"], ["A", "B\nC", "D, E"], ["B", "D", "F, G"]
    )
    partner, _, programme, _ = suggest_mapping(file).mapping.sheets[0].records[1:]
    assert (partner.each, partner.separator) == ("Partners", "\n")
    assert (programme.each, programme.separator) == ("Programmes", ",")


def test_two_heads_for_one_field(tmp_path: Path) -> None:
    """The first column makes the field, and of the second it is said that it does not."""
    file = written(tmp_path / "a.csv", ["id", "Name", "Name", ""], ["a", "A", "B", "?"], ["c", "C", "D", ""])
    found = suggest_mapping(file)
    assert made(found) == {
        "id": "organisation: id",
        "Name": "organisation: name",
        "Name (2)": None,
        "[D]": None,
    }
    assert "another column makes that field, or no record has it" in str(found)


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    """What has only a header, or nothing at all, is no table to propose anything for."""
    file = written(tmp_path / "a.csv", ["Name", "Status"])
    with pytest.raises(InvalidTableError, match="there is no row below a header") as caught:
        suggest_mapping(file)
    assert caught.value.issues[0].code == "empty-table"


def test_progress_rises_over_all_files(tmp_path: Path) -> None:
    """Of several files, the share that is done rises from the first to the last."""
    shares: list[float] = []
    suggest_mapping(list(samples.write_yearly(tmp_path)), progress=shares.append)
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)


@given(st.lists(st.text(max_size=20), max_size=6))
def test_a_text_has_one_code_or_none(texts: list[str]) -> None:
    """Every text is either given a code or told to be unknown, however often it is spelled anew."""
    codes, unknown = codes_of("status", [*texts, "Действует", "ДЕЙСТВУЕТ"])
    assert not codes.keys() & set(unknown)
    assert codes["Действует"] == "active"
    assert set(unknown) <= set(texts)


def test_texts_are_quoted_in_comments(tmp_path: Path) -> None:
    """What a cell says cannot end the comment in which it is told."""
    hostile = 'x" }\nkind = "y'
    rows = [[f"School {number}", status] for number, status in enumerate(["active", hostile] * 3)]
    file = written(tmp_path / "a.csv", ["Name", "Status"], *rows)
    found = suggest_mapping(file)
    assert mapping_from(found.text().encode(), "the proposal") == found.mapping
    assert shown(hostile)[:4] in found.text()


def sample(*rows: list[Cell]) -> Sample | None:
    """Return what is sampled of some rows."""
    return sampled(Grid("a.xlsx", "S", enumerate(rows, start=1)))


def test_a_header_is_found_by_what_it_says() -> None:
    """A second row belongs to the header only where it tells apart what stands above, and nowhere else."""
    assert sample() is None
    day = datetime.datetime(2024, 9, 1)
    found = sample(["Name", None, "Start", None], ["A", None, day, None], ["B", "x", day, None])
    assert found is not None
    assert [column.head for column in found.columns] == ["Name", "[B]", "Start"], "nothing stands in D"
    assert found.columns[2].cells == ("2024-09-01", "2024-09-01")
    assert (found.header, found.header_rows) == (1, 1)
    plain = sample(["Name", "Students", None], ["A", 1, 2], ["B", 3, 4])
    assert plain is not None
    assert plain.header_rows == 1, "a row with a name in it is not a part of the header"
    double = sample(["Name", "Students", None], ["", 2022, 2023], ["B", 3, 4])
    assert double is not None
    assert [column.head for column in double.columns] == ["Name", "Students / 2022", "Students / 2023"]
    merged = sample(["Name", "Students", "Students"], ["Name", 2022, 2023], ["B", 3, 4])
    assert merged is not None
    assert [column.head for column in merged.columns] == ["Name", "Students / 2022", "Students / 2023"]
    half = sample(["Name", "Students", None], ["", 2022, None], ["B", 3, 4])
    assert half is not None
    assert half.header_rows == 1


def test_a_proposal_has_a_row_for_each_column(tmp_path: Path) -> None:
    """For machines, a column is one row: what it is called, what it makes, how surely, and why."""
    found = suggest_mapping(written(tmp_path / "a.csv", ["Name", "No."], ["Town College", "1"]))
    rows = found.rows()
    places = [[column.name for column in rows.columns].index(name) for name in ("column", "to")]
    assert [tuple(row[place] for place in places) for row in rows.values] == [
        (one.column, one.to) for one in found.columns
    ]


FOOTERS = {
    "none": ((["A", "x", "1"], ["B", "y", "2"]), None, ()),
    "totals": ((["A", "x", "1"], ["Итого:", "", "1"]), 2, ()),
    "totals in the second column": ((["1", "A", "5"], ["", "Всего", "5"]), 2, ()),
    "totals between": ((["A", "x", "1"], ["Итого по району", "", "1"], ["B", "y", "2"]), None, (3,)),
    "the header again": ((["A", "x", "1"], ["name", "«Place»", "Size"], ["B", "y", "2"]), None, (3,)),
    "a note": ((["A", "x", "1"], ["Note: by hand", "", ""]), 2, ()),
    "a remark below a blank row": (
        (["A", "x", "1"], ["B", "y", "2"], ["", "", ""], ["by hand", "", ""]),
        3,
        (),
    ),
    "a row of one cell": ((["A", "x", "1"], ["B", "", ""]), None, ()),
    "nothing": ((["", "", ""],), None, ()),
    "a last row of one cell": ((["A", "x", "1"], ["B", "y", "2"], ["C", "", ""]), None, ()),
    "the header again below a blank row": (
        (["A", "x", "1"], ["", "", ""], ["Name", "Place", "Size"], ["B", "y", "2"]),
        None,
        (4,),
    ),
    "a blank row within": ((["A", "x", "1"], ["", "", ""], ["B", "y", "2"]), None, ()),
    "another table": (
        (["A", "x", "1"], ["", "", ""], ["Ended", "", ""], ["Name", "Reason", ""], ["B", "y", ""]),
        2,
        (),
    ),
    "totals before another table": (
        (["A", "x", "1"], ["Total", "", "1"], ["", "", ""], ["Name", "Reason", ""], ["B", "y", ""]),
        2,
        (),
    ),
    "another header": ((["A", "x", "1"], ["", "", ""], ["Школа", "Статус", ""], ["B", "y", ""]), 2, ()),
    "a company": ((["A", "x", "1"], ["Total Energy", "x", "1"]), None, ()),
    "totals only": ((["Total", "x", "1"], ["Total", "x", "1"]), None, ()),
}


@pytest.mark.parametrize(("rows", "until", "skip"), FOOTERS.values(), ids=FOOTERS)
def test_what_is_no_record_is_passed_over(
    rows: tuple[list[Cell], ...], until: int | None, skip: tuple[int, ...]
) -> None:
    """Totals, repeated heads, and what stands below a table are left out; a record with gaps is not."""
    numbered = [(number, [str(cell) for cell in row]) for number, row in enumerate(rows, 2)]
    found = footer_of(numbered, ("Name", "Place", "Size"), whole=True)
    assert (found.until, found.skip) == (until, skip)


def test_below_a_sample_nothing_is_known() -> None:
    """What ends a part of a sheet is not taken for what ends the sheet, but totals never are records."""
    rows = [(2, ["A", "x", "1"]), (3, ["", "", ""]), (4, ["by hand", "", ""])]
    heads = ("Name", "Place", "Size")
    assert footer_of(rows, heads, whole=False) == Footer()
    totals = footer_of([*rows, (5, ["Итого", "", "1"])], heads, whole=False)
    assert (totals.until, totals.skip) == (None, (5,))


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_passed_over_is_told_without_persons(language: str, tmp_path: Path) -> None:
    """Above `until` and `skip` stands what begins the rows that are passed over, but no name of a person."""
    file = written(
        tmp_path / "t.csv",
        ["Наименование", "Статус", "Численность"],
        ["Школа № 5", "действует", "5"],
        ["Итого по району", "", "5"],
        ["Школа № 7", "действует", "7"],
        ["Всего", "", "12"],
        ["", "", ""],
        ["Исп. Иванова А. А.", "", ""],
    )
    found = suggest_mapping(file)
    assert [(one.until, one.skip) for one in found.mapping.sheets] == [(4, (3,))]
    text = " ".join(found.text(language=language).replace("\n# ", " ").split())
    assert '"Всего", "Исп. …"' in text
    assert '"Итого по району"' in text
    assert "Иванова" not in text
    assert {one.name for one in read_table(file, found.mapping).model.organisations.values()} == {
        "Школа № 5",
        "Школа № 7",
    }


@pytest.mark.parametrize("language", ["en", "ru"])
def test_what_is_undecided_is_a_line_to_fill_in(language: str, tmp_path: Path) -> None:
    """A text without a code has a line; filled in with a code that the comment names, the table is read."""
    rows = [[f"School {number}", status] for number, status in enumerate(["active", "слияние"] * 3)]
    file = written(tmp_path / "a.csv", ["Name", "Status"], *rows)
    text = suggest_mapping(file).text(language=language)
    assert {"en": " suspended (", "ru": " suspended (приостановлено)"}[language] in text.replace("\n#", "")
    filled = text.replace('# status.codes."слияние" = "…"', 'status.codes."слияние" = "suspended"')
    model = read_table(file, mapping_from(filled.encode(), "the proposal")).model
    assert [one.status for one in model.organisations.values()] == ["active", "suspended"] * 3


def test_the_date_of_a_document_is_not_its_name(tmp_path: Path) -> None:
    """A document is named by its number, and its date is told of it; a date alone makes no document."""
    heads = ["Организация", "Соглашение, номер", "Дата соглашения"]
    found = suggest_mapping(written(tmp_path / "a.csv", heads, ["Школа № 5", "12-с", "12.03.2023"]))
    assert made(found)["Соглашение, номер"] == "document: name"
    assert made(found)["Дата соглашения"] == "document: published"
    alone = suggest_mapping(written(tmp_path / "b.csv", heads[::2], ["Школа № 5", "12.03.2023"]))
    assert made(alone)["Дата соглашения"] is None
