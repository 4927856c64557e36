"""What is said of the mappings of tables, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{source} cannot be read as a mapping:": "{source} не удаётся прочитать как сопоставление:",
    "{source} is a mapping of the version {version}, and this release of partnermodel reads versions up to "
    "{newest}. Install a newer release to read it.": (
        "{source}: версия сопоставления — {version}, а этот выпуск partnermodel читает версии до {newest}. "
        "Чтобы прочитать его, установите более новый выпуск."
    ),
    "{version} is not a version of a mapping": "{version} — не версия сопоставления",
    "Write {version}.": "Напишите {version}.",
    "line {line}, column {column} of the file": "строка {line}, столбец {column} файла",
    "there is no row below a header": "под заголовками нет ни одной строки",
    "Give a table with the names of the columns above its rows.": (
        "Укажите таблицу, в которой над строками стоят названия столбцов."
    ),
    "the table": "таблица",
    "{line} is not TOML": "{line} — это не TOML",
    'Write name = "text" on a line of its own, with quotation marks around a text and around a name that has '
    "other letters than a to z; each name once in its table.": (
        'Пишите имя = "текст" на отдельной строке; в кавычки берите и текст, и имя, если в нём есть буквы, '
        "кроме a–z; каждое имя пишите в своей таблице один раз."
    ),
}
