"""The words of brokers and of losses, in English."""

from __future__ import annotations

TEXTS = {
    "brokers-of": "Brokers in {name}",
    "brokers-note": "Ties without which the network falls apart: {number:number}.",
    "not-asked": "not asked",
    "losses-in-order": "Losses that would hurt most in {name}",
    "losses-greedy": "A greedy order: each step takes the worst loss next, which need not be the worst "
    "set of losses.",
    "losses-filled": "Cells filled before anybody leaves: {number:number}.",
    "loss-of": "What would be lost without {name}",
    "loss-falls": "goes with it",
    "loss-coverage": "coverage",
    "loss-partner": "partner",
    "loss-alone": "has no other",
    "loss-not-alone": "has others",
    "loss-cut-off": "cut off",
    "loss-note": "Pairs of others that could no longer reach each other: {number:number}.",
    "anything": "anything",
    "anywhere": "anywhere",
    "sole-of": "What hangs on one organisation in {name}",
    "sole-note": "Cells in which something counts: {filled:number}; hanging on one organisation: "
    "{sole:number}.",
}
