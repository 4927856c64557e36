"""The records, and the container that holds them."""
