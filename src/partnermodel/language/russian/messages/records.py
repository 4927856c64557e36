"""What is said of records that do not fit together, and of words, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{code} is not a code of the scheme {scheme}.": "В схеме {scheme} нет кода {code}.",
    "a plain term stands in the scheme relation, and says nothing of the two ends": (
        "в схеме relation стоит обычный термин, и о сторонах отношения он ничего не говорит"
    ),
    "Write it under relation_terms.": "Перенесите его в relation_terms.",
    "{code} is not a code of the scheme {scheme}": "в схеме {scheme} нет кода {code}",
    "{code} is a standard code of the scheme {scheme}; codes keep their meaning": (
        "{code} — стандартный код схемы {scheme}, а смысл кодов не меняется"
    ),
    "Leave it out, or choose another code.": "Уберите его или выберите другой код.",
    "Add it as a term of its own, or leave it out.": "Добавьте для него отдельный термин или уберите его.",
    "the broader codes of {code} lead back to it": (
        "более широкие коды для {code} ведут по кругу к нему самому"
    ),
    "Remove one of them.": "Уберите один из них.",
    "{code} is defined twice in the scheme {scheme}": "{code} определён в схеме {scheme} дважды",
    "Entity is the base of the entity classes; use Organisation, Centre, …": (
        "Entity — общая основа других классов; используйте Organisation, Centre, …"
    ),
    'a direction is "out", "in" or "both", not {direction}': (
        'направление — это "out", "in" или "both", а не {direction}'
    ),
    "{id} is {other}, and {wanted} belongs here": "{id} — это {other}, а здесь ожидается {wanted}",
    "the records of {source} contradict each other:": "{source}: записи противоречат друг другу:",
    "a second relation has the same source, kind, target and role: {id}": (
        "второе отношение с теми же сторонами, видом и ролью: {id}"
    ),
    "Remove one of the two, or give one an id of its own.": (
        "Удалите одно из двух или дайте одному из них собственный идентификатор."
    ),
    "{id} is the id of two records": "идентификатор {id} принадлежит двум записям",
    "Give one of them another id; all records of a model share one set of ids.": (
        "Дайте одной из них другой идентификатор: у каждой записи модели он свой."
    ),
    "A relation links two entities; make what they do together an initiative, and link to that.": (
        "Отношение связывает две сущности; запишите общее дело как инициативу и свяжите участников с ней."
    ),
    "Cite the document that says so.": "Укажите документ, в котором это сказано.",
    "Add the {noun}, or correct the id.": "Добавьте {noun:accusative} или исправьте идентификатор.",
    "no {noun} has the id {id}": "{noun} с идентификатором {id} не {noun:|найден|найдена|найдено}",
    "no {noun} has the id {id}.": "{noun} с идентификатором {id} не {noun:|найден|найдена|найдено}.",
    "no {noun} has {kind} for its id. Give {id}.": (
        "{noun}: вместо идентификатора указано {kind}. Укажите {id}."
    ),
    "{id} is of the type {type}, and the {end} of {kind} is of the type {types}": (
        "тип записи {id} — {type}, а {end} отношения {kind} может быть только такого типа: {types}"
    ),
    "of the type {type}": "запись типа «{type}»",
    "the relation leads from {source} to itself": "отношение ведёт от {source} к той же записи",
    "Name two different records.": "Укажите две разные записи.",
    "the relation closes a circle: {ids}": "отношение замыкает круг: {ids}",
    "Remove or turn round one of its relations.": "Удалите или разверните одно из отношений круга.",
    "Exchange the ends, or use another kind of relation.": (
        "Поменяйте стороны местами или выберите другой вид отношения."
    ),
    "{id} is the id of a relation, not of an entity.": "{id} — идентификатор отношения, а не сущности.",
    "an Entity or a Relation": "Entity или Relation",
    "{id} is at neither end of the relation {relation}": "{id} не является стороной отношения {relation}",
    "Leave it out; what belongs to other records is written there.": (
        "Уберите его: то, что относится к другим записям, указывают в них."
    ),
    "A person is a name and nothing else; write the public post as a relation to the organisation.": (
        "У должностного лица указывают только имя; должность запишите как отношение к организации."
    ),
    "{noun} has no {field}": "у {noun} нет поля {field}",
    "two topics have the key {key}": "ключ {key} есть в двух темах",
    "{language} is not a language that the library speaks. Choose from {known}.": (
        "На языке {language} библиотека не говорит. Выберите из списка: {known}."
    ),
}
