"""A command that says in Russian what it is for."""

from __future__ import annotations

import copy
from typing import TypeVar

import click

from partnermodel.cli.russian.face import RUSSIAN
from partnermodel.cli.russian.help import HELPS, METAVARS, OPTIONS
from partnermodel.cli.spoken import Spoken

C = TypeVar("C", bound=click.Command)


def in_russian(command: C) -> C:
    """Return a command that does the same and says in Russian what it is for.

    Args:
        command: The group of commands, or a command of it. It stays as it is.
    """
    assert isinstance(command, Spoken)
    told = copy.copy(command)
    told.words = RUSSIAN
    told.options_metavar = RUSSIAN.arguments[0]
    if isinstance(told, click.Group):
        told.help, told.epilog = RUSSIAN.help, RUSSIAN.epilog
        told.subcommand_metavar = RUSSIAN.arguments[1]
    else:
        told.help = HELPS[str(command.name)]
    told.params = [_parameter(parameter, str(command.name)) for parameter in command.params]
    return told


def _parameter(parameter: click.Parameter, command: str) -> click.Parameter:
    told = copy.copy(parameter)
    if isinstance(told, click.Option):
        told.help = RUSSIAN.options.get(tuple(told.opts)) if command == "main" else help_of(told, command)
        if not isinstance(told.type, click.Choice):
            told.metavar = METAVARS.get(told.metavar or told.type.name.upper(), told.metavar)
    else:
        told.metavar = METAVARS.get(str(told.name).upper(), told.metavar)
    return told


def help_of(option: click.Option, command: str) -> str | None:
    """Return what an option of a command does, in Russian; of one that is not known, what it says itself."""
    name = str(option.name)
    return OPTIONS.get(f"{command} {name}") or OPTIONS.get(name) or option.help
