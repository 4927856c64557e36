"""What is said of files and frames that are read as tables, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{source} cannot be read as a table:": "{source} не удаётся прочитать как таблицу:",
    "{place}, sheet {sheet}": "{place}, лист {sheet}",
    "{place}, row {row}": "{place}, строка {row}",
    "{place}, column {column}": "{place}, столбец {column}",
    '{thing} can be read with {package}; the extra "{extra}" brings it: '
    "pip install 'partnermodel[{extra}]'. CSV and JSON need no package.": (
        "{thing} читаются с помощью пакета {package}; его приносит дополнение «{extra}»: "
        "pip install 'partnermodel[{extra}]'. Для CSV и JSON пакеты не нужны."
    ),
    "Workbooks": "Книги Excel и ODS",
    "{encoding} is no encoding of texts. Give one such as utf-8 or windows-1251.": (
        "{encoding} — не кодировка текста. Укажите, например, utf-8 или windows-1251."
    ),
    "line {line} has more than {most} characters": "в строке {line} больше {most} символов",
    "Check whether the file is a table.": "Проверьте, что файл — это таблица.",
    "the text seems to be in UTF-16 without a mark, and not in {encoding}": (
        "похоже, что это UTF-16 без метки порядка байтов, а не {encoding}"
    ),
    'Give encoding="{encoding}", or save the file as UTF-8.': (
        'Укажите encoding="{encoding}" или сохраните файл в UTF-8.'
    ),
    "in {spot} is a NUL character, which no text has": (
        "в {spot} стоит нулевой символ (NUL), которого в тексте не бывает"
    ),
    "Remove it, or export the table again.": "Удалите его или выгрузите таблицу ещё раз.",
    "{line} in {encoding}": "{line} в {encoding}",
    "in {spot} is a byte ({byte}) that is not {encoding}": (
        "в {spot} стоит байт ({byte}), которого в {encoding} быть не может"
    ),
    "{message}; the line reads {readings}": "{message}; эта строка читается как {readings}",
    'Give encoding="{encoding}" if that reads right{others}, or save the file as UTF-8.': (
        'Укажите encoding="{encoding}", если так текст читается верно{others}, или сохраните файл в UTF-8.'
    ),
    " (less likely: {others})": " (менее вероятно: {others})",
    "in line {line} stand signs in the place of letters that were lost": (
        "в строке {line} на месте утраченных букв стоят знаки-заменители"
    ),
    "Export the table again: what was lost when it was saved cannot be read.": (
        "Выгрузите таблицу ещё раз: то, что утрачено при сохранении, прочитать нельзя."
    ),
    "line {line} reads {text}: that is {meant} in {right}, read as {wrong}": (
        "в строке {line} написано {text}: это {meant} в {right}, прочитанное как {wrong}"
    ),
    "Export the table again as UTF-8, from where it still reads right.": (
        "Выгрузите таблицу ещё раз, в UTF-8, оттуда, где текст ещё читается верно."
    ),
    'Give encoding="{encoding}".': 'Укажите encoding="{encoding}".',
    "{delimiter} cannot stand between cells. Give one character, such as a comma.": (
        "{delimiter} не может разделять ячейки. Укажите один символ, например запятую."
    ),
    "a quotation mark in {opened} opens a cell, and what follows the one that closes it is {character}, "
    "in {spot}": (
        "кавычка в {opened} открывает ячейку, а сразу после закрывающей кавычки, в {spot}, стоит {character}"
    ),
    'Write "" for a quotation mark within a cell in quotation marks, or look for one that is missing.': (
        'Кавычку внутри ячейки, взятой в кавычки, пишут дважды (""); или проверьте, не пропущена ли кавычка.'
    ),
    "a quotation mark in {opened} opens a cell, and none closes it": (
        "кавычка в {opened} открывает ячейку, и ни одна её не закрывает"
    ),
    "Close the cell with a quotation mark, or remove this one.": (
        "Закройте ячейку кавычкой или удалите эту."
    ),
    "a cell has more than {most} characters": "в ячейке больше {most} символов",
}
