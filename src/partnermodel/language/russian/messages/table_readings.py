"""What is said of the cells and rows of tables, and of mappings that do not fit them, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{source} cannot be read with this mapping:": "{source} не удаётся прочитать с этим сопоставлением:",
    "{message}; so in {more} more rows": ("{message}; то же ещё в {more} {more:|строке|строках|строках}"),
    "mapping is of the type {given}; give a TableMapping. load_mapping reads one from a file, and what "
    "suggest_mapping returns has one as mapping.": (
        "mapping — значение типа {given}; укажите TableMapping. Из файла сопоставление читает load_mapping, "
        "а в том, что возвращает suggest_mapping, оно находится в поле mapping."
    ),
    "a record was made of {name}, which seems to be a total or a note": (
        "создана запись {name}, хотя это похоже на итог или примечание"
    ),
    "If it is no record, write the number of its row under skip, or the number of the last row of the "
    "table under until.": (
        "Если это не запись, укажите номер её строки в skip или номер последней строки таблицы в until."
    ),
    "{message}; the same in row {row}": "{message}; то же в строке {row}",
    "{message}; the same in rows {rows}": "{message}; то же в строках {rows}",
    "{message}; the same in rows {rows}, and in {more} more": (
        "{message}; то же в строках {rows} и ещё в {more} {more:|строке|строках|строках}"
    ),
    "on_error is {given}; give one of: {words}.": (
        "Для on_error указано {given}; укажите одно из значений: {words}."
    ),
    "the model": "модель",
    "what stands there cannot be read, and may hold a natural person's number": (
        "то, что здесь записано, не удаётся прочитать; возможно, там номер физического лица"
    ),
    # Cells
    "no id can be made of {value}": "из {value} не получается идентификатор",
    "Name another column for the id, or give an id of letters and digits.": (
        "Укажите для идентификатора другой столбец или задайте идентификатор из букв и цифр."
    ),
    "the mapping has no code for {value}": "в сопоставлении нет кода для {value}",
    "Write into codes of {field} in the mapping what it means: {line}.": (
        "Напишите в сопоставлении, в codes поля {field}, что это значит: {line}."
    ),
    "{text} = (a code)": "{text} = (код)",
    "{value} is not JSON": "{value} — это не JSON",
    "Write JSON, each key once; or take json = true out of the mapping.": (
        "Запишите JSON, каждый ключ один раз, или уберите json = true из сопоставления."
    ),
    "{value} holds several values, and {field} has one": (
        "в ячейке {value} несколько значений, а у поля {field} оно одно"
    ),
    "Keep one of them, or take the separator out of the mapping.": (
        "Оставьте одно из них или уберите separator из сопоставления."
    ),
    # Dates
    "{value} is a number, as a spreadsheet keeps a day inside": (
        "{value} — это число: так электронная таблица хранит день"
    ),
    "Give the cells of the column the format of a date, and save the table again.": (
        "Задайте ячейкам столбца формат даты и сохраните таблицу ещё раз."
    ),
    "{value} is not a date": "{value} — это не дата",
    "{value} does not begin with its year, as the mapping says": (
        "{value} начинается не с года, хотя так указано в сопоставлении"
    ),
    'Write in the mapping dates = "day-first" or "month-first", whichever is right.': (
        'Укажите в сопоставлении dates = "day-first" (сначала день) или "month-first" (сначала месяц).'
    ),
    "{value} is not a date: there is no month {month}": "{value} — это не дата: месяца {month} не бывает",
    "If the month stands first, say so in the mapping: dates = {order}.": (
        "Если первым стоит месяц, укажите это в сопоставлении: dates = {order}."
    ),
    "If the day stands first, say so in the mapping: dates = {order}.": (
        "Если первым стоит день, укажите это в сопоставлении: dates = {order}."
    ),
    "Write a day, a month or a year, such as 01.09.2024, 2024-09-01, 2024-09 or 2024.": (
        "Запишите день, месяц или год, например 01.09.2024, 2024-09-01, 2024-09 или 2024."
    ),
    "{value} is not a period": "{value} — это не период",
    "Write its first and its last day, month or year, each with its year, such as 2019–2022.": (
        "Запишите первый и последний день, месяц или год, каждый со своим годом, например 2019–2022."
    ),
    "{value} has a year of two digits, which may be of either century": (
        "в {value} год из двух цифр: он может быть из любого века"
    ),
    "Write the year with four digits.": "Запишите год четырьмя цифрами.",
    # Numbers
    "{value} says neither yes nor no": "{value} не означает ни «да», ни «нет»",
    "Write yes or no, or say in the mapping under codes what means true and what false.": (
        "Напишите «да» или «нет» или укажите в codes сопоставления, что означает true, а что false."
    ),
    "{value} is a number in which digits of an identifier are lost": (
        "{value} — это число, в котором цифры идентификатора потеряны"
    ),
    "{value} has a fraction, and an identifier belongs here": (
        "у {value} есть дробная часть, а здесь должен быть внешний идентификатор"
    ),
    "Write all its digits, in a column of texts.": ("Запишите все его цифры; столбец должен быть текстовым."),
    "{value} has {found} digits, and {wanted} belong there: it has lost the zeros it begins with": (
        "в {value} {found} {found:|цифра|цифры|цифр}, а должно быть {wanted}: потеряны нули в начале"
    ),
    "Write it as a text, with its zeros: {value}.": "Запишите его текстом, с нулями: {value}.",
    "a long number": "длинное число",
    "{value} has a fraction, and a whole number belongs here": (
        "у {value} есть дробная часть, а здесь должно быть целое число"
    ),
    "Write a whole number. What stands between it and its fraction is {decimal} in the mapping.": (
        "Запишите целое число. Дробную часть в сопоставлении отделяет знак {decimal}."
    ),
    "{value} is not a whole number": "{value} — это не целое число",
    "Write digits only, such as 25.": "Запишите только цифры, например 25.",
    # Rows
    "an earlier row says something else of {id}": "более ранняя строка сообщает о {id} другое",
    "{message} (row {row})": "{message} (строка {row})",
    "Write the same in both rows, or give each record an id of its own if they are two.": (
        "Запишите в обеих строках одно и то же или, если записей две, дайте каждой свой идентификатор."
    ),
    "{value} may be any of several: {others}": "под {value} может подразумеваться любая запись из: {others}",
    "Say which, by an id or an identifier.": (
        "Уточните, какая именно: по её идентификатору или по идентификатору из реестра."
    ),
    "{value} may be {other}, or a record of a row whose identifier could not be read": (
        "под {value} может подразумеваться {other} или запись из строки, идентификатор в которой не удалось "
        "прочитать"
    ),
    "Mend that row first, or say which, by an id or an identifier.": (
        "Сначала исправьте ту строку или уточните, какая запись имеется в виду: по её идентификатору или по "
        "идентификатору из реестра."
    ),
    "{value} is of a row that could not be read": "{value} — из строки, которую не удалось прочитать",
    "Mend that row; nothing is wrong with this one.": "Исправьте ту строку: в этой ошибки нет.",
    "no {noun} of the tables is called {value}": "в таблицах нет {noun:genitive} с названием {value}",
    "Write an id, an identifier or a name of one, or add a row that makes it.": (
        "Укажите идентификатор или название записи или добавьте строку, которая её создаёт."
    ),
    # Mappings
    "nothing says where {field} comes from": "не указано, откуда берётся {field}",
    "{field} comes from several places at once": "{field} берётся сразу из нескольких мест",
    "Write one of: columns, constant, record.": "Укажите что-то одно: columns, constant, record.",
    "two lines are for {field}, which has one value": (
        "полю {field}, у которого одно значение, отведены две строки"
    ),
    "Name both columns in one line: the first that is not blank is taken.": (
        "Назовите оба столбца в одной строке: берётся первый непустой."
    ),
    "{field} does not hold the id of another record": (
        "в поле {field} не хранится идентификатор другой записи"
    ),
    "Only source, target and evidence come from another record.": (
        "Из другой записи берутся только source, target и evidence."
    ),
    "two records of one row are called {name}": "две записи одной строки названы {name}",
    "Give each a name of its own.": "Дайте каждой своё имя.",
    "no other record of the row is called {name}": "никакая другая запись строки не названа {name}",
    "Write the name or the type of another entity of the same sheet.": (
        "Укажите имя или тип другой сущности того же листа."
    ),
    "JSON is read for one of: {paths}.": "JSON читается для полей: {paths}.",
    "Write one of: {paths}.": "Укажите одно из: {paths}.",
    "{path} is no field of the type {type}": "у типа «{type}» нет поля {path}",
    "{name} is one of the things in several columns at once": (
        "{name} — это одно из нескольких значений сразу в двух столбцах"
    ),
    "Let it refer to records of one column with several things only.": (
        "Пусть ссылается на записи только одного столбца с несколькими значениями."
    ),
    "{name} refers to a record that refers back to it": (
        "{name} ссылается на запись, которая ссылается обратно"
    ),
    "Take one of the two lines away.": "Уберите одну из двух строк.",
    # Mappings and tables
    "no line of the mapping names this column": "ни одна строка сопоставления не называет этот столбец",
    "Name it in a line, or under drop.": "Назовите его в строке сопоставления или в drop.",
    "the table has no column {column}": "в таблице нет столбца {column}",
    "The columns are: {columns}.": "Столбцы: {columns}.",
    "the mapping says of no sheet what its rows make": (
        "в сопоставлении ни об одном листе не сказано, что означают его строки"
    ),
    "Add a sheet to it.": "Добавьте в него лист.",
    "two sheets of the mapping are for this table": "этой таблице соответствуют два листа сопоставления",
    "Say in each, by file or sheet, what it is for.": (
        "Укажите в каждом с помощью file или sheet, для чего он."
    ),
    "the mapping does not say what the rows of this table make": (
        "в сопоставлении не сказано, что означают строки этой таблицы"
    ),
    "Add it to the mapping if its rows are wanted.": ("Добавьте её в сопоставление, если её строки нужны."),
    "what is there was not written with broken rows; write elsewhere, or move it away": (
        "в этом файле не строки для исправления и не сопоставление к ним; выберите другое имя или уберите его"
    ),
    "{file} is the name of a mapping; give a name for rows, such as {other}.": (
        "{file} — имя для сопоставления; дайте файлу со строками другое имя, например {other}."
    ),
    "no table is there that this is for": "таблицы, для которой это предназначено, нет",
    "The tables are: {tables}.": "Таблицы: {tables}.",
}
