"""Tables by a mapping into a model, with an account of what became of everything: `read_table`."""
