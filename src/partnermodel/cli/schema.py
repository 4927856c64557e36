"""`partnermodel schema`: the JSON Schema of the files."""

from __future__ import annotations

import click

from partnermodel.cli.command import Command, language_option
from partnermodel.cli.output import say_json


@click.command(cls=Command, examples=["partnermodel schema > partnermodel.schema.json"])
@language_option
def schema(*, language: str) -> None:
    """Print the JSON Schema of the files.

    An editor that knows it completes the keys, and marks what is wrong while one writes.
    """
    del language  # a refusal has been told in it by now; the schema has none
    from partnermodel.formats.schema import json_schema

    say_json(json_schema())
