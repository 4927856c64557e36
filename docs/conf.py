"""How Sphinx makes the site of the documentation: all pages, the notebooks, and the reference of the code.

The source is the root of the repository, so that a link between two files leads to the same place on the
site as in a clone. CONTRIBUTING.md has the command.
"""

from __future__ import annotations

import atexit
import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "docs"))

from partnermodel import __version__  # noqa: E402  (the folder of the extensions comes before all else)

project = "partnermodel"
author = copyright = "The partnermodel authors"
version = release = __version__
language = "en"

extensions = [
    "myst_nb",
    "sphinx.ext.autodoc",
    "sphinx.ext.napoleon",
    "site_extensions.contents",
    "site_extensions.gallery",
    "site_extensions.layout",
    "site_extensions.public_names",
]
root_doc = "docs/index"
include_patterns = [
    "docs/**.md",
    "docs/api/*.rst",
    "examples/*.ipynb",
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
]
exclude_patterns = [".*", "build", "src", "tests", "benchmarks"]
nitpicky = True
# What is not ours has its documentation elsewhere, and a build asks no other host where.
nitpick_ignore_regex = [("py:.*", r"(?!partnermodel\b).*")]

# Headings have the anchors that a code host gives them.
myst_heading_anchors = 4
myst_links_external_new_tab = False

# Each notebook is run afresh, in its folder; a cell that fails fails the build.
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
nb_merge_streams = True
nb_ipywidgets_js: dict[str, dict[str, str]] = {}  # what widgets need would come from another host
settings = tempfile.TemporaryDirectory(prefix="ipython-")
atexit.register(settings.cleanup)
os.environ |= {
    "IPYTHONDIR": settings.name,  # nobody's own settings
    "PYTHONHASHSEED": "0",  # a set is shown in the order of its hashes
    "PYDEVD_DISABLE_FILE_VALIDATION": "1",
}

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
napoleon_numpy_docstring = False
napoleon_use_ivar = True
napoleon_attr_annotations = True
default_role = "code"
python_maximum_signature_line_length = 80
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

html_theme = "furo"
pygments_dark_style = "a11y-dark"  # the usual one underlines names, as if they were links
html_title = "partnermodel"
html_static_path = ["static"]
html_css_files = ["site.css"]
html_js_files = ["site.js"]
html_copy_source = False
html_show_sourcelink = False
html_show_search_summary = False  # a page that is opened as a file may not read the others
html_domain_indices = False
