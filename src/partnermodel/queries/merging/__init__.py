"""Two models made one: `merge`, and what it could not decide."""
