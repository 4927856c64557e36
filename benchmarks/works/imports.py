"""A whole Python process that imports us, beside a bare one and one that imports what we stand on."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from benchmarks.contest import Contest, Contestant, Target
from benchmarks.dataset import RESULTS, Data

BARE = "bare Python"
FOUNDATIONS = "import attrs, msgspec"
OURS = "import partnermodel"
HELP = "partnermodel --help"
PROGRAMS = {
    BARE: "pass",
    FOUNDATIONS: FOUNDATIONS,
    OURS: OURS,
    "partnermodel, a model made": (
        "import partnermodel as p; p.PartnerModel('Town', [p.Organisation('a', 'A')])"
    ),
    "partnermodel, a file read": (
        'import partnermodel as p; p.loads(\'{"format_version": 1, "name": "Town"}\')'
    ),
    HELP: "from partnermodel.cli import main; main()",
    "import cattrs": "import cattrs",
    "import networkx": "import networkx",
}


def _environment(_data: Data) -> dict[str, str]:
    """Return an environment in which Python keeps what it has compiled, as where it is installed."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(RESULTS / "compiled")}


def _contestant(name: str, program: str) -> Contestant:
    def start(environment: Any) -> None:
        command = [sys.executable, "-c", program, "--help"]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)

    return Contestant(name, _environment, start)


def contests() -> tuple[Contest, ...]:
    """Return the one contest."""
    return (
        Contest(
            "from the start of Python to its end",
            tuple(_contestant(name, program) for name, program in PROGRAMS.items()),
            ours=OURS,
            floor=BARE,
            shared=True,
            targets=(Target(1.3, subject=OURS, of=FOUNDATIONS), Target(2, subject=HELP, of=BARE)),
        ),
    )
