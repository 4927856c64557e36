"""What is said of two models that are made one, and of what cannot be, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{one} and {other} state different values": "{one} и {other}: разные значения",
    "{one} and {other} changed it in different ways": "{one} и {other}: разные изменения",
    "two records of {side} that are one now state different values": (
        "{side}: у двух записей, которые теперь одна, разные значения"
    ),
    "{one} removed it, and {other} changed {fields}": "{one}: удалено; {other}: изменено ({fields})",
    "{one} and {other} use the id for records of different types": (
        "{one} и {other}: под этим идентификатором записи разных типов"
    ),
    "{one} removed {id}, and {other} needs it here": (
        "{one}: запись {id} удалена; {other}: здесь на неё ссылаются"
    ),
    "what the two say does not fit together: {message}": "изменения двух сторон несовместимы: {message}",
    "it would lead from {id} to itself, now that its ends are one": (
        "обе стороны отношения теперь одна запись, и оно вело бы от {id} к ней самой"
    ),
    "Make both models say the same, or merge with prefer.": (
        "Приведите обе модели к одному значению или укажите prefer."
    ),
    "{one} and {other} cannot be merged without a decision:": (
        "{one} и {other}: объединить нельзя, пока не решено следующее:"
    ),
    "same names {id}, a record of the first model, where one of the second belongs.": (
        "в параметре same указана запись первой модели {id}, а ожидается запись второй."
    ),
    "same has a {given} where a pair of ids belongs; of pairs that find_duplicates finds, give "
    "(pair.other, pair.one) for those that are one.": (
        "в параметре same стоит значение типа {given}, а ожидается пара идентификаторов; из пар, найденных "
        "find_duplicates, укажите (pair.other, pair.one) для тех, что означают одну запись."
    ),
    "same says that {id} is {one} and that it is {other}; it can be one of them only.": (
        "параметр same относит {id} сразу к {one} и к {other}; укажите что-то одно."
    ),
    "same says that {id} ({type}) and {other} ({another}) are one record; they are of different types.": (
        "по параметру same {id} ({type}) и {other} ({another}) — одна запись, но типы у них разные."
    ),
    "same leads from {id} back to it; say which record is kept.": (
        "параметр same ведёт от {id} по кругу к ней самой; укажите, какая запись остаётся."
    ),
    "same says that the relations {id} and {other} are one; their ends, their kinds or their roles differ.": (
        "по параметру same отношения {id} и {other} — одно, но у них разные стороны, виды или роли."
    ),
    'prefer is "a", "b" or None, not {prefer}.': 'Значение prefer — "a", "b" или None, а не {prefer}.',
    "base": "общий предок",
    "ours": "наша версия",
    "theirs": "другая версия",
    "the record that stays": "остающаяся запись",
    "the other record": "вторая запись",
    "one file has nothing to be merged with: give another, or --same for records of it.": (
        "один файл объединить не с чем: укажите второй или --same для его записей."
    ),
    "{pair} can be read in several ways: ids have an equals sign in them.": (
        "{pair} можно прочитать по-разному: знак равенства есть и в самих идентификаторах."
    ),
    "{pair} is no pair of ids, such as {example}.": (
        "{pair} — не пара идентификаторов; пример пары: {example}."
    ),
    "{id} is one record: give the id that goes, and the id that stays.": (
        "{id} — это одна запись; укажите идентификатор, который исчезнет, и тот, который останется."
    ),
    "the id that stays comes last: {option} {pair}.": (
        "остающийся идентификатор указывается последним: {option} {pair}."
    ),
    "Error: --same makes one record of two that a relation joins:": (
        "Ошибка: по --same стали бы одной две записи, между которыми есть отношение:"
    ),
    "Take the relation out of the file first, or leave the pair out.": (
        "Сначала удалите это отношение из файла или не указывайте эту пару."
    ),
    "{file}: 1 conflict is left to decide:": "{file}: остался 1 конфликт:",
    "{file}: {count} conflicts are left to decide:": (
        "{file}: {count:|остался|остались|осталось} {count} {count:|конфликт|конфликта|конфликтов}:"
    ),
    "{file}: 1 conflict was decided by {option}:": "{file}: по {option} разрешён 1 конфликт:",
    "{file}: {count} conflicts were decided by {option}:": (
        "{file}: по {option} {count:|разрешён|разрешены|разрешено} {count} "
        "{count:|конфликт|конфликта|конфликтов}:"
    ),
    "Each stands in the file between the lines <<<<<<< and >>>>>>>. Keep what is right, remove these "
    "lines and =======, check the file, and add it (git add).": (
        "Каждый стоит в файле между строками <<<<<<< и >>>>>>>. Оставьте верное, удалите эти строки и строку "
        "=======, проверьте файл и добавьте его (git add)."
    ),
    "Each stands in the file between the lines <<<<<<< and >>>>>>>. Keep what is right, and remove these "
    "lines and =======.": (
        "Каждый стоит в файле между строками <<<<<<< и >>>>>>>. Оставьте верное и удалите эти строки и "
        "строку =======."
    ),
    "Then check the file: {command}": "Затем проверьте файл: {command}",
}
