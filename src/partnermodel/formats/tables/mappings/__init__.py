"""Mappings: what one is, what makes one contradict itself, and mappings as files."""
