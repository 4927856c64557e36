"""Graph files: what other programs for networks read and write, and the way back to a model."""
