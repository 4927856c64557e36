"""Seeded tables, as CSV: a register with a row an organisation, and a list with a row a participation."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence

from benchmarks.dataset import Data

REGISTER = {"tiny": 60, "small": 1_600, "large": 16_000}
"""How many rows the register has."""

PARTICIPATION = {"tiny": 300, "small": 100_000, "large": 1_000_000}
"""How many rows the list has."""

REGISTER_HEADS = (
    "ИНН", "Наименование", "Краткое наименование", "Тип", "Статус", "Дата основания", "Дата закрытия",
    "Регион", "Численность", "Примечание", "Адрес", "Индекс", "Код", "Номер лицензии", "Дата лицензии",
)  # fmt: skip

PARTICIPATION_HEADS = ("Проект", "Организация", "ИНН", "Роль", "Статус", "Начало", "Окончание", "Сумма")

KINDS = {"колледж": "vocational-college", "школа": "school", "предприятие": "employer", "вуз": "university"}
STATUSES = {"действует": "active", "Действует": "active", "закрыта": "completed", "планируется": "planned"}
ROLES = {"исполнитель": "implementing", "участник": "participant", "организатор": "organiser"}


def register(data: Data) -> bytes:
    """Return the register: fifteen columns, a row an organisation."""
    draw = random.Random(data.seed)
    return _csv(REGISTER_HEADS, (_organisation(draw, number) for number in range(REGISTER[data.size])))


def participation(data: Data) -> bytes:
    """Return the list: eight columns, a row a participation; none is there twice."""
    draw = random.Random(data.seed)
    rows = PARTICIPATION[data.size]
    bodies = max(rows // 40, 10)
    found = (_participation(draw, number, bodies) for number in range(rows))
    return _csv(PARTICIPATION_HEADS, found)


def names(data: Data) -> list[str]:
    """Return names of organisations; each tenth is the one before it, with a slip of the finger."""
    draw = random.Random(data.seed)
    found: list[str] = []
    for number in range(REGISTER[data.size]):
        name = _name(draw, number)
        if number % 10 == 9:
            place = draw.randrange(1, 12)  # among its letters, not in its number
            name = found[-1][:place] + found[-1][place + 1 :]
        found.append(name)
    return found


def taxpayer(number: int) -> str:
    """Return an invented INN of ten digits whose check digit is right."""
    digits = f"99{number:07d}"
    weights = (2, 4, 10, 3, 5, 9, 4, 6, 8)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return f"{digits}{total % 11 % 10}"


_FIRST = ("Омский", "Северный", "Городской", "Промышленный", "Аграрный", "Речной", "Степной", "Технический")
_SECOND = ("колледж", "техникум", "центр", "лицей", "институт", "завод", "комбинат", "интернат")
_THIRD = ("сервиса", "связи", "транспорта", "строительства", "питания", "ремёсел", "дизайна", "права")


def _name(draw: random.Random, number: int) -> str:
    return f"{draw.choice(_FIRST)} {draw.choice(_SECOND)} {draw.choice(_THIRD)} № {number}"


def _organisation(draw: random.Random, number: int) -> Sequence[str]:
    name = _name(draw, number)
    return (
        taxpayer(number),
        f"ГБПОУ «{name}»",
        name,
        draw.choice([*KINDS]),
        draw.choice([*STATUSES]),
        f"{draw.randint(1, 28):02d}.{draw.randint(1, 12):02d}.{draw.randint(1930, 2020)}",
        "" if draw.random() < 0.9 else f"{draw.randint(2021, 2024)}",
        f"Регион {draw.randint(1, 80)}",
        str(draw.randint(10, 3000)),
        "" if draw.random() < 0.7 else "данные уточняются",
        f"ул. Школьная, д. {draw.randint(1, 200)}",
        f"{draw.randint(100000, 699999)}",
        f"{number:05d}",
        f"Л-{draw.randint(1, 9999)}",
        f"{draw.randint(1, 28):02d}.{draw.randint(1, 12):02d}.{draw.randint(2010, 2024)}",
    )


def _participation(draw: random.Random, number: int, bodies: int) -> Sequence[str]:
    project, body = number // 8, (number * 7919 + number // 8) % bodies
    year = 2010 + project % 14
    return (
        f"Проект № {project}",
        f"Организация № {body}",
        taxpayer(body),
        draw.choice([*ROLES]),
        draw.choice([*STATUSES]),
        f"01.{draw.randint(1, 12):02d}.{year}",
        "" if draw.random() < 0.3 else str(year + 1),
        f"{draw.randint(1, 9000)},{draw.randint(0, 99):02d}",
    )


def _csv(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=";", lineterminator="\n")
    writer.writerow(heads)
    writer.writerows(rows)
    return stream.getvalue().encode()
