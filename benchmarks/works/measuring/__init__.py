"""The measures, a few in a file, and the networks that all are given."""
