"""Anyone's table into a model, and a model into tables."""
