"""The frame of the report, and the small words that all its sections share, in Russian."""

from __future__ import annotations

TEXTS = {
    "report-title": "{name} — отчёт о партнёрстве",
    "picture-title": "Рисунок сети",
    "report-skip": "Перейти к отчёту",
    "report-lead": "Отчёт о партнёрской сети",
    "report-contents": "Содержание",
    "report-footer": "Страница подготовлена программой partnermodel. Она не содержит скриптов и не "
    "обращается к "
    "интернету. Численность людей меньше {fewest:number} не раскрывается; из данных, которые хранят "
    "в файле другие программы, приведены только ключи.",
    "report-footer-script": "Страница подготовлена программой partnermodel. Она не обращается к "
    "интернету. Численность "
    "людей меньше {fewest:number} не раскрывается; из данных, которые хранят в файле другие "
    "программы, приведены только ключи.",
    "report-written": "{file}: {count:byte}",
    "report-record": "Запись",
    "report-kind": "Вид",
    "report-status": "Статус",
    "report-evidence": "Источники",
    "report-more": "и ещё {count:number}",
    "report-more-listed": "и ещё {count:number} — в перечне всех записей",
    "report-rest": "Здесь показано не всё: в модели есть ещё {count:number}.",
    "report-relation": "(отношение)",
    "report-level": "{level} ({scheme}), как считает {source}",
    "report-claimed": "по заявлению",
    "report-claim": "заявление, а не факт",
    "report-confidence": "достоверность: {confidence}",
    "report-itself": "сам является источником",
    "report-nobody": "источник не указан",
    "report-fewer": "менее {number:number}",
    "report-size": "всего {number}",
    "report-size-unknown": "численность не указана",
    "report-size-suppressed": "численность скрыта",
    "qualifier-exactly": "{number}",
    "qualifier-about": "около {number}",
    "qualifier-at-least": "не менее {number}",
    "qualifier-at-most": "не более {number}",
    "opening-title": "Об этом отчёте",
    "opening-holds": "Отчёт составлен по модели партнёрской сети. В ней: {holdings}.",
    "opening-marks": "Обсуждаемое не считается согласованным, а заявленное — установленным фактом; в каждом "
    "случае это отмечено. То, о чём сведений нет, не домысливается: в таких случаях написано «не указано» "
    "или не написано ничего.",
    "told-title": "Описание сети и её показатели",
    "told-figures": "Показатели",
    "told-caption": "Показатели сети",
    "records-title": "Все записи",
    "records-none": "Модель пуста.",
    "records-caption": "{title}: все сведения о каждой записи",
    "records-more": "Прочие сведения",
    "records-nothing": "нет",
    "records-period": "Период",
    "records-level": "Теснота взаимодействия",
    "records-aliases": "Другие названия",
    "records-alias": "{name} (в пределах {scope})",
    "records-identifiers": "Номера в реестрах",
    "records-set": "Совокупность, состав которой не назван; {size}.",
    "records-size": "Численность",
    "records-suppressed": "часть чисел скрыта",
    "records-stated": "Приведённые числа",
    "records-count": "{count} (отношение: {relation})",
    "records-language": "Язык",
    "records-published": "Дата публикации",
    "records-source-type": "Тип источника",
    "records-url": "Адрес",
    "records-extra": "Данные других программ, хранящиеся в файле",
    "report-sentence": "{source} — {label}: {target}",
}
