"""Pictures as PNG and PDF, drawn by matplotlib. No other room knows it."""
