"""What the command says of files and options that it refuses, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "Or give --exact, which needs no package.": "Или укажите --exact: для этого пакеты не нужны.",
    "csv holds one table: say which with --part.": (
        "В csv помещается одна таблица: выберите её с помощью --part."
    ),
    "give two or three different dimensions.": "укажите два или три разных измерения.",
    "standard input can be read only once: give at most one '-'.": (
        "стандартный ввод можно прочитать только один раз: укажите не больше одного «-»."
    ),
    "Error: {message}": "Ошибка: {message}",
    "Error: standard output cannot be written: {reason}.": (
        "Ошибка: не удаётся записать в стандартный вывод: {reason}."
    ),
    "Error: this is a fault of partnermodel, please report it: {error} ({variable}=1 shows where it is)": (
        "Ошибка: это сбой самой программы partnermodel, пожалуйста, сообщите о нём: {error} "
        "({variable}=1 покажет, где он)"
    ),
    "Try '{command} --help' for help.": "Справка: {command} --help.",
    "Usage: {usage}": "Использование: {usage}",
    "No such command {name}.": "команды {name} нет.",
    "Error: {file}: {message}": "Ошибка: {file}: {message}",
    "standard input": "стандартный ввод",
    "No such file or directory": "такого файла или каталога нет",
    "Permission denied": "нет доступа",
    "Is a directory": "это каталог",
    "Not a directory": "это не каталог",
    "Read-only file system": "файловая система доступна только для чтения",
    "No space left on device": "на устройстве нет места",
    "File name too long": "слишком длинное имя файла",
    "Input/output error": "ошибка ввода-вывода",
    "it is closed": "он закрыт",
    "Error: {file} cannot be read: {reason}.": "Ошибка: не удаётся прочитать {file}: {reason}.",
    "Error: {file} is the file that is read; write elsewhere.": (
        "Ошибка: {file} — это сам исходный файл; запишите результат в другой."
    ),
    "Error: {file} is not a file that can be replaced.": (
        "Ошибка: {file} — не обычный файл, заменить его нельзя."
    ),
    "Error: {file} is there, and is {sort}; it is not overwritten.": (
        "Ошибка: {file} уже есть, и это {sort}; файл не перезаписан."
    ),
    "not of the format {format}": "не файл формата {format}",
    "the name ends in none of {endings}; say what to write": (
        "имя не оканчивается ни на одно из расширений {endings}; укажите, что записать"
    ),
    "no page or picture": "не страница и не схема",
    "no model": "не модель",
    "not empty": "не пустой файл",
    "not tables that were written with their mapping": "не таблицы, записанные вместе с сопоставлением",
    "tables are several files, which cannot be printed.": (
        "таблицы — это несколько файлов, вывести их нельзя."
    ),
    "{file} is read, but:": "{file}: файл прочитан, но есть вопросы:",
    "  {table}: nothing is made of the column {column}.": (
        "  {table}: столбец {column} ни для чего не использован."
    ),
    "Error: {file} has no mapping beside it ({mapping}), which says what its columns mean. Read it with "
    "partnermodel import, which also proposes one.": (
        "Ошибка: рядом с {file} нет сопоставления ({mapping}), в котором указано, что значат столбцы. "
        "Прочитайте таблицы командой partnermodel import; она и предложит сопоставление."
    ),
    "--suggest only proposes a mapping: leave out --output, --broken, --into and --format.": (
        "--suggest лишь предлагает сопоставление: уберите --output, --broken, --into и --format."
    ),
    "give --map and --output, or --suggest for a first mapping.": (
        "укажите --map и --output или, чтобы получить первое сопоставление, --suggest."
    ),
    "{count} tables": "{count} {count:|таблица|таблицы|таблиц}",
    "1 row is left out. Mend it in {file}. Then: {command}": (
        "Пропущена 1 строка. Исправьте её в файле {file}. Затем: {command}"
    ),
    "{count} rows are left out. Mend them in {files}. Then: {command}": (
        "{count:|Пропущена|Пропущены|Пропущено} {count} {count:|строка|строки|строк}. Исправьте их: {files}. "
        "Затем: {command}"
    ),
    "Error: {file} cannot be written: {reason}.": "Ошибка: не удаётся записать {file}: {reason}.",
    "Missing command.": "не указана команда.",
    "Missing argument {name}.": "не указан аргумент {name}.",
    "Missing argument {name}. {message}": "не указан аргумент {name}. {message}",
    "Missing option {name}.": "не указан параметр {name}.",
    "Missing option {name}. {message}": "не указан параметр {name}. {message}",
    "Invalid value: {message}": "недопустимое значение: {message}",
    "Invalid value for {name}: {message}": "недопустимое значение {name}: {message}",
    "No such option {name}.": "параметра {name} нет.",
    "No such option {name}. {message}": "параметра {name} нет. {message}",
    "No such option: {name} {message}": "параметра {name} нет. {message}",
    "No such option: {name}": "параметра {name} нет.",
    "Did you mean {names}?": "Возможно, вы имели в виду {names}?",
    "(Did you mean one of: {names}?)": "(Возможно, вы имели в виду что-то из этого: {names}?)",
    "(Possible options: {names})": "(Похожие параметры: {names}.)",
    "Option {name} requires an argument.": "у параметра {name} должно быть значение.",
    "Option {name} does not take a value.": "у параметра {name} не бывает значения.",
    "Got unexpected extra argument ({arguments})": "лишний аргумент ({arguments})",
    "Got unexpected extra arguments ({arguments})": "лишние аргументы ({arguments})",
    "Choose from:\n\t{words}": "Выберите из списка:\n\t{words}",
    "File {name} does not exist.": "файл {name} не найден.",
    "Read {file} and mend it in an editor. Then: partnermodel import {tables} --map {name} -o model.json": (
        "Прочитайте и исправьте {file} в редакторе. Затем: partnermodel import {tables} --map {name} "
        "-o model.json"
    ),
    "Path {name} does not exist.": "файл или каталог {name} не найден.",
    "CSV is a file for each type: name a folder, such as {folder}": (
        "в CSV для каждого типа записей пишется отдельный файл: укажите каталог, например {folder}"
    ),
    "a page is written as .html": "страница записывается как .html",
    "Give an id instead of a name: {ids}.": "Укажите вместо названия идентификатор: {ids}.",
    "Path {name} is not readable.": "{name} не удаётся прочитать.",
    "Error: {file} is a model, and no table. Look at it with: partnermodel summary {name}": (
        "Ошибка: {file} — это модель, а не таблица. Посмотреть её: partnermodel summary {name}"
    ),
    "Error: {file} is a mapping, and no table. Give it with --map, and the table before it.": (
        "Ошибка: {file} — это сопоставление, а не таблица. Укажите его после --map, а перед ним — таблицу."
    ),
    "Error: {file} is a table, and no mapping. Let a mapping be proposed with: partnermodel import {name} "
    "--suggest --map mapping.toml": (
        "Ошибка: {file} — это таблица, а не сопоставление. Получить предложение сопоставления: partnermodel "
        "import {name} --suggest --map mapping.toml"
    ),
    "Error: {file} is a model, and no mapping.": "Ошибка: {file} — это модель, а не сопоставление.",
    "Error: {file} is a mapping, and no model. It is for: partnermodel import TABLE --map {name}": (
        "Ошибка: {file} — это сопоставление, а не модель. Оно нужно команде: "
        "partnermodel import ТАБЛИЦА --map {name}"
    ),
    "Error: {file} is a table, and no model. Begin to make a model of it with: partnermodel import {name} "
    "--suggest --map mapping.toml": (
        "Ошибка: {file} — это таблица, а не модель. Чтобы сделать из неё модель, начните с команды: "
        "partnermodel import {name} --suggest --map mapping.toml"
    ),
    "File {name} is a directory.": "{name} — каталог, а не файл.",
    "File {name} is not readable.": "файл {name} не удаётся прочитать.",
    "{value} is not one of {words}.": "значения {value} нет в списке: {words}.",
    "{value} is not a valid integer.": "{value} — не целое число.",
    "{value} is not a valid integer range.": "{value} — не целое число.",
    "{value} is not a valid float.": "{value} — не число; дробная часть отделяется точкой, например 0.75.",
    "{value} is not a valid float range.": (
        "{value} — не число; дробная часть отделяется точкой, например 0.75."
    ),
    "{value} is not in the range {range}.": "{value} не входит в промежуток {range}.",
    "{code} is not a known code.": "{code} — неизвестный код.",
    "{file} can be used; 1 thing for a person to look at:": (
        "{file} можно использовать; 1 вопрос требует внимания:"
    ),
    "{file} can be used; {count} things for a person to look at:": (
        "{file} можно использовать; {count} {count:|вопрос требует|вопроса требуют|вопросов требуют} "
        "внимания:"
    ),
    "{file} can be used, and nothing in it is doubtful.": (
        "{file} можно использовать, и ничего сомнительного в нём нет."
    ),
    "Give --all to see each on a line of its own.": (
        "Чтобы увидеть каждый вопрос отдельной строкой, укажите --all."
    ),
    "{message}; the same in {places}": "{message}; то же в {places}",
    "{message}; the same in {places}, and in {more} more places": (
        "{message}; то же в {places} и ещё в {more} {more:|месте|местах|местах}"
    ),
    "Error: {file}: {message}.": "Ошибка: {file}: {message}.",
}
