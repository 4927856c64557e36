"""The words that stand in messages in several cases, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message, Word

MASCULINE, FEMININE, NEUTER = range(3)

MESSAGES: Mapping[str, Message] = {
    "organisation": Word("организация", "организации", "организацию", FEMININE),
    "centre": Word("центр", "центра", "центр", MASCULINE),
    "programme": Word("программа", "программы", "программу", FEMININE),
    "initiative": Word("инициатива", "инициативы", "инициативу", FEMININE),
    "group": Word("группа", "группы", "группу", FEMININE),
    "person": Word("должностное лицо", "должностного лица", "должностное лицо", NEUTER),
    "place": Word("место", "места", "место", NEUTER),
    "document": Word("документ", "документа", "документ", MASCULINE),
    "statement": Word("утверждение", "утверждения", "утверждение", NEUTER),
    "relation": Word("отношение", "отношения", "отношение", NEUTER),
    "entity": Word("сущность", "сущности", "сущность", FEMININE),
    "record": Word("запись", "записи", "запись", FEMININE),
    "source": Word("первая сторона", "первой стороны", "первую сторону", FEMININE),
    "target": Word("вторая сторона", "второй стороны", "вторую сторону", FEMININE),
    "kind": Word("вид", "вида", "вид", MASCULINE),
    "role": Word("роль", "роли", "роль", FEMININE),
    "status": Word("статус", "статуса", "статус", MASCULINE),
    "the document": Word("документ", "документа", "документ", MASCULINE),
    "an organisation": Word("организация", "организации", "организацию", FEMININE),
    "a centre": Word("центр", "центра", "центр", MASCULINE),
    "a programme": Word("программа", "программы", "программу", FEMININE),
    "an initiative": Word("инициатива", "инициативы", "инициативу", FEMININE),
    "a group": Word("группа", "группы", "группу", FEMININE),
    "a person": Word("должностное лицо", "должностного лица", "должностное лицо", NEUTER),
    "a place": Word("место", "места", "место", NEUTER),
    "a document": Word("документ", "документа", "документ", MASCULINE),
    "a statement": Word("утверждение", "утверждения", "утверждение", NEUTER),
    "a relation": Word("отношение", "отношения", "отношение", NEUTER),
    "an entity": Word("сущность", "сущности", "сущность", FEMININE),
    "an alias": Word("другое название", "другого названия", "другое название", NEUTER),
    "a citation": Word("ссылка на источник", "ссылки на источник", "ссылку на источник", FEMININE),
    "an identifier": Word(
        "внешний идентификатор", "внешнего идентификатора", "внешний идентификатор", MASCULINE
    ),
    "a level": Word("уровень", "уровня", "уровень", MASCULINE),
    "a period": Word("период", "периода", "период", MASCULINE),
    "a stated count": Word("указанное число", "указанного числа", "указанное число", NEUTER),
    "a term": Word("термин", "термина", "термин", MASCULINE),
    "a relation term": Word("термин отношения", "термина отношения", "термин отношения", MASCULINE),
    "a mapping": Word("сопоставление", "сопоставления", "сопоставление", NEUTER),
    "a sheet of a mapping": Word(
        "лист сопоставления", "листа сопоставления", "лист сопоставления", MASCULINE
    ),
    "a record of a mapping": Word(
        "запись сопоставления", "записи сопоставления", "запись сопоставления", FEMININE
    ),
    "a line of a mapping": Word(
        "строка сопоставления", "строки сопоставления", "строку сопоставления", FEMININE
    ),
    "a vocabulary": Word("словарь", "словаря", "словарь", MASCULINE),
}
