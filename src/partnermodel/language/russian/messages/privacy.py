"""Why something cannot be removed or suppressed, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "min_count is a whole number, 2 at the least, not {value}": (
        "min_count — целое число не меньше 2, а не {value}"
    ),
    "a count is a whole number, 0 at the least, not {value}": (
        "количество — целое число не меньше 0, а не {value}"
    ),
    "the rows of a table of counts are equally long": "в строках таблицы количеств должно быть поровну ячеек",
    "a table of counts has totals of rows, columns and all, not of {value}": (
        "итоги таблицы количеств бывают по строкам (rows), столбцам (columns) и общий (all), а не {value}"
    ),
    "a relation is nothing without a kind; to remove the kinds of a type, write {example}": (
        "отношения без вида не бывает; чтобы удалить виды записей одного типа, напишите {example}"
    ),
    "{field} cannot be removed: the record would be another one": (
        "{field} нельзя удалить: это была бы уже другая запись"
    ),
    "{field} has no entries to remove one by one; write {name}": (
        "в {field} нет отдельных значений, которые можно удалить; напишите {name}"
    ),
    "{field} is no field that can be removed.": "{field} — не поле, которое можно удалить.",
    "{key} of {id} is true, or a list of fields, not {value}": (
        "{key} в записи {id} — это true или список полей, а не {value}"
    ),
}
