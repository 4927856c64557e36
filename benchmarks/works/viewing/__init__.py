"""A network as a page: what is made, and what a browser makes of it."""
