"""The sections of the report on what has changed, and on how it was worked out, in English."""

from __future__ import annotations

TEXTS = {
    "changes-title": "What has changed",
    "changes-none": "Nothing differs from the older model, {name}.",
    "changes-lead": "Since the older model, {name}, {added:record} {added:|was|were} added, "
    "{removed:record} {removed:|was|were} removed, and {changed:record} {changed:|was|were} "
    "changed.",
    "changes-added": "Added",
    "changes-added-caption": "Records that only the newer model has",
    "changes-removed": "Removed",
    "changes-removed-caption": "Records that only the older model has",
    "changes-changed": "Changed",
    "changes-changed-caption": "Fields that differ",
    "changes-figures": "Figures that differ",
    "changes-figures-none": "No figure of the network differs.",
    "changes-figures-caption": "Figures of the older network and of this one, with what made them differ",
    "changes-type": "Type",
    "changes-field": "What",
    "changes-before": "Before",
    "changes-after": "Now",
    "changes-model": "the model itself",
    "field-name": "name",
    "field-names": "names in other languages",
    "field-kind": "kind",
    "field-description": "description",
    "field-identifiers": "numbers in registers",
    "field-aliases": "other names",
    "field-period": "period",
    "field-status": "status",
    "field-collective": "a set without named members",
    "field-size": "size",
    "field-stated": "stated numbers",
    "field-evidence": "sources",
    "field-extra": "data of others",
    "field-source": "where it begins",
    "field-target": "where it ends",
    "field-role": "role",
    "field-level": "how closely",
    "field-url": "address",
    "field-published": "published",
    "field-source-type": "sort of source",
    "field-language": "language",
    "field-vocabulary": "words that the file adds",
    "method-title": "How it was worked out",
    "method-lead": "By partnermodel {version}, from the model alone. Equal models give equal pages.",
    "method-network": "The network is that of the organisations. Two are tied when a relation joins them, "
    "or when both take part in the same initiative, programme or centre; each pair counts once.",
    "method-statuses": "In the figures, ties of every status count, also those that are only discussed or "
    "are over.",
    "method-counting": "What counts as active is in one of these statuses: {statuses}.",
    "method-counting-none": "Nothing in the model is active.",
    "method-brokers": "Who holds the network together is asked of active ties alone.",
    "method-coverage": "A group is served in a place when something active serves it there, or in a part of "
    "that place.",
    "method-communities": "Communities are those that the ties suggest: groups of organisations with more "
    "ties within than chance would make (Leiden).",
    "method-large": "The network has more than {count:organisation}; what looks at all pairs of them is "
    "left out.",
    "method-figures": "What each figure is",
    "method-caption": "How each figure is worked out",
    "method-figure": "Figure",
    "method-definition": "How it is worked out",
    "method-code": "Code",
    "definition-organisations": "How many organisations there are.",
    "definition-ties": "How many pairs of organisations are tied.",
    "definition-isolates": "How many organisations are tied to none.",
    "definition-partners-each": "Twice the ties, divided by the organisations.",
    "definition-density": "Ties, divided by all pairs of organisations.",
    "definition-parts": "How many parts the network has, of which none is tied to another. An organisation "
    "without a partner is one.",
    "definition-largest-part": "Organisations in the largest part, divided by all.",
    "definition-reachability": "Pairs that have a path between them, divided by all pairs.",
    "definition-mean-distance": "The mean number of steps between two organisations that have a path "
    "between them.",
    "definition-diameter": "The largest number of such steps.",
    "definition-transitivity": "Closed paths of two steps, divided by all paths of two steps.",
    "definition-degree-centralisation": "Freeman’s centralisation of degree: 0% when all have equally many "
    "partners, 100% in a star.",
    "definition-betweenness-centralisation": "Freeman’s centralisation of betweenness: 100% in a star.",
    "definition-cut-points": "How many organisations there are without which a part of the network would "
    "fall apart.",
    "definition-bridges": "How many ties are the only way from one side to the other.",
    "definition-communities": "How many communities the ties suggest; an organisation without a partner is "
    "one of its own.",
    "definition-modularity": "How far ties are within these communities rather than between them.",
    "definition-sector-mixing": "Ties between sectors less ties within, divided by both: from −1 to 1. The "
    "sector is the widest kind of an organisation’s kind; an organisation of no stated kind is left out.",
    "definition-active-ties": "Ties of which something is active, divided by all ties.",
    "definition-only-discussed": "Ties of which everything is only discussed, divided by all ties.",
    "definition-served-cells": "Pairs of a group and a place in which something active serves, divided by "
    "all such pairs.",
    "definition-gaps": "Pairs of a group and a place in which nothing active serves.",
    "definition-with-evidence": "Records that cite a document, divided by all but documents and persons.",
    "definition-undated": "Programmes, initiatives, centres, documents and relations without any date.",
    "definition-status-unknown": "Relations, programmes and initiatives in an unknown status.",
}
