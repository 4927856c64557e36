"""What the command says of itself in Russian. Nothing is imported here but the face that it translates."""

from __future__ import annotations

from partnermodel.cli.face import HELP_OPTION, KEPT, LANGUAGE, LANGUAGE_OPTION, VERSION_OPTION, Face

RUSSIAN = Face(
    usage="Использование",
    arguments=("[ПАРАМЕТРЫ]", "КОМАНДА [АРГУМЕНТЫ]..."),
    headings=("Параметры", "Команды"),
    help="Рассказывает о модели партнёрской сети: кто с кем работает, с чьих слов, для кого.",
    options={
        VERSION_OPTION: "Показать версию и выйти.",
        LANGUAGE_OPTION: f"Язык всего, что говорится; иначе — из {LANGUAGE}, или en.",
        HELP_OPTION: "Показать эту справку и выйти.",
    },
    commands={
        "summary": "Сказать, что есть в файле, с чьих слов и чего не известно.",
        "check": "Сказать, что в файле сломано или сомнительно.",
        "partners": "Перечислить, с кем работает организация.",
        "coverage": "Показать, кто, кого и где охватывает и кто не охвачен.",
        "analyse": "Назвать показатели сети.",
        "describe": "Описать сеть простыми словами и одной таблицей.",
        "recommend": "Сказать, какие шаги сделать первыми.",
        "diff": "Сказать, чем отличаются два файла.",
        "schema": "Вывести схему JSON Schema файлов.",
        "view": "Нарисовать сеть, с таблицей к рисунку.",
        "report": "Составить страницу о файле, понятную каждому.",
    },
    epilog=f"""\
Каждый ФАЙЛ — это модель в JSON; - читает стандартный ввод.

{KEPT}
Примеры:
  partnermodel summary omsk.json
  partnermodel report omsk.json -o report.html

{KEPT}
Коды завершения:
  0    сделано
  1    файл сломан (что не так, сказано в стандартном потоке ошибок)
  2    команду нельзя выполнить в том виде, в каком она дана
  70   ошибка самой программы partnermodel; PARTNERMODEL_DEBUG=1 покажет, где
  130  прервано
  141  тот, кто читал вывод, ушёл""",
    examples=("Пример", "Примеры"),
    required="обязательно",
)
