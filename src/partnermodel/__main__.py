"""`python -m partnermodel` is the command, where a shell does not find it by its name alone."""

from __future__ import annotations

import sys

from partnermodel.cli import main

if __name__ == "__main__":
    sys.exit(main())
