"""One record as one flat row, and back."""
