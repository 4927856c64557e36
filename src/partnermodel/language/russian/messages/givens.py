"""What is said of other things where a model or a graph belongs, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "{function}({parameter}=…): {what} belongs here, not {sort}.": (
        "{function}({parameter}=…): здесь ожидается {what}, а не {sort}."
    ),
    # What belongs there
    "a PartnerModel": "модель PartnerModel",
    "a PartnerModel or a networkx graph": "модель PartnerModel или граф networkx",
    "a networkx graph": "граф networkx",
    "a dict of networkx graphs by the names of layers": "словарь из графов networkx по именам слоёв",
    "the class {name}": "класс {name}",
    # How to come by it
    "A model was given as {name}: exchange the two.": "Модель передана как {name}: поменяйте их местами.",
    "If this is the path of a file, give load(path).": "Если это путь к файлу, передайте load(path).",
    "Give load(path), which reads the file.": "Передайте load(path): эта функция прочитает файл.",
    "Give loads(document), which reads it.": "Передайте loads(document): эта функция прочитает документ.",
    "If this is a document, give loads(json.dumps(document)).": (
        "Если это документ, передайте loads(json.dumps(document))."
    ),
    "Give the model that the graph was made of; or make one of it, if its nodes and edges say what they are: "
    'loads_graph(dumps_graph(graph, format="node-link")).': (
        "Передайте модель, из которой сделан граф; или, если по узлам и рёбрам видно, что они означают, "
        'сделайте модель из графа: loads_graph(dumps_graph(graph, format="node-link")).'
    ),
    "Give read_table(frame, mapping).model; suggest_mapping(frame).mapping is a first mapping.": (
        "Передайте read_table(frame, mapping).model; "
        "первое сопоставление предложит suggest_mapping(frame).mapping."
    ),
    "Make a frame of the rows, as pandas.DataFrame(rows) does, and give read_table(frame, mapping).model.": (
        "Сделайте из строк датафрейм, например pandas.DataFrame(rows), и передайте "
        "read_table(frame, mapping).model."
    ),
    "Give PartnerModel(name, records).": "Передайте PartnerModel(name, records).",
    "Give PartnerModel(name, records.values()).": "Передайте PartnerModel(name, records.values()).",
    "Give the model that it holds: its attribute model.": (
        "Передайте модель, которая в этом хранится: атрибут model."
    ),
    "load(path) gives one, and so does PartnerModel(name, records).": (
        "Её можно получить так: load(path) или PartnerModel(name, records)."
    ),
    "organisation_network(model) and to_networkx(model) make one of a model.": (
        "Из модели граф делают organisation_network(model) и to_networkx(model)."
    ),
    "projections.layers(graph) makes one of a graph.": "Такой словарь делает projections.layers(graph).",
}
