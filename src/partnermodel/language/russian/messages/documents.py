"""What is said of the fields and lists of a document, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    'A document is one object, such as {{"format_version": 1, "name": "…"}}.': (
        'Документ — это один объект, например {{"format_version": 1, "name": "…"}}.'
    ),
    "{source} (brought from format version {version} to {newest})": (
        "{source} (переведён из версии формата {version} в версию {newest})"
    ),
    "{source} cannot be read as a model:": "{source} не удаётся прочитать как модель:",
    "Keep one of them, with all that belongs to it.": "Оставьте один из них со всем, что к нему относится.",
    "the key {key} stands twice in one object": "ключ {key} встречается в одном объекте дважды",
    "the key {key} stands {times} times in one object": (
        "ключ {key} встречается в одном объекте {times} {times:|раз|раза|раз}"
    ),
    "Write a list in square brackets, such as [{sample}]; leave it out if there is nothing in it.": (
        "Запишите список в квадратных скобках, например [{sample}]; если он пуст, уберите его."
    ),
    "Remove it, or write one of: {keys}.": "Удалите его или выберите из списка: {keys}.",
    "{key} is not a field of {noun}": "у {noun:genitive} нет поля {key}",
    "a document is a text or bytes, not {kind}": "документ — это текст или байты, а не {kind}",
    "Write what belongs here; this field cannot be left out.": "Укажите значение: это поле обязательно.",
    "Write {noun} in braces, such as {sample}.": (
        "Запишите {noun:accusative} в фигурных скобках, например {sample}."
    ),
    "Remove it, or keep it in the field extra, under a key such as owner:name.": (
        "Удалите его или перенесите в поле extra, под ключ вида «владелец:имя»."
    ),
    "{noun} has no field {key}": "у {noun:genitive} нет поля {key}",
    'Add it: "format_version": {version}.': 'Добавьте его: "format_version": {version}.',
    "Add it.": "Добавьте его.",
    "the field {key} is missing": "нет обязательного поля {key}",
    "there is something that is not a file": "там что-то, что не является файлом",
    "{source} has format version {version}, and this release of partnermodel reads versions up to "
    "{newest}. Install a newer release to read it.": (
        "{source}: версия формата — {version}, а этот выпуск partnermodel читает версии до {newest}. "
        "Чтобы прочитать документ, установите более новый выпуск."
    ),
    '{source} has format version {version}, which never was. Write "format_version": {newest}, if '
    "the rest of it is of that version.": (
        "{source}: версия формата — {version}, а такой никогда не было. Если всё остальное "
        'соответствует версии {newest}, напишите "format_version": {newest}.'
    ),
    "line {line}, byte {byte} of the line": "строке {line}, байте {byte} этой строки",
    "the file begins with a byte-order mark": "файл начинается с метки порядка байтов",
    "the file seems to be in UTF-16, and not in UTF-8": "файл, по-видимому, в кодировке UTF-16, а не UTF-8",
    "Save the file as UTF-8.": "Сохраните файл в кодировке UTF-8.",
    "in {place} begins half a character (a lone surrogate)": (
        "в {place}: здесь начинается половина символа (одиночный суррогат)"
    ),
    "Save the file as UTF-8 without a byte-order mark (BOM).": (
        "Сохраните файл в кодировке UTF-8 без метки порядка байтов (BOM)."
    ),
    "in {place} ({byte}) is not UTF-8": "в {place} ({byte}): это не UTF-8",
    "Save the file as UTF-8; it may be in windows-1251 now, or have been cut.": (
        "Сохраните файл в кодировке UTF-8; возможно, сейчас он в windows-1251 или обрезан."
    ),
    "Write the whole character, or remove the half.": "Впишите символ целиком или удалите половину.",
}
