"""The words of the measures of graphs that are tables, in English."""

from __future__ import annotations

TEXTS = {
    "krackhardt": "Krackhardt's dimensions",
    "krackhardt-connectedness": "connectedness",
    "krackhardt-hierarchy": "hierarchy",
    "krackhardt-efficiency": "efficiency",
    "krackhardt-least-upper-bound": "least_upper_bound",
    "distances": "Distances of ordered pairs",
    "no-path": "no path",
    "mean-distance": "Mean distance: {mean}.",
}
