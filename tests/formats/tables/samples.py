"""Tables as untidy as real ones, of our own making: the same cells whenever they are made.

The names are invented and plain, and so are the numbers; there are no persons in them.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

COLLEGES = 300
MADE = datetime.datetime(2024, 1, 1)

KINDS = ("колледж", "техникум", "профессиональный колледж", "многопрофильный техникум")
FORMS = ("ГБПОУ", "БПОУ", "КГБПОУ", "ОГБПОУ", "ГАПОУ")
TOWNS = ("Омск", "Тара", "Калачинск", "Исилькуль", "Называевск", "Тюкалинск")
STATUSES = ("действует", "Действует", "действующее ", "реорганизация", "ликвидировано")
HEADS = (
    ("№ п/п", ""),
    ("Наименование организации", "полное"),
    ("", "краткое"),
    ("Реквизиты", "ИНН"),
    ("", "ОГРН"),
    ("Адрес", "населённый пункт"),
    ("", "улица"),
    ("Статус", ""),
    ("Дата основания", ""),
    ("Обучается студентов с ОВЗ, чел.", "2022"),
    ("", "2023"),
    ("Примечание", ""),
)
PREAMBLE = (
    "Реестр профессиональных образовательных организаций (образец)",
    "по состоянию на 01.03.2024",
    "",
)


def taxpayer(number: int) -> str:
    """Return an invented INN of ten digits whose check digit is right."""
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    digits = f"99{number * 7919 % 10**7:07d}"
    return f"{digits}{sum(w * int(d) for w, d in zip(weights, digits, strict=True)) % 11 % 10}"


def registered(number: int) -> str:
    """Return an invented OGRN of thirteen digits whose check digit is right."""
    digits = f"10299{number * 104729 % 10**7:07d}"
    return f"{digits}{int(digits) % 11 % 10}"


def colleges() -> Iterator[list[str | int | datetime.date | None]]:
    """Yield the rows of a register of colleges: twelve cells each."""
    for number in range(1, COLLEGES + 1):
        kind, form = KINDS[number % len(KINDS)], FORMS[number % len(FORMS)]
        quotes = ("«", "»") if number % 3 else ('"', '"')
        short = f"{form} {quotes[0]}{kind.capitalize()} № {number}{quotes[1]}"
        whole = short.replace(form, "Государственное бюджетное профессиональное образовательное учреждение")
        opened = datetime.date(1950 + number % 70, number % 12 + 1, number % 28 + 1)
        yield [
            number,
            whole if number % 7 else f"  {whole} ",
            short if number % 11 else short.replace("о", "o", 1),  # a Latin letter in a Cyrillic word
            taxpayer(number),
            registered(number) if number % 13 else None,
            f"г. {TOWNS[number % len(TOWNS)]}" if number % 5 else TOWNS[number % len(TOWNS)],
            f"ул. Школьная, д. {number % 90 + 1}",
            STATUSES[number % len(STATUSES)],
            opened if number % 4 else None,
            number % 40,
            number % 37 if number % 6 else None,
            "данные уточняются" if number % 29 == 0 else None,
        ]


def write_register_workbook(path: Path) -> None:
    """Write the register as a workbook: a preamble, a merged header of two rows, a hidden sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Реестр"
    for line in PREAMBLE:
        sheet.append([line])
    first = len(PREAMBLE) + 1
    for row in range(2):
        sheet.append([head[row] or None for head in HEADS])
    for start, end in (("B", "C"), ("D", "E"), ("F", "G"), ("J", "K")):
        sheet.merge_cells(f"{start}{first}:{end}{first}")
    for column, head in enumerate(HEADS, 1):
        if head[0] and not head[1]:
            letter = get_column_letter(column)
            sheet.merge_cells(f"{letter}{first}:{letter}{first + 1}")
    for number, cells in enumerate(colleges(), first + 2):
        sheet.append(
            [
                int(cell) if column in (3, 4) and isinstance(cell, str) else cell
                for column, cell in enumerate(cells)
            ]
        )
        if number % 50 == 0:  # a sum in the middle, as people leave them
            sheet.cell(number, 12, "см. письмо")
    sheet.merge_cells("A1:L1")
    notes = book.create_sheet("служебный")
    notes["A1"] = "не печатать"
    notes.sheet_state = "hidden"
    book.properties.created = book.properties.modified = MADE
    book.save(path)


def write_register_csv(path: Path, *, encoding: str = "utf-8", delimiter: str = ";") -> None:
    """Write the register as a delimited file, with its preamble and both rows of its header."""
    rows: list[Sequence[object]] = [[line] for line in PREAMBLE]
    rows.extend([head[row] for head in HEADS] for row in range(2))
    rows.extend([_printed(cell) for cell in cells] for cells in colleges())
    _write_csv(path, rows, encoding=encoding, delimiter=delimiter)


