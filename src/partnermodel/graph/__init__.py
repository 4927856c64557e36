"""Models as networkx graphs."""
