"""What the command says of itself in Russian. Nothing is imported here but the face that it translates."""

from __future__ import annotations

from partnermodel.cli.face import HELP_OPTION, KEPT, LANGUAGE, LANGUAGE_OPTION, VERSION_OPTION, Face

RUSSIAN = Face(
    usage="Использование",
    arguments=("[ПАРАМЕТРЫ]", "КОМАНДА [АРГУМЕНТЫ]..."),
    headings=("Параметры", "Команды"),
    help="Показывает содержание модели партнёрской сети: кто с кем, для кого и по чьим сведениям работает.",
    options={
        VERSION_OPTION: "Показать версию и выйти.",
        LANGUAGE_OPTION: f"Язык справки и сообщений; если не указан — из {LANGUAGE}, иначе en.",
        HELP_OPTION: "Показать эту справку и выйти.",
    },
    commands={
        "summary": "Показать, что содержит файл, откуда сведения и чего не хватает.",
        "check": "Найти в файле ошибки и сомнительные сведения.",
        "duplicates": "Перечислить записи, которые могут быть дубликатами.",
        "partners": "Перечислить партнёров организации.",
        "coverage": "Показать, кто, кого и где охватывает и кто не охвачен.",
        "analyse": "Рассчитать показатели сети.",
        "describe": "Описать сеть простыми словами и одной таблицей.",
        "recommend": "Предложить первоочередные шаги.",
        "diff": "Показать различия двух файлов.",
        "merge": "Объединить две версии файла по записям и полям.",
        "schema": "Вывести схему файлов (JSON Schema).",
        "view": "Построить схему сети с таблицей.",
        "report": "Составить по файлу отчёт, понятный каждому.",
    },
    epilog=f"""\
Каждый ФАЙЛ — это модель в формате JSON; - означает стандартный ввод.

{KEPT}
Примеры:
  partnermodel summary omsk.json
  partnermodel report omsk.json -o report.html

{KEPT}
Коды завершения:
  0    выполнено
  1    в файле ошибки (какие именно, указано в стандартном потоке ошибок)
  2    команда задана так, что выполнить её нельзя
  70   сбой самой программы partnermodel; PARTNERMODEL_DEBUG=1 покажет, где он
  130  прервано
  141  получатель вывода перестал его читать""",
    examples=("Пример", "Примеры"),
    required="обязательно",
)
