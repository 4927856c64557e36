"""What is said of numbers that are not told, in Russian."""

from __future__ import annotations

TEXTS = {
    "suppressed": "скрыто",
    "suppressed-short": "×",
    "suppressed-cells": "Скрыто ячеек: {count:number}. В каждой из них число от 1 до {least:number} или "
    "число, по которому можно было бы вычислить такое.",
    "suppressed-none": "Ни одну ячейку скрывать не пришлось: чисел от 1 до {least:number} в таблице нет.",
    "counts-are-of-provisions": "Число показывает, сколько разных мер поддержки учтено.",
    "picture-suppressed": "число скрыто",
    "picture-coverage-most-told": "Наибольшее из показанных чисел — {number:number}.",
    "redact-gone": "Удалено: {count:record}.",
    "redact-suppressed": "Записей, в которых скрыты числа: {count:number}.",
    "redact-more": "и ещё {count:number}",
    "redact-names-left": "Просмотрите эти тексты: в них может стоять имя удалённого лица.",
}
