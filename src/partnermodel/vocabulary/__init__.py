"""Words: what a code means, in which languages, and the standard ones."""
