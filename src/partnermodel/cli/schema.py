"""`partnermodel schema`: the JSON Schema of the files."""

from __future__ import annotations

import click

from partnermodel.cli.command import Command
from partnermodel.cli.output import say_json


@click.command(cls=Command, examples=["partnermodel schema > partnermodel.schema.json"])
def schema() -> None:
    """Print the JSON Schema of the files.

    An editor that knows it completes the keys, and marks what is wrong while one writes.
    """
    from partnermodel.formats.schema import json_schema

    say_json(json_schema())
