"""What is doubtful in a model, and what cannot be asked of it, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "coverage has two or three different dimensions, not {dimensions}.": (
        "Охват строится по двум или трём разным измерениям, а не по {dimensions}."
    ),
    "{dimension} is not a dimension of coverage. {hint}": "{dimension} — не измерение охвата. {hint}",
    "{given} is not a type of entity.": "{given} — не тип записей.",
    "threshold is {given}; give a number of 0 to 1.": (
        "Значение threshold — {given}; укажите число от 0 до 1."
    ),
    "Names that are alike are found with rapidfuzz": "Чтобы искать похожие названия, нужен rapidfuzz",
    "With alike=False only the same identifiers and the same names are looked for, which needs no package.": (
        "С alike=False ищутся только совпадающие номера и названия, и для этого пакеты не нужны."
    ),
    "its publisher is a party to {ties} of the ties that rest on this document alone": (
        "издатель документа сам участвует в {ties} {ties:|связи, подтверждённой|связях, "
        "подтверждённых|связях, подтверждённых} только этим документом"
    ),
    "its source exists {period}, and its target exists {other}": (
        "период первой стороны: {period}; период второй: {other}"
    ),
    "Correct one of the two periods.": "Исправьте один из двух периодов.",
    "it is {status}, and ended in {end}": "указан статус {status}, хотя срок уже истёк: {end}",
    "Say how it ended, or correct the end.": "Укажите, чем всё закончилось, или исправьте дату окончания.",
    "it is {status}, and was to start in {start}": (
        "указан статус {status}, хотя дата начала уже прошла: {start}"
    ),
    "Say whether it started, or correct the start.": "Укажите, началось ли это, или исправьте дату начала.",
    "{named} of the kind {kind} are named, and the source counts {number}": (
        "названо записей вида {kind}: {named}, а по источнику их {number}"
    ),
    "the relation holds {period}, and its {end} exists {other}": (
        "период отношения: {period}; период {end:genitive}: {other}"
    ),
    "it says the same as {id}, from the other end": "здесь сказано то же, что в {id}, но с другой стороны",
    "{code} is not a known code of the scheme {scheme}": "в схеме {scheme} нет кода {code}",
    "{code} is not a known kind of any type": "вида {code} нет ни у одного из типов",
    "{code} has been replaced": "код {code} заменён другим",
    "nobody is cited for it": "источник не указан",
    "Look for a second source.": "Найдите второй источник.",
    "at most {number}": "не более {number}",
    "the relation is {status}, and its {end} is {other}": (
        "статус отношения — {status}, а статус {end:genitive} — {other}"
    ),
    "Correct one of the two statuses.": "Исправьте один из двух статусов.",
    "no relation begins or ends at it": "с этой записью не связано ни одно отношение",
    "Add the relation that brought it here, or remove it.": (
        "Добавьте отношение, ради которого она внесена, или удалите её."
    ),
    "It is defined in the scheme {scheme}. Write {near} there.": (
        "Код определён в схеме {scheme}. Напишите там {near}."
    ),
    "Define it in the vocabulary.": "Определите его в словаре (vocabulary).",
    "Correct the number, or the kinds of what is named.": "Исправьте число или виды названных записей.",
    "Keep one of the two.": "Оставьте что-то одно.",
    "Use {code}.": "Используйте {code}.",
    "the expectation is or holds {told}; give an Expectation, or a list of Expected.": (
        "В ожиданиях оказалось {told}; укажите Expectation или список значений Expected."
    ),
    "at_least is {given}, which not every program could read; give {most} or less.": (
        "Значение at_least — {given}: такое число прочитает не каждая программа; укажите не больше {most}."
    ),
    "at_least is {given}; give a whole number of providers, 1 or more.": (
        "Значение at_least — {given}; укажите число исполнителей: целое, не меньше 1."
    ),
    "no {field} has the code {code}.": "{field} с кодом {code} не {field:|найден|найдена|найдено}.",
    "{given} is expected twice; give each group, place and kind once.": (
        "{given} ожидается дважды; каждое сочетание группы, места и вида укажите один раз."
    ),
    "{id} is of the type {type}, not organisation.": "Тип записи {id} — {type}, а не организация.",
    "It may mean {ids}.": "Возможно, это {ids}.",
    "If they are one, keep one; if not, tell them apart in their names.": (
        "Если это одно и то же, оставьте одну запись; если нет, дайте им разные названия."
    ),
    "it has an id that looks like that of {ids}": "идентификатор выглядит так же, как у {ids}",
    "{some} and {rest} more": "{some} и ещё {rest}",
    "it is called the same as {ids}": "название то же, что у {ids}",
    "it has the same identifier as {ids}": "внешний идентификатор тот же, что у {ids}",
    "the alias {name} means {ids} as well": "другое название {name} есть и у {ids}",
    "in {word}, {letters} is Latin among Cyrillic letters": (
        "в слове {word} среди кириллических букв стоят латинские: {letters}"
    ),
    "in {word}, {letters} is Cyrillic among Latin letters": (
        "в слове {word} среди латинских букв стоят кириллические: {letters}"
    ),
    "{text} has spaces too many": "в названии {text} лишние пробелы",
    "Give each a scope of its own.": "Укажите для каждого свою территорию (scope).",
    "Write {value}.": "Напишите {value}.",
    "hops is a whole number from 0 up, not {hops}": "hops — целое число от 0, а не {hops}",
    "{id} is given twice; name two different entities.": "{id} указан дважды; назовите две разные сущности.",
    "{id} is not there on {day}: its period is {period}.": (
        "{id} на дату {day} не существует; период: {period}."
    ),
}
