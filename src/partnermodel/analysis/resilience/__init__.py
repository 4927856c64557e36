"""What hangs on whom: brokers, what a loss would take away, and which losses hurt most."""
