"""What is said of tables that cannot be written, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "Workbooks need xlsxwriter": "Для книг Excel нужен xlsxwriter",
    "Parquet needs pyarrow": "Для Parquet нужен pyarrow",
    "CSV needs no package.": "Для CSV пакеты не нужны.",
    "a sheet of a workbook has {most} rows, and {table} needs {rows}; write CSV or Parquet": (
        "на листе книги Excel помещается {most} {most:|строка|строки|строк}, а для таблицы {table} нужно "
        "{rows}; сохраните её в CSV или Parquet"
    ),
    "a sheet of a workbook has {most} columns, and {table} needs {columns}; write CSV or Parquet": (
        "на листе книги Excel помещается {most} {most:|столбец|столбца|столбцов}, а для таблицы {table} "
        "нужно {columns}; сохраните её в CSV или Parquet"
    ),
    "a cell of a workbook holds {most} characters, and {column} of {record} has {characters}; "
    "write CSV or Parquet": (
        "в ячейке книги Excel помещается {most} {most:|знак|знака|знаков}, а в поле {column} записи {record} "
        "их {characters}; сохраните таблицы в CSV или Parquet"
    ),
    "no format of tables is known by the ending {ending}; give one of: {formats}": (
        "по окончанию {ending} формат таблиц не узнать; укажите один из форматов: {formats}"
    ),
    "{format} is a folder with a file for each table; {path} is called like one file. Give the name of a "
    "folder": (
        "{format} — это каталог, в котором каждой таблице отведён файл, а {path} похоже на имя одного файла. "
        "Укажите имя каталога"
    ),
    "{given} is not a format of tables; give one of: {formats}": (
        "{given} — не формат таблиц; укажите один из форматов: {formats}"
    ),
    "delimiter is {given}; it is a comma, a semicolon or a tab for csv, and a comma otherwise": (
        "Значение delimiter — {given}; для csv это запятая, точка с запятой или табуляция, "
        "для остальных форматов — запятая"
    ),
    "the folder holds {name}, which is no table of this kind": (
        "в папке есть {name}, а это не таблица такого формата"
    ),
    "what is there was not written with tables; write elsewhere, or move it away": (
        "этот файл записан не вместе с таблицами; сохраните таблицы в другое место или уберите его"
    ),
}
