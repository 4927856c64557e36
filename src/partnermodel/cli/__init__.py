"""The command `partnermodel`: one file a command, each loaded when it is called."""

from __future__ import annotations

import click

from partnermodel import __version__
from partnermodel.cli.group import Main

EPILOG = """
Each FILE is a model in JSON; - reads standard input.

\b
Examples:
  partnermodel summary omsk.json
  partnermodel report omsk.json -o report.html

\b
Exit codes:
  0    done
  1    a file is broken (what is wrong is on standard error)
  2    the command cannot be carried out as it was given
  70   a fault of partnermodel itself; PARTNERMODEL_DEBUG=1 shows where
  130  interrupted
  141  whoever read the output went away
"""


@click.group(
    cls=Main,
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Look into a model of a partnership network: who works with whom, on whose word, for whom.",
)
@click.version_option(__version__, message="partnermodel %(version)s")
def main() -> None:
    """Run one of the commands."""
