"""What the command says of files and options that it refuses, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "csv holds one table: say which with --part.": (
        "В csv помещается одна таблица: выберите её с помощью --part."
    ),
    "give two or three different dimensions.": "укажите два или три разных измерения.",
    "standard input can be read only once: give at most one '-'.": (
        "Стандартный ввод можно прочитать только один раз: укажите не больше одного «-»."
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
    "No such command {name}.": "Команды {name} нет.",
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
    "Error: {file} is the file that is reported on; write the page elsewhere.": (
        "Ошибка: {file} — файл, по которому строится отчёт; запишите страницу в другой файл."
    ),
    "Error: {file} is not a file that a page can take the place of.": (
        "Ошибка: {file} — не файл, на место которого можно записать страницу."
    ),
    "Error: {file} is there, and is no page; it is not overwritten.": (
        "Ошибка: {file} уже есть, и это не страница; файл не перезаписан."
    ),
    "Error: {file} cannot be written: {reason}.": "Ошибка: не удаётся записать {file}: {reason}.",
}
