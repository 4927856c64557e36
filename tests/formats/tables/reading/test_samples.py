"""The untidy samples are read whole, each with a mapping as a person would write it."""

from __future__ import annotations

from pathlib import Path

import attrs
from tests.formats.tables.reading.tables import record
from tests.formats.tables.samples import (
    COLLEGES,
    YEARLY,
    write_participation,
    write_register_csv,
    write_register_workbook,
    write_yearly,
)

from partnermodel import SheetMapping, TableMapping, load_mapping, read_table

STATUSES = {
    "действует": "active",
    "действующее": "active",
    "реорганизация": "suspended",
    "ликвидировано": "completed",
}
REGISTER = SheetMapping(
    header=4,
    header_rows=2,
    drop=["№ п/п"],
    records=[
        record(
            "organisation",
            {
                "name": "Наименование организации / полное",
                "aliases": "Наименование организации / краткое",
                "identifiers.inn": "Реквизиты / ИНН",
                "identifiers.ogrn": "Реквизиты / ОГРН",
                "status": {"columns": ["Статус"], "codes": STATUSES},
                "period.start": "Дата основания",
                "size": "Обучается студентов с ОВЗ, чел. / 2023",
            },
        )
    ],
)


def test_a_register_is_the_same_as_a_workbook_and_as_text(tmp_path: Path) -> None:
    """Merged heads, numbers for identifiers and dates in words of a file come to one model."""
    write_register_workbook(tmp_path / "a.xlsx")
    write_register_csv(tmp_path / "a.csv")
    book = TableMapping("Colleges", sheets=[_of_sheet("Реестр")])
    one = read_table(tmp_path / "a.xlsx", book)
    other = read_table(tmp_path / "a.csv", TableMapping("Colleges", sheets=[REGISTER]))
    assert one.model == other.model
    assert len(one.model.organisations) == COLLEGES == one.account.tables[0].made
    assert {column.column for column in other.account.unmapped} == {
        "Адрес / населённый пункт",
        "Адрес / улица",
        "Обучается студентов с ОВЗ, чел. / 2022",
        "Примечание",
    }


def _of_sheet(name: str) -> SheetMapping:
    return attrs.evolve(REGISTER, sheet=name)


def test_a_table_of_participation_makes_projects_and_partners(tmp_path: Path) -> None:
    """Codes that lost their type, three spellings of a role and dates of five forms are read."""
    write_participation(tmp_path / "p.csv", 200)
    roles = dict.fromkeys(["исполнитель", "исполнитель проекта"], "implementing")
    roles |= dict.fromkeys(["соисполнитель", "со-исполнитель", "партнер"], "participant")
    stages = {
        "завершён": "completed",
        "завершено": "completed",
        "выполняется": "active",
        "в работе": "active",
    }
    mapping = TableMapping(
        "Projects",
        sheets=[
            SheetMapping(
                decimal=",",
                blank=["—"],
                records=[
                    record("organisation", {"name": "Организация"}),
                    record("initiative", {"name": "Проект", "identifiers.code": "Код проекта"}),
                    record("organisation", {"name": "Партнёры"}, name="partner", each="Партнёры"),
                    record(
                        "relation",
                        {
                            "source": {"record": "organisation"},
                            "target": {"record": "initiative"},
                            "kind": {"constant": "participates-in"},
                            "role": {"columns": ["Роль"], "codes": roles},
                            "status": {"columns": ["Статус"], "codes": {**stages, "планируется": "planned"}},
                            "period.start": "Дата начала",
                            "period.end": "Дата окончания",
                            "extra.sums:thousands": "Сумма, тыс. руб.",
                        },
                    ),
                ],
            )
        ],
    )
    found = read_table(tmp_path / "p.csv", mapping)
    assert len(found.model.initiatives) == 50
    assert len(found.model.relations) == 200
    assert {one.how for one in found.account.changes if one.column == "Код проекта"} == {"digits"}


def test_columns_that_were_renamed_are_one_field(tmp_path: Path) -> None:
    """A line may name all the heads that a column has had."""
    columns = list(zip(*YEARLY.values(), strict=True))
    fields = {
        "name": {"columns": columns[0]},
        "identifiers.inn": {"columns": [*dict.fromkeys(columns[1])]},
    }
    mapping = TableMapping("Partners", sheets=[SheetMapping(records=[record("organisation", fields)])])
    found = read_table(list(write_yearly(tmp_path)), mapping)
    assert len(found.model.organisations) == 60
    assert sum(one.made for one in found.account.tables) == 162


def test_the_example_reads() -> None:
    """The tables and the mapping of the example make a model without a problem."""
    folder = Path(__file__).parents[4] / "examples" / "tables"
    tables = [folder / "colleges.csv", folder / "participation.csv"]
    found = read_table(tables, load_mapping(folder / "mapping.toml"))
    assert (len(found.model.organisations), len(found.model.relations)) == (13, 11)
    assert found.account.problems == ()
