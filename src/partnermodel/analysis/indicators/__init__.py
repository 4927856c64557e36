"""What evaluators report of partnerships: how intense, how long, how level, how mixed, how lasting."""
