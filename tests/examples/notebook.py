"""The example notebook, run afresh.

`python -m tests.examples.notebook` runs it and writes its outputs into it. Read the difference before you
keep it.
"""

from __future__ import annotations

import os
import tempfile
from typing import Any

import nbformat
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient
from tests.docs.blocks import ROOT

NOTEBOOK = ROOT / "examples" / "omsk.ipynb"

METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
"""What the notebook says of itself: the same on every machine and every version of Python."""


def stored() -> Any:
    """Return the notebook as it is kept."""
    return nbformat.read(NOTEBOOK, as_version=4)  # type: ignore[no-untyped-call]  # it has no types


def executed() -> Any:
    """Return the notebook with the outputs of a fresh run in its own folder; an error in a cell is raised."""
    notebook = stored()
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
        resources={"metadata": {"path": str(NOTEBOOK.parent)}},
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
    nbformat.write(executed(), NOTEBOOK)  # type: ignore[no-untyped-call]  # it has no types
