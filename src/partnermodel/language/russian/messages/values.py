"""What is said of single values, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    '{need}; the extra "{extra}" brings it: pip install "partnermodel[{extra}]"': (
        '{need}; он входит в дополнение «{extra}»: pip install "partnermodel[{extra}]"'
    ),
    "Arrow needs pyarrow": "для Arrow нужен pyarrow",
    "{package} is not installed, and no extra brings it: pip install {package}": (
        "{package} не установлен и не входит ни в одно дополнение: pip install {package}"
    ),
    "{name} has no column for its field {field}": "в {name} нет столбца для поля {field}",
    "Write a year, a month or a day of ISO 8601: 2024, 2024-09 or 2024-09-01.": (
        "Укажите год, месяц или день по ISO 8601: 2024, 2024-09 или 2024-09-01."
    ),
    "Write a year, a month or a day of ISO 8601: 2024, 2024-09 or 2024-09-01; or .. for an end "
    "that is open.": (
        "Укажите год, месяц или день по ISO 8601: 2024, 2024-09 или 2024-09-01; если период ещё не "
        "закончился, укажите две точки: .."
    ),
    "a date": "дата",
    "longest is {given}; give a whole number of characters, 1 or more.": (
        "Значение longest — {given}; укажите число знаков: целое, не меньше 1."
    ),
    "{start} to {end}": "{start} – {end}",
    "that month has {last} days": "в этом месяце {last} {last:|день|дня|дней}",
    "this is not a day to ask about:": "не удалось понять дату:",
    "the period ends ({end}) before it starts ({start})": (
        "период заканчивается ({end}) раньше, чем начинается ({start})"
    ),
    "unknown": "неизвестен",
    "unknown start": "начало неизвестно",
    "open": "по настоящее время",
    "unknown end": "конец неизвестен",
    "Exchange the two, or mend one of them.": "Поменяйте даты местами или исправьте одну из них.",
    "this {name} cannot be made:": "не удалось создать {name}:",
    "a line of text": "строка текста",
    "Write at least one visible character, on one line, without control or direction-override characters.": (
        "Введите хотя бы один видимый символ в одну строку, без управляющих символов и символов смены "
        "направления письма."
    ),
    "plain text": "простой текст",
    "Remove the control or direction-override characters; line feeds and tabs may stay.": (
        "Уберите управляющие символы и символы смены направления письма; переводы строк и табуляцию "
        "можно оставить."
    ),
    "an id": "идентификатор",
    "Write letters, digits and marks like - _ . : without spaces, slashes, long dashes or unseen "
    "characters.": (
        "Используйте буквы, цифры и знаки - _ . : без пробелов, косых черт, длинных тире и невидимых "
        "символов."
    ),
    "a code": "код",
    "Write lower-case letters a to z, digits and single hyphens, such as vocational-college.": (
        "Используйте строчные латинские буквы, цифры и одиночные дефисы, например vocational-college."
    ),
    "a language tag": "код языка",
    "Write a tag of BCP 47, such as ru, en or tt-Cyrl; und if the language is not known.": (
        "Укажите код языка по BCP 47, например ru, en или tt-Cyrl; если язык неизвестен, укажите und."
    ),
    "a web address": "веб-адрес",
    "Write an address that begins with https:// or http://, and %20 for a space in it.": (
        "Укажите адрес, который начинается с https:// или http://; вместо пробела пишите %20."
    ),
    "a key for extra data": "ключ дополнительных данных",
    "Write owner:name, such as my-register:row, so that two owners never share a key.": (
        "Запишите ключ в виде «владелец:имя», например my-register:row, чтобы ключи разных владельцев "
        "не совпадали."
    ),
    "its last digit should be {expected}": "последняя цифра должна быть {expected}",
    "its last two digits should be {expected}": "две последние цифры должны быть {expected}",
    "its last character should be {expected}": "последний символ должен быть {expected}",
    "10 digits": "10 цифр",
    "13 digits, the first of them not 0": "13 цифр, первая из которых не 0",
    "9 characters, such as 550401001": "9 символов, например 550401001",
    "8 digits, or 11 with the settlement": "8 цифр или 11, если указан населённый пункт",
    "a country and a subdivision, such as RU-OMS": "страну и регион, например RU-OMS",
    "9 characters without the address, such as 03yrm5c26": "9 символов без адреса, например 03yrm5c26",
    "Q and a number, such as Q42": "букву Q и число, например Q42",
    "18 letters or digits and 2 digits": "18 букв или цифр и ещё 2 цифры",
    "16 characters without spaces": "16 символов без пробелов",
    "an INN of 12 digits is a natural person's": "ИНН из 12 цифр принадлежит физическому лицу",
    "An organisation's INN has 10 digits.": "В ИНН организации 10 цифр.",
    "an OGRN of 15 digits is a sole trader's, a natural person's": (
        "номер ОГРН из 15 цифр (ОГРНИП) принадлежит индивидуальному предпринимателю, то есть физическому лицу"
    ),
    "An organisation's OGRN has 13 digits.": "В ОГРН организации 13 цифр.",
    "Remove it: personal data is not kept here. {hint}": (
        "Удалите его: персональные данные здесь не хранятся. {hint}"
    ),
    "{value} is not an identifier of the scheme {name}": (
        "{value} не подходит под схему идентификаторов {name}"
    ),
    "{value} is not an identifier of the scheme {name}: {reason}": (
        "{value} не подходит под схему идентификаторов {name}: {reason}"
    ),
    "Write {form}.": "Укажите {form}.",
    "Compare it with the register: a digit is wrong.": "Сверьте его с реестром: в одной из цифр ошибка.",
    "INN": "ИНН",
    "OGRN": "ОГРН",
    "KPP": "КПП",
    "OKTMO": "ОКТМО",
    "a text, in quotation marks": "текст в кавычках",
    "a list, in square brackets [ ]": "список в квадратных скобках [ ]",
    "an object: keys and their values, in braces {{ }}": (
        "объект: ключи и их значения в фигурных скобках {{ }}"
    ),
    "Write {wanted}.": "Укажите {wanted}.",
    "Give its id: {id}.": "Укажите её идентификатор: {id}.",
    "an {name}": "{name}",
    "a {name}": "{name}",
    "{seen} is {kind}, and {wanted} belongs here": "{seen} — это {kind}, а здесь ожидается {wanted}",
    "{kind} stands where {wanted} belongs": "здесь стоит {kind}, а ожидается {wanted}",
    "Write {wanted}, or leave the field out if nobody states it.": (
        "Укажите {wanted} или уберите поле, если об этом нет сведений."
    ),
    "Write {value}, without quotation marks.": "Напишите {value} без кавычек.",
    "a truth value": "логическое значение",
    "a whole number": "целое число",
    "a number": "число",
    "a text": "текст",
    "a list": "список",
    "an object": "объект",
    "null": "null",
    "a very large {sort}": "очень большое значение ({sort})",
    'Write it in quotation marks: "{seen}".': 'Возьмите его в кавычки: "{seen}".',
    "Write it in quotation marks.": "Возьмите его в кавычки.",
    "a code of ISO 3166": "код ISO 3166",
    "Write a country or a subdivision of it, such as RU or RU-OMS.": (
        "Укажите страну или её регион, например RU или RU-OMS."
    ),
    "{value} is written with a fraction, and a whole number belongs here": (
        "{value} записано с дробной частью, а здесь ожидается целое число"
    ),
    "{value} is not {what}: {reason}": "{value} — не {what}: {reason}",
    "{value} is less than {minimum}": "{value} меньше {minimum}",
    "true or false": "true или false",
    "the data is nested more than {levels} levels deep": (
        "вложенность данных больше {levels} {levels:|уровня|уровней|уровней}"
    ),
    "Keep such data in a file of its own, and name the file here.": (
        "Храните такие данные в отдельном файле, а здесь укажите его имя."
    ),
    "{value} is not {what}": "{value} — не {what}",
    "the number is more than {maximum}": "число больше {maximum}",
    "{value} is not one of the words for this field": "значение {value} в этом поле не допускается",
    "Write one of: {words}.": "Выберите одно из значений: {words}.",
    "Write {minimum} or more.": "Укажите {minimum} или больше.",
    "Leave the key out; what nobody states is not written.": (
        "Уберите ключ: то, о чём нет сведений, не записывают."
    ),
    "Write {minimum}.": "Напишите {minimum}.",
    "Write fewer digits.": "Уменьшите число цифр.",
    "null stands in extra data": "в дополнительных данных стоит null",
    "a text, a number, a truth value, a list or an object": (
        "текст, число, логическое значение, список или объект"
    ),
    "{value} is not a number that JSON can hold": "{value} — не число, которое можно записать в JSON",
    "{name} has no table": "для {name} таблицы нет",
    "… and {more} more": "… и ещё {more}",
    'Did you mean "{near}"?': 'Возможно, вы имели в виду "{near}"?',
    "Choose from {words}.": "Выберите из списка: {words}.",
    "{some} or {last}": "{some} или {last}",
}
