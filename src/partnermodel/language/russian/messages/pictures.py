"""What is said of pictures and maps that cannot be made, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{source} cannot be read as GeoJSON:": "{source} не удаётся прочитать как GeoJSON:",
    "the mapping": "данный объект",
    "the text": "данный текст",
    "it holds a number that is too long": "в нём есть слишком длинное число",
    'The whole is {{"type": "FeatureCollection", "features": [ … ]}}.': (
        'Целиком это {{"type": "FeatureCollection", "features": [ … ]}}.'
    ),
    "its type is {type}": "его тип — {type}",
    "it has no type": "у него нет типа",
    "it has no list of features": "в нём нет списка объектов (features)",
    "it is no object": "это не объект",
    "Put the geometry into a feature, with the properties that say which place it is.": (
        "Поместите геометрию в объект (feature) со свойствами, которые говорят, что это за место."
    ),
    "this is no feature": "это не объект (feature)",
    'A feature has "type": "Feature".': 'У объекта есть "type": "Feature".',
    "its coordinates are in {system}": "его координаты даны в системе {system}",
    "GeoJSON has degrees of WGS 84, the longitude first; convert the file to them (EPSG:4326).": (
        "В GeoJSON координаты — градусы WGS 84, сначала долгота; переведите файл в них (EPSG:4326)."
    ),
    "the properties are no object": "свойства (properties) — не объект",
    "Write an object, or null.": "Напишите объект или null.",
    "collections of geometries are nested too deep": "наборы геометрий вложены слишком глубоко",
    "Put the parts into one.": "Соберите части в один набор.",
    "this is no geometry": "это не геометрия",
    "Its type is one of {types}; or write null.": "Её тип — один из {types}; или напишите null.",
    "a list belongs here": "здесь должен быть список",
    "Look at how a {type} is written.": "Посмотрите, как записывается {type}.",
    "this is no position": "это не координаты точки",
    "A position is a longitude and a latitude: [73.4, 55.0].": (
        "Координаты точки — долгота и широта: [73.4, 55.0]."
    ),
    "this is nowhere on the earth": "такого места на земле нет",
    "a ring of {count} positions has no inside": "кольцо из {count} {count:|точки|точек|точек} ничего "
    "не окружает",
    "It has at least four.": "В нём должно быть не меньше четырёх точек.",
    "the ring is not closed": "кольцо не замкнуто",
    "Repeat its first position at its end.": "Повторите его первую точку в конце.",
    "the picture is in the language {own}, and so is its table; draw it in {other}": "рисунок сделан на "
    "языке "
    "{own}, как и его таблица; сделайте рисунок на языке {other}",
    "a heat map has two dimensions; this coverage has three: {dimensions}. Ask for coverage by two of "
    "them.": (
        "у тепловой карты два измерения, а у этого охвата три: {dimensions}. Запросите охват по двум из них."
    ),
    "a heat map has at most {most} rows and columns; {dimension} has {count} values": (
        "в тепловой карте не больше {most} строк и столбцов, а у измерения {dimension} значений — {count}"
    ),
    "There are: {known}.": "Есть: {known}.",
    "no feature has the property {key}. {hint}": "ни у одного объекта нет свойства {key}. {hint}",
    "most is a whole number above 0, not {given}": "most — целое число больше 0, а не {given}",
    "a flowchart of {count} nodes could not be read; at most {most} are written. Filter the model first, "
    "with `where` or `without`, show a part of the graph, or raise `most`.": (
        "блок-схему, в которой узлов {count}, никто не прочтёт; записывается не больше {most}. Сначала "
        "отфильтруйте модель с помощью `where` или `without`, покажите часть графа или увеличьте `most`."
    ),
    "a picture of {count} nodes could not be read; at most {most} are drawn. {hint}": (
        "рисунок, на котором узлов {count}, никто не прочтёт; рисуется не больше {most}. {hint}"
    ),
    "a picture of {count} ties could not be read; at most {most} are drawn. {hint}": (
        "рисунок, на котором связей {count}, никто не прочтёт; рисуется не больше {most}. {hint}"
    ),
    "Filter the model first, or draw the organisations alone, `organisation_network(model)`, or groups of "
    "them, as `projections.quotient` makes.": (
        "Сначала отфильтруйте модель или нарисуйте только организации, `organisation_network(model)`, либо "
        "их группы, которые даёт `projections.quotient`."
    ),
    "a picture is saved in a file that ends in {endings}, not in {name}": (
        "рисунок сохраняется в файле с окончанием {endings}, а не в {name}"
    ),
    "types are some of {known}, not {given}": "types — некоторые из {known}, а не {given}",
    "a timeline has at most {most} bars, and {count} records have dates. Filter the model first, with `at` "
    "or `where`, or choose fewer `types`.": (
        "в хронологии не больше {most} полос, а записей с датами — {count}. Сначала отфильтруйте модель с "
        "помощью `at` или `where` либо выберите меньше типов в `types`."
    ),
    "PNG, PDF and figures need matplotlib": "для PNG, PDF и фигур нужен matplotlib",
    "SVG needs no package.": "Для SVG пакеты не нужны.",
    "dpi is a number from 10 to 1200, not {given}": "dpi — число от 10 до 1200, а не {given}",
}
