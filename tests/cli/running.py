"""Run the command: as a process of its own, or, where that makes no difference, within this one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from inspect import signature
from pathlib import Path
from typing import Any

import attrs
from click.testing import CliRunner

from partnermodel.cli import main

OMSK = Path(__file__).parents[2] / "examples" / "omsk.json"

# As the script that an installation makes of the entry point.
PROGRAM = [sys.executable, "-c", "import sys; from partnermodel.cli import main; sys.exit(main())"]


@attrs.frozen
class Ran:
    """What a run left behind.

    Attributes:
        code: The exit code.
        out: What stands on standard output.
        err: What stands on standard error.
    """

    code: int
    out: str
    err: str


def environment(extra: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a run: this one, without what changes how Python or the command speaks."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name == "PYTHONPATH" or not name.startswith(("PARTNERMODEL", "_PARTNERMODEL", "PYTHON"))
    }
    return kept | dict(extra or {})


def run(*args: str, input: bytes = b"", env: Mapping[str, str] | None = None, cwd: Path | None = None) -> Ran:
    """Run the real command in a process of its own."""
    done = subprocess.run(
        [*PROGRAM, *args], input=input, capture_output=True, env=environment(env), cwd=cwd, check=False
    )
    return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())


def call(*args: str, input: bytes | None = None) -> Ran:
    """Run the command within this process, which is quicker."""
    # Before click 8.2 the two streams were one, unless one asked.
    apart: Any = {"mix_stderr": False} if "mix_stderr" in signature(CliRunner).parameters else {}
    result = CliRunner(**apart).invoke(main, args, input=input)
    return Ran(result.exit_code, result.stdout, result.stderr)
