"""The example notebooks, run afresh.

`python -m tests.examples.notebook` runs them and writes their outputs into them; with the names of some, only
those. Read the difference before you keep it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from tests.docs.blocks import ROOT

NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
"""What a notebook says of itself: the same on every machine and every version of Python."""


def stored(path: Path) -> Any:
    """Return a notebook as it is kept."""
    return nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]  # it has no types


def executed(path: Path) -> Any:
    """Return a notebook with the outputs of a fresh run in its own folder; an error in a cell is raised."""
    notebook = stored(path)
    for cell in notebook.cells:
        cell.metadata = {}
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    # Without folders to look into, `python3` is the Python that runs this, and no other that is installed.
    kernel = AsyncKernelManager(kernel_name="python3", kernel_spec_manager=KernelSpecManager(kernel_dirs=[]))
    client = NotebookClient(
        notebook,
        km=kernel,
        timeout=120,
        record_timing=False,
        coalesce_streams=True,  # else what is printed comes in as many pieces as chance will have it
        resources={"metadata": {"path": str(path.parent)}},
    )
    with tempfile.TemporaryDirectory() as settings:
        environment = {
            **os.environ,
            "IPYTHONDIR": settings,
            # A set is shown in the order of its hashes.
            "PYTHONHASHSEED": "0",
            # The debugger has nothing to do here, and warns that it cannot see frozen modules.
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        }
        client.execute(cleanup_kc=True, env=environment)
    notebook.metadata = METADATA
    return notebook


if __name__ == "__main__":
    for path in NOTEBOOKS:
        if not sys.argv[1:] or path.stem in sys.argv[1:]:
            nbformat.write(executed(path), path)  # type: ignore[no-untyped-call]  # it has no types
