"""What is said of files and frames that are read as tables, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{source} cannot be read as a table:": "{source} не удаётся прочитать как таблицу:",
    "{place}, sheet {sheet}": "{place}, лист {sheet}",
    "{place}, row {row}": "{place}, строка {row}",
    "{place}, column {column}": "{place}, столбец {column}",
    "{thing} can be read with {package}": "{thing} читаются с помощью пакета {package}",
    "CSV and JSON need no package.": "Для CSV и JSON пакеты не нужны.",
    "Workbooks": "Книги Excel и ODS",
    "{encoding} is no encoding of texts. Give one such as utf-8 or windows-1251.": (
        "{encoding} — не кодировка текста. Укажите, например, utf-8 или windows-1251."
    ),
    "line {line} has more than {most} characters": "в строке {line} больше {most} символов",
    "Check whether the file is a table.": "Проверьте, что файл — это таблица.",
    "the text seems to be in UTF-16 without a mark, and not in UTF-8": (
        "похоже, что это UTF-16 без метки порядка байтов, а не UTF-8"
    ),
    'Give the encoding "{encoding}", or save the file as UTF-8.': (
        'Укажите кодировку "{encoding}" или сохраните файл в UTF-8.'
    ),
    "in {spot} is a NUL character, which no text has": (
        "в {spot} стоит нулевой символ (NUL), которого в тексте не бывает"
    ),
    "Remove it, or export the table again.": "Удалите его или выгрузите таблицу ещё раз.",
    "{line} in {encoding}": "{line} в {encoding}",
    "in {spot} is a byte ({byte}) that is not {encoding}; the line reads {readings}": (
        "в {spot} стоит байт ({byte}), которого в {encoding} быть не может; "
        "эта строка читается как {readings}"
    ),
    "in {spot} is a byte ({byte}) that is not {encoding}, as all before it is": (
        "в {spot} стоит байт ({byte}), которого в {encoding} быть не может, хотя всё до него — {encoding}"
    ),
    "Mend that line, or export the table again: the file seems to be damaged there.": (
        "Исправьте эту строку или выгрузите таблицу ещё раз: похоже, файл в этом месте повреждён."
    ),
    'Give the encoding "{encoding}" if that reads right{others}, or save the file as UTF-8.': (
        'Укажите кодировку "{encoding}", если так текст читается верно{others}, или сохраните файл в UTF-8.'
    ),
    " (less likely: {others})": " (менее вероятно: {others})",
    "in line {line} stand signs in the place of letters that were lost": (
        "в строке {line} на месте утраченных букв стоят знаки-заменители"
    ),
    "Export the table again: what was lost when it was saved cannot be read.": (
        "Выгрузите таблицу ещё раз: то, что утрачено при сохранении, прочитать нельзя."
    ),
    "line {line} reads {text}: that is {meant} in {right}, read as {wrong}": (
        "в строке {line} написано {text}: это {meant} в {right}, прочитанное как {wrong}"
    ),
    "Export the table again as UTF-8, from where it still reads right.": (
        "Выгрузите таблицу ещё раз, в UTF-8, оттуда, где текст ещё читается верно."
    ),
    'Give the encoding "{encoding}".': 'Укажите кодировку "{encoding}".',
    "Export the table again as UTF-8, from where it still reads right. "
    'If it is meant so, give the encoding "{encoding}".': (
        "Выгрузите таблицу ещё раз, в UTF-8, оттуда, где текст ещё читается верно. "
        'Если так и задумано, укажите кодировку "{encoding}".'
    ),
    "{delimiter} cannot stand between cells. Give one character, such as a comma.": (
        "{delimiter} не может разделять ячейки. Укажите один символ, например запятую."
    ),
    "a quotation mark in {opened} opens a cell, and what follows the one that closes it is {character}, "
    "in {spot}": (
        "кавычка в {opened} открывает ячейку, а сразу после закрывающей кавычки, в {spot}, стоит {character}"
    ),
    'Write "" for a quotation mark within a cell in quotation marks, or look for one that is missing.': (
        'Кавычку внутри ячейки, взятой в кавычки, пишут дважды (""); или проверьте, не пропущена ли кавычка.'
    ),
    "a quotation mark in {opened} opens a cell, and none closes it": (
        "кавычка в {opened} открывает ячейку, и ни одна её не закрывает"
    ),
    "Close the cell with a quotation mark, or remove this one.": (
        "Закройте ячейку кавычкой или удалите эту."
    ),
    "a quotation mark in {opened} opens a cell, and none closes it within {most} characters": (
        "кавычка в {opened} открывает ячейку, и среди следующих символов ({most}) ни одна её не закрывает"
    ),
    "the file is damaged or was cut off": "файл повреждён или обрезан",
    "Copy or download it again, or save it again.": "Скопируйте, скачайте или сохраните его ещё раз.",
    "the file is protected by a password": "файл защищён паролем",
    "Open it in a spreadsheet program, and save a copy without a password.": (
        "Откройте его в программе для таблиц и сохраните копию без пароля."
    ),
    "the part {member} declares a document type, which no spreadsheet has": (
        "в части {member} объявлен тип документа (DTD), чего в таблицах не бывает"
    ),
    "Do not trust it. If it is a table after all, save it as CSV.": (
        "Не доверяйте этому файлу. Если это всё же таблица, сохраните её в CSV."
    ),
    "{size} bytes would become more than {whole} when they are unpacked": (
        "при распаковке {size} {size:|байт превратится|байта превратятся|байт превратятся} "
        "больше чем в {whole}"
    ),
    "Parquet and Arrow": "Файлы Parquet и Arrow",
    "Frames": "Датафреймы",
    "Streams of Arrow": "Потоки Arrow",
    "a cell cannot hold a value of the type {sort}": "значение типа {sort} не может стоять в ячейке",
    "Turn it into a text, a number or a date.": "Превратите его в текст, число или дату.",
    "the frame": "датафрейм",
    "two columns have the name {name}": "два столбца называются {name}",
    "Rename one of them.": "Переименуйте один из них.",
    "a path is given without a name; only frames are given by their names": (
        "путь указывается без имени; по именам указываются только датафреймы"
    ),
    "it is a folder without a table": "это каталог, в котором нет таблиц",
    "{sort} is neither the path of a file nor a frame; give one of these, or a list of several": (
        "{sort} — не путь к файлу и не датафрейм; укажите то или другое либо список из нескольких"
    ),
    "{sort} is one column, and no frame; give its frame, or make one of it, as to_frame does": (
        "{sort} — один столбец, а не датафрейм; укажите весь датафрейм или сделайте датафрейм из столбца, "
        "например с помощью to_frame"
    ),
    "a frame has no sheets; leave the sheet out": "в датафрейме нет листов; не указывайте лист",
    "a picture": "изображение",
    "a PDF document": "документ PDF",
    "a text document (RTF)": "текстовый документ (RTF)",
    "a database": "база данных",
    "a packed file (gzip)": "сжатый файл (gzip)",
    "a packed file (7z)": "архив (7z)",
    "a packed file (RAR)": "архив (RAR)",
    "an archive (ZIP)": "архив (ZIP)",
    "Unpack it, and read the tables in it.": "Распакуйте его и прочитайте таблицы, которые в нём есть.",
    "a document of another program": "документ другой программы",
    "a workbook of XML (2003)": "книга в XML (2003)",
    "a page of HTML or XML": "страница HTML или XML",
    "Open it in a spreadsheet program, and save it as XLSX or CSV.": (
        "Откройте файл в программе для таблиц и сохраните в XLSX или CSV."
    ),
    "Give a file of CSV, XLSX, ODS or JSON.": "Нужен файл CSV, XLSX, ODS или JSON.",
    "it is {thing}, whatever its ending {ending} says": "это {thing}, хотя имя файла кончается на {ending}",
    "it is {thing}": "это {thing}",
    "the file is empty": "файл пуст",
    "Export the table again.": "Выгрузите таблицу ещё раз.",
    "it is no list of objects": "это не список объектов",
    "the description of a package is no object": "описание пакета — не объект",
    "{name} is no list of objects, and is not read": "{name} — не список объектов и потому не читается",
    "Check whether it is needed.": "Проверьте, нужно ли это.",
    'Write a list of objects, or {{"name": […]}} for each table.': (
        'Запишите список объектов или {{"имя": […]}} для каждой таблицы.'
    ),
    "{value} is no object, and each row is one": "{value} — не объект, а каждая строка таблицы — объект",
    'Write {{"column": value}}, with a key for each column.': (
        'Запишите {{"столбец": значение}}, по ключу на каждый столбец.'
    ),
    "there is no list of objects": "нет ни одного списка объектов",
    "the resource {name} is no table, and is not read": ("ресурс {name} — не таблица и потому не читается"),
    "none of its resources is a table": "среди его ресурсов нет ни одной таблицы",
    "Check the list of resources.": "Проверьте список ресурсов.",
    "the description of a package lists no resources": "в описании пакета не перечислены ресурсы",
    'Write "resources", a list of objects.': 'Добавьте "resources" — список объектов.',
    "resource {number} has no name of its own": "у ресурса {number} нет собственного имени",
    'Write a "name" that no other has.': 'Укажите в "name" имя, которого нет у других.',
    "the path {path} of the resource {name} leads out of the package": (
        "путь {path} ресурса {name} ведёт за пределы пакета"
    ),
    "Put the file into the folder of the package: nothing is fetched from elsewhere.": (
        "Положите файл в папку пакета: из других мест ничего не загружается."
    ),
    "the package has no file {path}, which its resource {name} names": (
        "в пакете нет файла {path}, который указан в ресурсе {name}"
    ),
    "Put it there, or mend the path.": "Добавьте файл или исправьте путь.",
    "the cell holds the error {text}, and is read as blank": (
        "в ячейке ошибка {text}; ячейка прочитана как пустая"
    ),
    "Mend its formula, or write what it should say.": "Исправьте формулу или впишите нужное значение.",
    "the cell holds a formula without its result, and is read as blank": (
        "в ячейке формула без результата; ячейка прочитана как пустая"
    ),
    "Open the file in a spreadsheet program, let it reckon, and save it.": (
        "Откройте файл в программе для таблиц, дайте ей пересчитать формулы и сохраните."
    ),
    "{count} more cells are read as blank for such reasons": (
        "по таким же причинам ещё {count} {count:|ячейка прочитана как пустая|ячейки прочитаны как пустые|"
        "ячеек прочитаны как пустые}"
    ),
    "{value} is not of the type {type} that the package says": (
        "{value} не подходит к типу {type}, указанному в пакете"
    ),
    "Mend the value, or the schema of the package.": "Исправьте значение или схему пакета.",
    "there is no sheet {sheet}": "нет листа {sheet}",
    "There are: {sheets}.": "Есть листы: {sheets}.",
    "there is no sheet {sheet}, since the file has no sheets": (
        "нет листа {sheet}: в этом файле листов не бывает"
    ),
    "Leave the sheet out.": "Не указывайте лист.",
    "the sheet reaches from row {top} to row {bottom} over {columns} columns, which is too much to read": (
        "лист тянется от строки {top} до строки {bottom} и занимает {columns} "
        "{columns:|столбец|столбца|столбцов} — это слишком много"
    ),
    "Delete what stands by itself far from the table, or save the sheet as CSV.": (
        "Удалите то, что стоит отдельно вдали от таблицы, или сохраните лист в CSV."
    ),
    "the sheet is hidden": "лист скрыт",
    "Check whether it is meant to be read.": "Проверьте, нужно ли его читать.",
}
