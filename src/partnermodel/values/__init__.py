"""Small values without identity: dates, identifiers, citations, counts, names, tables."""
