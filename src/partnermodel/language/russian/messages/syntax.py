"""Why a text is not JSON, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    'Write at least {{"format_version": 1, "name": "…"}}.': (
        'Напишите хотя бы {{"format_version": 1, "name": "…"}}.'
    ),
    "in {spot}, brackets are nested more than {levels} deep": "в {spot}: вложенность скобок больше {levels}",
    "Look for brackets that are opened and never closed.": "Найдите скобки, которые открыты и не закрыты.",
    "the document is empty": "документ пуст",
    "the text {text} holds half a character (a lone surrogate)": (
        "в тексте {text} есть половина символа (одиночный суррогат)"
    ),
    "{token} is not a number of JSON": "{token} — не число JSON",
    "Write a number, or leave the field out if nobody states it.": (
        "Укажите число или уберите поле, если об этом нет сведений."
    ),
    "{written} is not a number that JSON can hold": "{written} — не число, которое можно записать в JSON",
    "Leave it out, or put it in quotation marks to keep it as a text.": (
        "Уберите его или возьмите в кавычки, чтобы сохранить как текст."
    ),
    "line {line}, column {column}": "строке {line}, столбце {column}",
    "Write a colon and a value after it, or remove the key.": (
        "Напишите после него двоеточие и значение или удалите ключ."
    ),
    "object": "объект",
    "list": "список",
    "a comma": "запятая",
    "a colon": "двоеточие",
    "a text begins that has no closing quotation mark on its line": (
        "начинается текст, у которого в этой же строке нет закрывающей кавычки"
    ),
    "{noun} that begins in {spot}": "{noun}, который начинается в {spot},",
    "a comma is missing before {seen}": "перед {seen} нет запятой",
    "the key {token} has no quotation marks": "ключ {token} записан без кавычек",
    "\\u stands in a text without four hexadecimal digits after it": (
        "в тексте стоит \\u, а после него нет четырёх шестнадцатеричных цифр"
    ),
    "a backslash stands before {character} in a text, and means nothing there": (
        "в тексте перед {character} стоит обратная косая черта, которая здесь ничего не значит"
    ),
    "a text holds the control character U+{code}": "в тексте есть управляющий символ U+{code}",
    'Add it; within a text, \\n stands for a line break and \\" for a quotation mark.': (
        'Добавьте её; внутри текста перевод строки записывают как \\n, а кавычку — как \\".'
    ),
    "a text begins with {token}, and JSON has only straight double quotation marks": (
        "текст начинается с {token}, а в JSON бывают только прямые двойные кавычки"
    ),
    "{seen} is neither a number of JSON nor a text in quotation marks": (
        "{seen} — не число JSON и не текст в кавычках"
    ),
    "{seen} has no quotation marks": "{seen} записано без кавычек",
    "Put the whole text in straight double quotation marks.": "Возьмите весь текст в прямые двойные кавычки.",
    "in {spot}, {message}": "в {spot}: {message}",
    "the document ends, and the {begun} is not closed": "документ закончился, а {begun} не закрыт",
    "something follows the end of the document": "после конца документа что-то есть",
    "there is a comment, and JSON has none": "здесь комментарий, а в JSON их не бывает",
    "there is a closing {token}, and no bracket is open": (
        "здесь закрывающая скобка {token}, а открытых скобок нет"
    ),
    "the {begun} is closed with {token}": "{begun} закрыт скобкой {token}",
    "the key {key} has no value": "у ключа {key} нет значения",
    "a colon stands where a comma belongs": "вместо запятой стоит двоеточие",
    "Write a comma there, or look for a quotation mark that is missing before it.": (
        "Поставьте запятую или проверьте, не пропущена ли перед этим местом кавычка."
    ),
    "{thing} stands where a key belongs": "здесь стоит {thing}, а ожидается ключ",
    "it is a workbook or an archive (ZIP), and no JSON": "это книга или архив (ZIP), а не JSON",
    "it is a workbook or a document of Office, and no JSON": "это книга или документ Office, а не JSON",
    "it is a file of Parquet, and no JSON": "это файл Parquet, а не JSON",
    "it is a file of Arrow, and no JSON": "это файл Arrow, а не JSON",
    "it is XML, and no JSON": "это XML, а не JSON",
    "Read tables with read_table, or with partnermodel import.": (
        "Таблицы читают функцией read_table или командой partnermodel import."
    ),
    "Read a graph file with load_graph.": "Файл графа читают функцией load_graph.",
    "the document begins with {token}, and not with {{": "документ начинается с {token}, а не с {{",
    "{thing} stands where a value belongs": "здесь стоит {thing}, а ожидается значение",
    "Write \\\\ for a backslash, or write the character itself.": (
        "Запишите обратную косую черту как \\\\ или впишите сам символ."
    ),
    'Write \\\\ for a backslash, \\" for a quotation mark, \\n for a line break.': (
        'Обратную косую черту записывают как \\\\, кавычку — как \\", перевод строки — как \\n.'
    ),
    "Write {escape} in its place, or remove it.": "Напишите вместо него {escape} или удалите его.",
    'Write " before and after the text.': 'Поставьте перед текстом и после него знак ".',
    "there is an unseen character, U+{code}": "здесь невидимый символ U+{code}",
    "Delete it.": "Удалите его.",
    "{seen} has capital letters": "в {seen} есть прописные буквы",
    "Write {word}, in small letters.": "Напишите {word} строчными буквами.",
    "{seen} is not a value of JSON": "{seen} — не значение JSON",
    "Leave the field out if nobody states it.": "Уберите поле, если об этом нет сведений.",
    "Write a number such as 12 or -0.5, or add the quotation marks.": (
        "Укажите число, например 12 или -0.5, или добавьте кавычки."
    ),
    "a comma stands before the closing {token}": "перед закрывающей скобкой {token} стоит запятая",
    "Remove the comma.": "Удалите запятую.",
    "Add what is missing, with the closing {closing} at its end.": (
        "Допишите недостающее и в конце поставьте закрывающую скобку {closing}."
    ),
    "Remove it; a document is one object, from {{ to }}.": (
        "Удалите это: документ — один объект, от {{ до }}."
    ),
    "Remove it; what is worth saying belongs in a description.": (
        "Удалите его; важные пояснения запишите в поле description."
    ),
    "a colon is missing after the key {key}": "после ключа {key} нет двоеточия",
    "Remove it, or look for a bracket that is missing before it.": (
        "Удалите её или проверьте, не пропущена ли скобка перед ней."
    ),
    "Write {closing}, or look for a bracket that is missing or one too many.": (
        "Поставьте {closing} или проверьте, нет ли пропущенной или лишней скобки."
    ),
    "Write a comma; a colon stands only between a key and its value.": (
        "Поставьте запятую: двоеточие ставят только между ключом и его значением."
    ),
    "Write a key in quotation marks, a colon and a value; or remove what is there.": (
        "Напишите ключ в кавычках, двоеточие и значение или удалите то, что здесь стоит."
    ),
    "Write it in straight double quotation marks.": "Возьмите его в прямые двойные кавычки.",
    "A document is one object, from {{ to }}.": "Документ — это один объект, от {{ до }}.",
    "Remove it, or write the value that is missing.": "Удалите лишнее или впишите недостающее значение.",
    "Write a colon between the key and its value.": "Поставьте двоеточие между ключом и его значением.",
    "a merge has left a conflict in it, in lines {lines}": (
        "после слияния остался неразрешённый конфликт (строки {lines})"
    ),
    "a merge has left {count} conflicts in it, in lines {lines}": (
        "после слияния {count:|остался|остались|осталось} {count} "
        "{count:|неразрешённый конфликт|неразрешённых конфликта|неразрешённых конфликтов} (строки {lines})"
    ),
    "Keep what is right, and remove the lines that begin with <<<<<<<, =======, >>>>>>> or |||||||.": (
        "Оставьте верное и удалите строки, которые начинаются с <<<<<<<, =======, >>>>>>> или |||||||."
    ),
}
