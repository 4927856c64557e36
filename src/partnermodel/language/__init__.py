"""The words that the library itself says, in each language that it speaks."""
