"""How hard Hypothesis tries: `default` every day, `thorough` for a long search, `quick` for a second look."""

from __future__ import annotations

import os

from hypothesis import settings

# The same examples on every run of a continuous integration: a red build is about the change in it.
_IN_CI = bool(os.environ.get("CI"))

settings.register_profile("default", max_examples=40, deadline=None, print_blob=True, derandomize=_IN_CI)
settings.register_profile("quick", max_examples=8, deadline=None, print_blob=True, derandomize=_IN_CI)
settings.register_profile("thorough", max_examples=500, deadline=None, print_blob=True, derandomize=_IN_CI)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
