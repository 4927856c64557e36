"""What is said of a whole model in a few sentences and small tables, in Russian."""

from __future__ import annotations

TEXTS = {
    "facts-no-records": "записей нет",
    "facts-status": "статус",
    "facts-statuses": "Число записей по статусам",
    "facts-sources-none": "Источники не указаны.",
    "facts-sources-one": "Все сведения взяты из одного документа: {document:name}.",
    "facts-sources-some": "Для {cited:number} из {records:record*} источник — один и тот же документ: "
    "{document:name}.",
    "facts-sources-many": "Источник указан для {cited:number} из {records:record*}; всего в модели "
    "{documents:document}.",
    "facts-silent": "Источник не указан для {count:record*}.",
    "facts-own-word": "Сведения предоставлены самой стороной: издатель документа {document:name} сам "
    "является стороной {count:tie*}, для {count:|которой|которых|которых} нет другого источника.",
    "facts-undated": "Дат в модели нет",
    "facts-undated-model": "Дат в модели нет",
    "facts-date-one": "Единственная дата — {date}",
    "facts-date-span": "Самая ранняя дата — {first}, самая поздняя — {last}",
    "facts-dateless": "у {count:record*}, {count:|которая могла|которые могли|которые могли} бы иметь дату, "
    "она не указана",
    "facts-sets": "{count:record} {count:|обозначает|обозначают|обозначают} совокупность, состав которой не "
    "назван",
    "facts-short": "{count:stated-number} {count:|приведено|приведены|приведено} без полного перечня того, "
    "что учтено",
    "facts-look-at": "{count:thing} {count:|требует|требуют|требуют} внимания",
    "facts-look-at-none": "вопросов, требующих внимания, нет",
    "facts-see-check": "{found}: см. команду check.",
    "types-other": "прочие записи",
}