PARTICIPATION = (
    "Код проекта",
    "Проект",
    "Организация",
    "Роль",
    "Статус",
    "Дата начала",
    "Дата окончания",
    "Сумма, тыс. руб.",
    "Партнёры",
)
ROLES = (
    "исполнитель",
    "Исполнитель",
    "исполнитель проекта",
    "соисполнитель",
    "со-исполнитель",
    "партнер",
    "партнёр",
)
STAGES = ("завершён", "Завершен", "завершено", "выполняется", "в работе", "планируется")
MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def participation(rows: int = 2000) -> Iterator[list[str]]:
    """Yield rows of a long table: one a participation of an organisation in a project."""
    for number in range(rows):
        project = number // 4
        college = number * 17 % COLLEGES + 1
        month, year = number % 12, 2015 + project % 9
        start = (
            f"{number % 28 + 1:02d}.{month + 1:02d}.{year}",
            f"{number % 28 + 1} {MONTHS[month]} {year} г.",
            f"{number % 28 + 1} {ENGLISH[month]} {year}",
            f"{month + 1:02d}.{year}",
            str(year),
        )[number % 5]
        others = (college + 1, college + 2)[: number % 3]
        yield [
            f"{688000 + project}.0" if number % 2 else str(688000 + project),
            f"Проект № {project + 1}",
            f"{FORMS[college % len(FORMS)]} «{KINDS[college % len(KINDS)].capitalize()} № {college}»",
            ROLES[number % len(ROLES)],
            STAGES[project % len(STAGES)],
            start,
            f"31.12.{year + 1}" if number % 3 else "",
            f"{number * 37 % 9000},{number % 100:02d}" if number % 10 else "—",
            "; ".join(f"Школа № {other}" for other in others),
        ]


def write_participation(path: Path, rows: int = 2000, *, encoding: str = "utf-8-sig") -> None:
    """Write the long table as a delimited file with semicolons and decimal commas."""
    _write_csv(path, _with_head(PARTICIPATION, participation(rows)), encoding=encoding, delimiter=";")


YEARLY = {
    2021: ("Наименование", "ИНН", "Вид партнёрства", "Количество соглашений"),
    2022: ("Организация-партнёр", "ИНН", "Вид сотрудничества", "Кол-во соглашений"),
    2023: ("Партнёр (полное наименование)", "ИНН партнёра", "Вид сотрудничества", "Соглашений, шт."),
}
FORMS_OF_WORK = ("практика", "трудоустройство", "сетевая программа", "методическая помощь")


def yearly(year: int) -> Iterator[list[str]]:
    """Yield the rows of the list of one year: most of them are there in each, some come, some go."""
    for number in range(1, 61):
        if (number + year) % 10:
            yield [
                f"ООО «Предприятие № {number}»" if year % 2 else f'ООО "Предприятие №{number}"',
                taxpayer(1000 + number),
                FORMS_OF_WORK[(number + year) % len(FORMS_OF_WORK)],
                str((number * year) % 9 + 1),
            ]


def write_yearly(folder: Path) -> tuple[Path, ...]:
    """Write the list of three years, whose columns were renamed twice, and return the files."""
    paths = tuple(folder / f"partners-{year}.csv" for year in YEARLY)
    for path, (year, heads) in zip(paths, YEARLY.items(), strict=True):
        _write_csv(path, _with_head(heads, yearly(year)), encoding="utf-8", delimiter=",")
    return paths


def write_samples(folder: Path) -> dict[str, Path]:
    """Write all sample files, and return them by a short name."""
    found = {
        "register": folder / "colleges.xlsx",
        "register-csv": folder / "colleges.csv",
        "register-1251": folder / "colleges-1251.csv",
        "participation": folder / "participation.csv",
    }
    write_register_workbook(found["register"])
    write_register_csv(found["register-csv"])
    write_register_csv(found["register-1251"], encoding="windows-1251")
    write_participation(found["participation"])
    return found | {path.stem: path for path in write_yearly(folder)}


def _with_head(head: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[Sequence[object]]:
    yield head
    yield from rows


def _printed(cell: str | int | datetime.date | None) -> object:
    return f"{cell:%d.%m.%Y}" if isinstance(cell, datetime.date) else cell


def _write_csv(path: Path, rows: Iterable[Sequence[object]], *, encoding: str, delimiter: str) -> None:
    with path.open("wb") as file, io.TextIOWrapper(file, encoding=encoding, newline="") as text:
        csv.writer(text, delimiter=delimiter).writerows(rows)
