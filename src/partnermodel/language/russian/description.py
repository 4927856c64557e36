"""The sentences of a network's description, in Russian."""

from __future__ import annotations

TEXTS = {
    "brokers-cut-several": "Без любой из организаций {names:list} некоторые организации, между которыми "
    "сейчас есть путь, лишились бы его.",
    "brokers-basis": "Здесь учтены только действующие связи.",
    "brokers-none": "Действующих связей нет, поэтому сеть пока никто не скрепляет.",
    "gaps-places": "Места не указаны, поэтому для каждой группы выясняется лишь, охвачена ли она вообще.",
    "heading-what": "Что это",
    "heading-sources": "Откуда сведения",
    "heading-period": "Период",
    "heading-size": "Размер",
    "heading-structure": "Устройство",
    "heading-brokers": "Кто скрепляет сеть",
    "heading-gaps": "Кто не охвачен",
    "heading-unknown": "Что неизвестно",
    "what-model": "{name:name} — модель партнёрской сети.",
    "what-nodes": "Узлы сети — организации.",
    "what-ties": "Две организации связаны, если между ними есть прямое отношение или если обе участвуют "
    "в одной "
    "инициативе, одной программе или в работе одного центра.",
    "what-direction": "Связи не имеют направления, и каждая пара считается один раз.",
    "what-statuses": "Статусы связей: {statuses:list}.",
    "sources-none": "Источники не указаны.",
    "sources-one": "Единственный источник — документ {document:name}.",
    "sources-many": "Источники — {documents:document}.",
    "sources-share": "Источник указан у {cited:number} из {records:record*}.",
    "sources-self": "{count:relation} {count:|основано|основаны|основано} только на сведениях одной из "
    "сторон.",
    "period-none": "Ни одна запись не датирована.",
    "period-one": "Единственная дата — {date}.",
    "period-span": "Самая ранняя дата — {first}, самая поздняя — {last}.",
    "period-undated": "У {count:record*}, {count:|которая могла|которые могли|которые могли} бы иметь "
    "дату, она не "
    "указана.",
    "size-nodes": "В сети {organisations:organisation} и {ties:tie}.",
    "size-ways": "{direct:tie} — через прямое отношение, {shared:tie} — через общее дело, {both:tie} — "
    "через то и другое.",
    "size-rest": "Кроме того, в модели: {things:items}.",
    "structure-empty": "Организаций нет, а значит, нет и сети.",
    "structure-one": "Сеть едина: от каждой организации есть путь к каждой другой.",
    "structure-parts": "Сеть распадается на {parts:part}; в самой большой {largest:organisation}.",
    "structure-isolates": "Ни с кем не {count:|работает|работают|работают} {count:organisation}: "
    "{names:list}.",
    "structure-isolates-many": "Ни с кем не {count:|работает|работают|работают} {count:organisation}, "
    "среди них {names:list}.",
    "structure-density": "Связано {share:percent} всех возможных пар организаций.",
    "structure-distance": "Если путь между двумя организациями есть, он занимает в среднем {mean:step}, "
    "самый длинный — {longest:step}.",
    "structure-transitivity": "Два партнёра одной организации связаны между собой в {share:percent} случаев.",
    "structure-centralisation": "Централизация по степени — {share:percent}; она равнялась бы 0\u00a0%, "
    "если бы партнёров у "
    "всех было поровну, и 100\u00a0% — в сети-звезде.",
    "structure-communities": "По связям организации образуют {count:community}; модулярность — "
    "{modularity:number}.",
    "structure-communities-isolates": "По связям организации образуют {count:community}, если каждую "
    "организацию без партнёров ({isolates:number}) считать отдельным сообществом; модулярность — "
    "{modularity:number}.",
    "structure-active": "Доля действующих связей — {active:percent}, только обсуждаемых — "
    "{discussed:percent}.",
    "brokers-most": "Больше всего партнёров — {count:number} — у организации {name:name}.",
    "brokers-most-several": "Больше всего партнёров — по {count:number} — у организаций {names:list}.",
    "brokers-cut": "Без организации {names:list} некоторые организации, между которыми сейчас есть путь, "
    "лишились бы его.",
    "brokers-cut-several-many": "Организаций, без каждой из которых другие лишились бы пути друг к "
    "другу, — {count:number}, "
    "среди них {names:list}.",
    "brokers-no-cut": "Нет организации, без которой другие лишились бы пути друг к другу.",
    "brokers-bridges": "Мостов, то есть связей, без которых часть сети отделилась бы от остальной, — "
    "{count:number}.",
    "gaps-none-asked": "Нельзя сказать, кто не охвачен: ни одна группа не указана.",
    "gaps-share": "Действующая поддержка есть для {filled:number} из {cells:cell*}.",
    "gaps-groups": "Неизвестно ни о какой действующей поддержке для {count:|группы|групп|групп} "
    "{names:list}.",
    "gaps-groups-many": "Для {count:group*} неизвестно ни о какой действующей поддержке, среди них "
    "{names:list}.",
    "gaps-groups-none": "Для каждой из них действующая поддержка известна.",
    "gaps-knowledge": "Пробел означает лишь, что в модели нет таких сведений; это не значит, что "
    "поддержки там нет.",
    "unknown-sets": "{count:organisation} {count:|обозначает|обозначают|обозначают} совокупность, состав "
    "которой не назван.",
    "unknown-counts": "{count:stated-number} {count:|приведено|приведены|приведено} без полного перечня "
    "того, что "
    "учтено.",
    "unknown-status": "Статус неизвестен у {count:record*}.",
    "unknown-kind": "Вид не указан у {count:organisation*}.",
    "unknown-nothing": "Обо всём, что входит в это описание, сведения есть.",
}
