"""What is said of records that may be one, in Russian."""

from __future__ import annotations

TEXTS = {
    "duplicates": "Возможные дубликаты",
    "duplicates-note": (
        "Сравнено: {count:record}; показаны пары с оценкой не ниже {threshold:number} и пары, записи которых "
        "различаются. Ничего не объединяется: решает человек."
    ),
    "duplicates-not-alike": "Похожие, но не совпадающие названия не искались.",
    "duplicates-common": (
        "Само по себе ни о чём не говорит, так как повторяется слишком часто: {value} ({count:record})."
    ),
    "column-other-name": "другая запись",
    "column-other-id": "её идентификатор",
    "column-verdict": "вывод",
    "column-speaks-for": "доводы за",
    "column-speaks-against": "доводы против",
    "verdict-one": "одно и то же",
    "verdict-aliases": "одно и то же под разными названиями",
    "verdict-likely": "вероятно, одно и то же",
    "verdict-possible": "возможно, одно и то же",
    "verdict-branches": "организация и её филиалы",
    "verdict-two": "разные, хотя названия совпадают",
    "match-by-identifier": "совпадает {scheme}: {value}",
    "match-by-name": "совпадает название: {name}",
    "match-transliterated-name": "совпадает название в разной графике: {one}, {other}",
    "match-alike-name": "сходство названий: {likeness:percent}",
    "match-same-place": "одно и то же место: {place}",
    "match-same-host": "на базе одной и той же организации: {host}",
    "match-different-identifiers": "различается {scheme}: {one}, {other}",
    "match-different-kpp": "у каждой записи свой КПП",
    "match-different-numbers": "различаются номера в названиях: {one}, {other}",
    "match-different-places": "разные места: {one}, {other}",
    "match-different-hosts": "на базе разных организаций: {one}, {other}",
    "match-different-founders": "разные регионы после правовой формы: {one}, {other}",
    "match-related": "между ними указано отношение: {kind}",
}
