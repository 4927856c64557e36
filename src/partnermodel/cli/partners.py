"""`partnermodel partners`: who an organisation works with, how, and through which records."""

from __future__ import annotations

import click

from partnermodel.cli.command import FILE, Command, day_option, known_codes, language_option
from partnermodel.cli.output import say_table
from partnermodel.cli.reading import about, load_file, unknown_id


@click.command(
    cls=Command,
    examples=[
        "partnermodel partners omsk.json omsk-college",
        "partnermodel partners omsk.json omsk-college --status active --role host",
    ],
)
@click.argument("file", type=FILE)
@click.argument("id")
@click.option("--kind", multiple=True, help="Only ties of this kind or a narrower one; may be repeated.")
@click.option("--role", multiple=True, help="Only partners in this role; may be repeated.")
@click.option("--status", multiple=True, help="Only ties in this status, such as active; may be repeated.")
@day_option("--at", "day", help="Only what may hold on this day, month or year.")
@language_option
def partners(
    file: str,
    id: str,
    *,
    kind: tuple[str, ...],
    role: tuple[str, ...],
    status: tuple[str, ...],
    day: str | None,
    language: str,
) -> None:
    """List who an organisation works with.

    ID is the id of the organisation. Two organisations work together when a relation joins them, or
    when both take part in the same initiative, programme or centre.
    """
    model = load_file(file, language=language)
    from partnermodel.errors import UnknownIdError
    from partnermodel.queries.partnerships import partners as find_partners

    kinds = known_codes(model, "--kind", ("relation", "centre", "programme", "initiative"), kind)
    roles = known_codes(model, "--role", ["role"], role)
    statuses = known_codes(model, "--status", ["status"], status)
    try:
        found = find_partners(model, id, kind=kinds, role=roles, status=statuses, at=day)
    except UnknownIdError as error:
        if id in model.organisations:  # it is not there on the day
            raise about(file, error.heading) from error
        raise about(file, unknown_id(error, model, id, type="organisation")) from error
    say_table(found.table(language=language))
