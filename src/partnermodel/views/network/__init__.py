"""The picture of a network: what it holds, how it is drawn, its table, and the page around both."""
