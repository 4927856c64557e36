"""What is said of a proposed mapping, in Russian."""

from __future__ import annotations

TEXTS = {
    "column-column": "столбец",
    "column-makes": "что даёт",
    "column-confidence": "уверенность",
    "column-reasons": "почему",
    "suggestion-caption": "Предложение сопоставления",
    "suggestion-name": "О чём эта модель: напишите здесь её название.",
    "suggestion-line": "Уверенность: {confidence}. Почему: {reasons}.",
    "suggestion-reasons": "{reasons}",
    "suggestion-undecided": "{line} Решите, что значат слова в строках с # ниже: впишите код вместо "
    "каждого … и уберите #. Коды: {codes}.",
    "suggestion-direction": "{line} Отношение ведёт от source к target: если в строках наоборот, поменяйте "
    "их местами.",
    "suggestion-code": "{code} ({label})",
    "suggestion-head": "об этом говорит заголовок",
    "suggestion-share": "похожих ячеек: {count:number} из {cells:number}",
    "suggestion-personal": "речь о людях, а сведения о них не хранятся",
    "suggestion-empty": "столбец пуст",
    "suggestion-row-number": "это только номера строк",
    "suggestion-unknown": "неизвестны ни заголовок, ни значения ячеек",
    "suggestion-taken": "это поле уже даёт другой столбец, или его нет ни у одной записи",
    "suggestion-no-codes": "ни одного из его значений нет в словаре: {texts}",
    "suggestion-dropped": "ничего: столбец пропускается",
    "suggestion-unmapped": "пока ничего",
    "suggestion-drop": "Пропускается то, что говорит о людях, только нумерует строки или пусто.",
    "suggestion-until": (
        "Ниже этой строки: {texts}. Эти строки пропускаются: похоже, это итоги, примечания или"
        " другая таблица. Когда строк станет больше, увеличьте номер; другую таблицу "
        "перенесите на отдельный лист."
    ),
    "suggestion-skip": ("Пропускаются как итоги или повторённые заголовки: {texts}."),
    "suggestion-left": "Пока не сопоставлены: {columns}. Напишите для каждого строку ниже или добавьте его в "
    "drop; {setting} сохранит их все как есть.",
    "confidence-high": "высокая",
    "confidence-moderate": "средняя",
    "confidence-low": "низкая",
}
