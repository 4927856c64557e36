"""Which steps to take first: what could be done, what it would close and rests on, and which to choose."""
