"""What is said of a whole model in a few sentences and small tables, in English."""

from __future__ import annotations

TEXTS = {
    "facts-no-records": "no records",
    "facts-status": "status",
    "facts-statuses": "How far things have come, in records",
    "facts-sources-none": "Nobody is cited for anything in it.",
    "facts-sources-one": "All of it rests on one document: {document}.",
    "facts-sources-some": "{cited:number} of {records:record*} rest on one document: {document}.",
    "facts-sources-many": "{cited:number} of {records:record*} cite {documents:document}.",
    "facts-silent": "For {count:record} nobody is cited.",
    "facts-own-word": "Self-reported: the publisher of {document} is itself a party to {count:tie} for "
    "which there is no other source.",
    "facts-undated": "Nothing in it is dated",
    "facts-undated-model": "Nothing in the model is dated",
    "facts-date-one": "The only date is {date}",
    "facts-date-span": "The dates run from {first} to {last}",
    "facts-dateless": "{count:record} that could have a date {count:|has|have} none",
    "facts-sets": "{count:record} {count:|stands|stand} for a set whose members are not named",
    "facts-short": "{count:stated-number} {count:|is|are} stated though not all that is counted is named",
    "facts-look-at": "{count:thing} for a person to look at",
    "facts-look-at-none": "no things for a person to look at",
    "facts-see-check": "{found}: see check.",
    "types-other": "other records",
}
