"""A model as tables: in memory, and as files that spreadsheets and programs open and that read back."""
