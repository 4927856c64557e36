"""What a public function is given: it refuses what is no model, or no graph, before it looks into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from types import FunctionType
from typing import Any, NoReturn, TypeVar, cast

from partnermodel.model.misgiven import EITHER, GRAPH, LAYERS, MODEL, is_graph, misgiven
from partnermodel.model.model import PartnerModel
from partnermodel.wording import Worded

F = TypeVar("F", bound=Callable[..., Any])


def is_model(given: object) -> bool:
    """Return whether something is a model.

    Example:
        >>> is_model(PartnerModel("Town")), is_model({})
        (True, False)
    """
    return isinstance(given, PartnerModel)


def _are_layers(given: object) -> bool:
    # A model is a mapping, too, and an empty one would pass for one without layers.
    return isinstance(given, Mapping) and not is_model(given) and all(map(is_graph, given.values()))


_WANTED: Mapping[str, tuple[Worded, Callable[[object], bool]]] = {
    "PartnerModel": (MODEL, is_model),
    "PartnerModel | None": (MODEL, lambda given: given is None or is_model(given)),
    "PartnerModel | AnyGraph": (EITHER, lambda given: is_model(given) or is_graph(given)),
    "PartnerModel | GraphLike": (EITHER, lambda given: is_model(given) or is_graph(given)),
    "nx.Graph[N]": (GRAPH, is_graph),
    "nx.DiGraph[N]": (GRAPH, is_graph),
    "Mapping[str, nx.Graph[N]]": (LAYERS, _are_layers),
}
"""What belongs to a parameter, by its annotation, and whether something is that."""


def door(function: F) -> F:
    """Return a function that refuses what is not what its annotations say: a model, a graph, or either.

    A path in place of a model would end in an AttributeError far inside, and a dict in an answer, since a
    model is a mapping as well. Parameters of other types are left to the function.

    Raises:
        TypeError: When it is called: the message says what was given, and what belongs there.

    Example:
        >>> @door
        ... def size(model: PartnerModel) -> int:
        ...     return len(model)
        >>> size(PartnerModel("Town"))
        0
        >>> size("town.json")
        Traceback (most recent call last):
            ...
        TypeError: size(model=…): a PartnerModel belongs here, not a str. If this is the path of a file, \
give load(path).
    """
    inside = cast("FunctionType", function)
    positional = inside.__code__.co_varnames[: inside.__code__.co_argcount]
    wanted = {
        name: _WANTED[annotation]
        for name, annotation in inside.__annotations__.items()
        if name != "return" and annotation in _WANTED
    }
    # Of most functions the first argument alone is looked at, and of most calls its type alone.
    quick = list(wanted.items()) == [(positional[0], _WANTED["PartnerModel"])]

    def look(args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        given = dict(zip(positional, args, strict=False)) | kwargs
        for name, (what, fits) in wanted.items():
            if name in given and not fits(given[name]):
                other = next(
                    (other for other in given if other not in wanted and is_model(given[other])), None
                )
                raise misgiven(inside.__qualname__, name, what, given[name], other=other)

    @wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        if not (quick and args and type(args[0]) is PartnerModel):
            look(args, kwargs)
        return function(*args, **kwargs)

    return cast("F", checked)


def refuse_or_raise(function: str, name: str, given: object) -> NoReturn:
    """Refuse what is no model, where something has just failed; where it is one, raise again what has failed.

    It is for a function that is so quick that to go through a `door` would take a tenth of its time.

    Args:
        function: The name of the function.
        name: The name of the parameter.
        given: What was given as a model.
    """
    if is_model(given):
        raise  # noqa: PLE0704  (what is being handled where this is called)
    raise misgiven(function, name, MODEL, given) from None
