"""What is said of graph files, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "line {line}, {thing}": "строка {line}, {thing}",
    "line {line}, {thing}, {field}": "строка {line}, {thing}, {field}",
    "the graph": "граф",
    "a node": "узел",
    "an edge": "ребро",
    "node {id}": "узел {id}",
    "edge {id}": "ребро {id}",
    "a graph": "граф",
    "node-link JSON": "JSON вида node-link",
    "Kumu's JSON": "JSON программы Kumu",
    "{source} cannot be read as {format}:": "{source}: не удаётся прочитать как {format}:",
    "{source} cannot be read as a graph:": "{source}: не удаётся прочитать как граф:",
    # Writing
    "a value is nested more than {levels} deep, or holds itself": (
        "глубина вложенности значения больше {levels}, или оно содержит само себя"
    ),
    "two nodes are called {name} in a file: {first} and {second}; give them other names": (
        "два узла получили бы в файле имя {name}: {first} и {second}; переименуйте их"
    ),
    "two attributes are called {name} in a file": "два атрибута получили бы в файле имя {name}",
    "{format} is for models; a graph becomes graphml, gexf or node-link": (
        "{format} — формат для моделей; граф можно записать как graphml, gexf или node-link"
    ),
    "the name of a graph file ends in one of {endings}, or its format is given; {path} does not": (
        "имя файла графа оканчивается на одно из расширений {endings}, иначе нужно указать формат; "
        "{path} так не оканчивается"
    ),
    "format is one of {words}, not {given}": "format — одно из {words}, а не {given}",
    "{name} is one of {words}, not {given}": "{name} — одно из {words}, а не {given}",
    # What is no graph file
    "it is neither GraphML nor GEXF": "это не GraphML и не GEXF",
    "it is neither node-link JSON nor Kumu's JSON": "это не JSON вида node-link и не JSON программы Kumu",
    "it is no graph file": "это не файл графа",
    "It is a model already; read it with load.": "Это уже модель; прочитайте её функцией load.",
    "Look whether the right file was given; GraphML, GEXF, node-link JSON and Kumu's JSON are read.": (
        "Проверьте, тот ли это файл; читаются GraphML, GEXF, JSON вида node-link и JSON программы Kumu."
    ),
    "it begins with <{name}>, and <{root}> belongs there": "он начинается с <{name}>, а должен с <{root}>",
    "Look whether it is of another format.": "Проверьте, не другой ли это формат.",
    "its encoding is not known": "кодировка файла неизвестна",
    # XML
    "in line {line}, types or entities are declared": "в строке {line} объявлены типы или сущности XML",
    "Remove the lines from <!DOCTYPE to ]>; no graph file needs them.": (
        "Удалите строки от <!DOCTYPE до ]>: файлам графов они не нужны."
    ),
    "in line {line}, elements are nested more than {levels} deep": (
        "в строке {line} глубина вложенности элементов больше {levels}"
    ),
    "Look for elements that are opened and never closed.": (
        "Найдите элементы, которые открыты и нигде не закрыты."
    ),
    "in line {line}, column {column}, {reason}": "в строке {line}, столбце {column}: {reason}",
    "Mend that place, or save the file again in the program that made it.": (
        "Исправьте это место или заново сохраните файл в программе, в которой он создан."
    ),
    "the text stops being XML": "здесь текст перестаёт быть XML",
    "the file ends before its last element is closed": "файл кончается раньше, чем закрыт последний элемент",
    "the file ends within a tag or a text": "файл кончается посреди тега или текста",
    "an element is closed that is not the last one opened": (
        "закрывается не тот элемент, который открыт последним"
    ),
    "an element has an attribute twice": "у элемента один атрибут указан дважды",
    "something follows the last element": "после последнего элемента есть что-то ещё",
    "an entity is named that XML does not have": "названа сущность, которой в XML нет",
    "a character is named that XML cannot hold": "назван символ, которого в XML не может быть",
    "a prefix is used for which no name space is given": (
        "использована приставка, для которой не указано пространство имён"
    ),
    # Nodes, edges and their attributes
    "the attribute {key} is nowhere declared": "атрибут {key} нигде не объявлен",
    "Add a <key> for it.": "Добавьте для него <key>.",
    "Add an <attribute> for it.": "Добавьте для него <attribute>.",
    "{value} is not of the type {type} that the file declares": (
        "{value} не относится к типу {type}, который объявлен в файле"
    ),
    "Mend the value, or declare the attribute as string.": (
        "Исправьте значение или объявите атрибут как string."
    ),
    "the file holds several graphs": "в файле несколько графов",
    "Give each a file of its own.": "Запишите каждый в отдельный файл.",
    "there is a graph, or a port, within a node": "внутри узла есть граф или порт",
    "there are nodes within a node": "внутри узла есть другие узлы",
    "Ungroup the nodes in the program that made the file, and save it again.": (
        "Разгруппируйте узлы в программе, в которой создан файл, и сохраните его заново."
    ),
    "an edge joins more than two nodes": "ребро соединяет больше двух узлов",
    "Make what they do together a node, and lead an edge to it from each.": (
        "Сделайте их общее дело узлом и проведите к нему ребро от каждого."
    ),
    "what stands after {name} is no JSON object": "после {name} стоит не объект JSON",
    "It holds the language and the vocabulary; mend it, or remove it.": (
        "Здесь хранятся язык и словарь; исправьте или удалите эту строку."
    ),
    "the attribute {key} has several values in time": ("у атрибута {key} несколько значений в разное время"),
    "A record states one; keep the one that is meant.": "У записи оно одно; оставьте нужное.",
    "there are several periods, and a record has one": "указано несколько периодов, а у записи он один",
    "Keep one of them, or make a record of each.": "Оставьте один из них или сделайте из каждого запись.",
    "nothing says of what type the record is": "тип записи не указан",
    "Give the node an attribute type, such as organisation, or say which type nodes have: "
    'type="organisation".': (
        "Добавьте узлу атрибут type, например organisation, или укажите тип для всех таких узлов: "
        'type="organisation".'
    ),
    "nothing says of what kind the relation is": "вид отношения не указан",
    "Give the edge an attribute kind, such as partners-with, or say which kind edges have: "
    'kind="partners-with".': (
        "Добавьте ребру атрибут kind, например partners-with, или укажите вид для всех таких рёбер: "
        'kind="partners-with".'
    ),
    "{type} is not a type of record": "{type} — такого типа записи нет",
    "Write one of: {keys}.": "Выберите из списка: {keys}.",
    "the edge has no direction, and {kind} has one": (
        "у ребра нет направления, а у отношения вида {kind} оно есть"
    ),
    "Make the edge a directed one, or use a kind that is the same from both ends.": (
        "Сделайте ребро направленным или выберите вид, который с обеих сторон одинаков."
    ),
    "the period is open, and has an end": "период открыт, но у него указан конец",
    "Remove one of the two: open, or end.": "Уберите одно из двух: open или end.",
    "no field of the model is for the attribute {name}": "для атрибута {name} у модели нет поля",
    "no field of the record is for the attribute {name}": "для атрибута {name} у записи нет поля",
    'Remove it, or read the file with unknown="drop", which leaves it out.': (
        'Удалите его или прочитайте файл с unknown="drop": тогда он будет отброшен.'
    ),
    'Remove it, or read the file with unknown="extra", which keeps it, or unknown="drop".': (
        'Удалите его или прочитайте файл с unknown="extra": тогда он сохранится; или с unknown="drop".'
    ),
}
