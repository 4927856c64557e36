"""What is said of views that cannot be made or written, in Russian."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message

MESSAGES: Mapping[str, Message] = {
    "hops is a whole number from 1 up, not {hops}": "hops — целое число от 1, а не {hops}",
    "{id} is no node of the network.": "{id} — такого узла в сети нет.",
    "{id} is no node of the network. {hint}": "{id} — такого узла в сети нет. {hint}",
    "no node has a {by}: choose another way to put nodes into groups": (
        "ни у одного узла не указано {by}: выберите другой способ объединить узлы"
    ),
    "the layout does not say where {node} stands": "в расположении не указано место узла {node}",
    "{name} is not a layout. {hint}": "{name} — не расположение. {hint}",
    "a prefix of ids is made of the letters a to z, not {prefix}": (
        "префикс идентификаторов состоит из букв от a до z, а не {prefix}"
    ),
    "a view is saved as .html or .svg, not as {name}": (
        "схема сохраняется как .html или .svg, а не как {name}"
    ),
    "a view is written as .html or .svg": "схема записывается как .html или .svg",
}
