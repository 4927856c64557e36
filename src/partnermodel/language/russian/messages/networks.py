"""What is said of graphs and figures that cannot be made, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{code} is not a figure. {hint}": "{code} — не показатель. {hint}",
    "limits are numbers that rise from above nought, as in (1, 3, 5); they are {given}": (
        "границы — возрастающие числа больше нуля, например (1, 3, 5), а указано {given}"
    ),
    "{name} is a number from 0 to 1, not {limit}": "{name} — число от 0 до 1, а не {limit}",
    "{value} is not a step of the scale {scheme}": "{value} — не ступень шкалы {scheme}",
    "{scheme} is not a scale of the vocabulary. {hint}": "{scheme} — не шкала словаря. {hint}",
    "each of `scores` has items, and no item is in two of them or twice in one": (
        "в каждой из оценок `scores` должны быть пункты, и ни один пункт не должен повторяться"
    ),
    "a scale is two numbers that rise, as from 1 to 4; this one is {ends}": (
        "шкала — два возрастающих числа, например от 1 до 4, а указано {ends}"
    ),
    "{key} is not an item of any score": "{key} не входит ни в одну из оценок",
    "{key} rates what is no organisation, or is given by none": (
        "{key}: оценивает или оценивается не организация"
    ),
    "State it on a relation from one organisation to another.": (
        "Укажите оценку в отношении одной организации к другой."
    ),
    "{key} is no number from {low} to {high}": "{key} — не число от {low} до {high}",
    "Correct it, or leave it out if there is no answer.": (
        "Исправьте значение или уберите его, если ответа нет."
    ),
    "close is {close}, which nothing is called. {hint}": "Значение close — {close}, а такой цели нет. {hint}",
    "at_most is {at_most}; give a whole number of steps, or None for all.": (
        "Значение at_most — {at_most}; укажите целое число шагов или None, чтобы получить все."
    ),
    "{action} costs {found}; give a number above 0.": "Стоимость {action} — {found}; укажите число больше 0.",
    "{action} is not an action that has a cost. {hint}": (
        "{action} — не действие, у которого есть стоимость. {hint}"
    ),
    "what can be lost has one to three different dimensions, not {given}.": (
        "Потери считаются по одному, двум или трём разным измерениям, а не по {given}."
    ),
    "{dimension} is not a dimension of what can be lost. {hint}": (
        "{dimension} — не измерение, по которому считаются потери. {hint}"
    ),
    "steps is a whole number from 0 up, or None, not {steps}": (
        "steps — целое число от 0 или None, а не {steps}"
    ),
    "each node has a finite number, but {node} has {value}": (
        "у каждого узла должно быть конечное число, а у {node} — {value}"
    ),
    "samples is a whole number from 1 up, not {samples}": "samples — целое число от 1, а не {samples}",
    "{distance} has lengths so small that nearness is larger than the largest float": (
        "длины в {distance} так малы, что близость больше наибольшего числа с плавающей точкой"
    ),
    "seed is a whole number, not {seed}": "seed — целое число, а не {seed}",
    "resolution is a number over 0, not {resolution}": "resolution — число больше 0, а не {resolution}",
    "{name} is one of {words}, not {value}": "{name} — одно из значений {words}, а не {value}",
    "engine is None or one of {known}, not {engine}": (
        "engine — None или одно из значений {known}, а не {engine}"
    ),
    'the engine "{engine}" is not installed': 'движок "{engine}" не установлен',
    "the dimensions of hierarchy are of a directed graph, and this one is undirected": (
        "измерения иерархии есть только у направленного графа, а этот — ненаправленный"
    ),
    "all layers are directed or none is, unlike {name} and {other}": (
        "слои должны быть либо все направленными, либо все ненаправленными, а {name} и {other} различаются"
    ),
    "all layers have the same nodes, unlike {name} and {other}": (
        "у всех слоёв должны быть одни и те же узлы, а у {name} и {other} они разные"
    ),
    "no attribute {partition}": "атрибута {partition}",
    "no block in the partition": "блока в разбиении",
    "each node is in a block, but of {all} nodes {without} have {missing}: {named}": (
        "каждый узел должен быть в каком-нибудь блоке, но из {all} {all:|узла|узлов|узлов} у {without} "
        "нет {missing}: {named}"
    ),
    "each node is in one block, but {node} is in two": (
        "каждый узел должен быть только в одном блоке, а {node} — в двух"
    ),
    "{distance} of the edge from {one} to {two} is above 0, not {length}": (
        "значение {distance} у ребра от {one} к {two} должно быть больше 0, а оно равно {length}"
    ),
    "the graph has no node {node}": "в графе нет узла {node}",
    "ties of a two-mode graph join the two sides; {one} and {two} are on one": (
        "связи двудольного графа соединяют две его доли, а {one} и {two} — в одной"
    ),
    "{name}: {word} is nowhere in the graph. {hint}": "{name}: {word} в графе не встречается. {hint}",
    "two edges would be called {twice}. Give edges keys of their own, or relabel nodes.": (
        "Два ребра назывались бы {twice}. Дайте рёбрам собственные ключи или переименуйте узлы."
    ),
    "places are told from a directed graph: in an undirected one nobody sees what is in what": (
        "места определяются по направленному графу: в ненаправленном не видно, что в чём находится"
    ),
    "{some} and of {rest} more": "{some} и ещё о {rest}",
    "the partition says nothing of {nodes}. Name a block for them with `rest`.": (
        "В разбиении ничего не сказано о {nodes}. Укажите для них блок в аргументе `rest`."
    ),
    "{block} is a block of the partition. Give the `rest` another name.": (
        "{block} — уже блок разбиения. Назовите `rest` иначе."
    ),
    "an edge joins {one} and {other}, which are of one mode. A projection is made of a two-mode "
    "graph, such as `two_mode` returns.": (
        "Ребро соединяет {one} и {other}, а они из одной доли. Проекция строится по двудольному графу, "
        "какой возвращает `two_mode`."
    ),
    "actors and events are types, not None: what is both would be joined with itself": (
        "actors и events — это типы, а не None: иначе то, что относится к обоим, оказалось бы связано "
        "с самим собой"
    ),
    "{type} is given as a type of actors and of events; it can be one of them": (
        "{type} указан и в actors, и в events, а может быть только в одном из них"
    ),
    "no node has the attribute bipartite. Say in `nodes` which are to be joined.": (
        "Ни у одного узла нет атрибута bipartite. Укажите в `nodes`, какие узлы связывать."
    ),
    "nodes: {node} is not in the graph": "nodes: узла {node} нет в графе",
    "a finite number": "конечное число",
    "by is the name of an attribute or the block of each node, not {by}": (
        "by — имя атрибута или блок каждого узла, а не {by}"
    ),
    "{name} is a length in pixels, {least} and at most {largest}, not {value}": (
        "{name} — длина в пикселях, {least} и не больше {largest}, а не {value}"
    ),
    "above 0": "больше 0",
    "0 or more": "не меньше 0",
    "centre is a node of the graph, which {centre} is not": "centre — узел графа, а {centre} в графе нет",
    "hops is a whole number above 0, or None for all, not {hops}": (
        "hops — целое число больше 0 или None, чтобы взять все, а не {hops}"
    ),
    "a finite number from 0 up": "конечное число от 0",
    "{weight} of the edge from {one} to {other} is {known}, not {value}": (
        "значение {weight} у ребра от {one} к {other} — {known}, а не {value}"
    ),
    "the sum of the edges' {weight} is larger than the largest float": (
        "сумма значений {weight} по рёбрам больше наибольшего числа с плавающей точкой"
    ),
    "the sum of the edges' weights is larger than the largest float": (
        "сумма весов рёбер больше наибольшего числа с плавающей точкой"
    ),
    "{weight} of the edge from {one} to {other} is larger than the largest float": (
        "значение {weight} у ребра от {one} к {other} больше наибольшего числа с плавающей точкой"
    ),
}
