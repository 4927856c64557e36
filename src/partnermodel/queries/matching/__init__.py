"""Which records may be one: candidate pairs, and what speaks for and against it. Nothing is merged here."""
