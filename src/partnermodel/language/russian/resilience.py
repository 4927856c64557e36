"""The words of brokers and of losses, in Russian."""

from __future__ import annotations

TEXTS = {
    "brokers-of": "Посредники: {name}",
    "brokers-note": "Связей, без которых сеть распалась бы: {number:number}.",
    "not-asked": "не рассчитывалось",
    "losses-in-order": "Самые тяжёлые потери: {name}",
    "losses-greedy": "Порядок «жадный»: каждый следующий шаг — самая тяжёлая потеря из оставшихся; "
    "вместе такие потери не обязательно самые тяжёлые.",
    "losses-filled": "Заполнено ячеек до первой потери: {number:number}.",
    "loss-of": "Что было бы утрачено без организации: {name}",
    "loss-falls": "исчезает вместе с ней",
    "loss-coverage": "охват",
    "loss-partner": "партнёр",
    "loss-alone": "других партнёров нет",
    "loss-not-alone": "есть и другие",
    "loss-cut-off": "отделяется",
    "loss-note": "Пар других организаций, между которыми не осталось бы пути: {number:number}.",
    "anything": "всё",
    "anywhere": "везде",
    "sole-of": "Что держится на одной организации: {name}",
    "sole-note": "Ячеек, в которых что-то учтено: {filled:number}; из них держатся на одной организации: "
    "{sole:number}.",
}
