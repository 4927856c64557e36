"""The same work done by us and by the floor, side by side in one run: ratios, never promises."""
