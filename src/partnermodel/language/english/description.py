"""The sentences of a network's description, in English."""

from __future__ import annotations

TEXTS = {
    "brokers-cut-several": "Without any one of {names:list}, some organisations that can reach each other "
    "now no longer could.",
    "brokers-basis": "Only active ties count here.",
    "brokers-none": "No tie is active, so nobody holds the network together yet.",
    "gaps-places": "No place is stated, so of each group it is asked only whether anything serves it at all.",
    "heading-what": "What it is",
    "heading-sources": "Where it comes from",
    "heading-period": "When",
    "heading-size": "How large it is",
    "heading-structure": "How it is built",
    "heading-brokers": "Who holds it together",
    "heading-gaps": "Who is left out",
    "heading-unknown": "What is not known",
    "what-model": "{name:name} is a model of a partnership network.",
    "what-nodes": "The nodes of the network are organisations.",
    "what-ties": "Two organisations are tied when a relation joins them directly, or when both take part "
    "in the "
    "same initiative, programme or centre.",
    "what-direction": "Ties have no direction, and each pair counts once.",
    "what-statuses": "The ties are in these statuses: {statuses:items}.",
    "sources-none": "No document is cited for anything.",
    "sources-one": "The only source is one document: {document:name}.",
    "sources-many": "The sources are {documents:document}.",
    "sources-share": "{cited:number} of {records:record*} cite a source.",
    "sources-self": "{count:relation} {count:|rests|rest} on the word of a party alone.",
    "period-none": "Nothing in it is dated.",
    "period-one": "The only date is {date}.",
    "period-span": "Its dates run from {first} to {last}.",
    "period-undated": "{count:record} that could have a date {count:|has|have} none.",
    "size-nodes": "The network has {organisations:organisation} and {ties:tie}.",
    "size-ways": "A relation joins the two in {direct:tie}, something shared in {shared:tie}, and both in "
    "{both:tie}.",
    "size-rest": "The model holds besides: {things:items}.",
    "structure-empty": "There is no organisation, and so no network.",
    "structure-one": "There is one part: every organisation can be reached from every other.",
    "structure-parts": "It falls into {parts:part}; the largest has {largest:organisation}.",
    "structure-isolates": "{count:organisation} {count:|works|work} with nobody: {names:list}.",
    "structure-isolates-many": "{count:organisation} {count:|works|work} with nobody, among them "
    "{names:list}.",
    "structure-density": "Of all pairs of organisations, {share:percent} are tied.",
    "structure-distance": "Where there is a path between two, it takes {mean:step} on average and "
    "{longest:step} "
    "at the most.",
    "structure-transitivity": "Two partners of the same organisation are partners of each other in "
    "{share:percent} "
    "of all cases.",
    "structure-centralisation": "The centralisation of degree is {share:percent}; it would be 0% if all "
    "had equally "
    "many partners, and 100% in a star.",
    "structure-communities": "By their ties the organisations form {count:community}; the modularity is "
    "{modularity:number}.",
    "structure-communities-isolates": "By their ties the organisations form {count:community}, counting each "
    "that works with nobody as one ({isolates:number}); the modularity is {modularity:number}.",
    "structure-active": "Of the ties, {active:percent} are active and {discussed:percent} are only "
    "discussed.",
    "brokers-most": "{name:name} has the most partners: {count:number}.",
    "brokers-most-several": "{names:list} have the most partners: {count:number} each.",
    "brokers-cut": "Without {names:list}, some organisations that can reach each other now no longer could.",
    "brokers-cut-several-many": "There {count:|is|are} {count:organisation} without which others could no "
    "longer reach each other, among them {names:list}.",
    "brokers-no-cut": "There is no organisation without which others could no longer reach each other.",
    "brokers-bridges": "{count:tie} {count:|is|are each} the only way from one side of the network to "
    "another.",
    "gaps-none-asked": "It cannot be said who is left out: no group is stated.",
    "gaps-share": "Something active serves {filled:number} of {cells:cell*}.",
    "gaps-groups": "Nothing active is known to serve {names:list}.",
    "gaps-groups-many": "For {count:group} nothing active is known, among them {names:list}.",
    "gaps-groups-none": "Something active is known to serve each.",
    "gaps-knowledge": "A gap says that the model knows of nothing there, not that there is nothing.",
    "unknown-sets": "{count:organisation} {count:|stands|stand} for a set whose members are not named.",
    "unknown-counts": "{count:stated-number} {count:|is|are} stated though not all that is counted is named.",
    "unknown-status": "The status of {count:record} is not known.",
    "unknown-kind": "The kind of {count:organisation} is not stated.",
    "unknown-nothing": "Nothing of what this description asks is missing.",
}
