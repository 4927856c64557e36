"""What evaluators report of a partnership network: figures, brokers, losses, gaps to close, scenarios."""
