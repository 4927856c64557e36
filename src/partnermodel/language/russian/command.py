"""What the commands say while one waits, in Russian."""

from __future__ import annotations

TEXTS = {
    "command-reading": "Чтение: {file}",
    "command-figures": "Расчёт показателей",
    "command-duplicates": "Сравнение названий",
    "command-steps": "Поиск шагов",
}
