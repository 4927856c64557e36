"""Organisations, and who works with whom: how, how far it has come, and through which records."""

from __future__ import annotations

from partnermodel.model.entities import Organisation
from partnermodel.model.ties import Tie
from partnermodel.queries.partnerships import partners
from partnermodel.views.markup import Content, Markup, code, element, joined, link, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capitalised, listed

_ROWS = 8
"""So many rows has the table of an organisation in a large network."""


def together(words: Words) -> Section:
    """Return the section on the organisations and their partners."""
    organisations = words.model.organisations
    title = words.label("together-title")
    if not organisations:
        return section("organisations", title, paragraph(words.say("together-nobody")))
    shown = words.room.organisations
    more = len(organisations) - len(shown)
    return section(
        "organisations",
        title,
        paragraph(words.say("together-lead")),
        paragraph(words.say("together-rest", count=more, shown=len(shown)), class_="soft") if more else "",
        *(_organisation(words, organisations[id]) for id in shown),
    )


def _organisation(words: Words, organisation: Organisation) -> Markup:
    id = organisation.id
    heading = element("h3", words.name(organisation), id=f"organisation-{id}")
    about: list[Content] = [capitalised(words.kind(organisation)), *words.other_names(organisation)]
    if organisation.collective:
        about.append(words.say("together-set", size=words.size(organisation)))
    row = link(f"record-{id}", code(id)) if words.room.has_row(id) else code(id)
    about.append(words.say("together-record", record=row))
    found = partners(words.model, id)
    ties = [(partner.organisation.id, tie) for partner in found for tie in partner.ties]
    shown, more = words.room.first(ties, _ROWS)
    rows = [
        (
            words.link(partner),
            _how(words, tie),
            words.term("status", tie.status),
            listed(words.link(relation) for relation in tie.relations),
        )
        for partner, tie in shown
    ]
    columns = words.heads("together-partner", "together-how", "report-status", "together-through")
    caption = words.say("together-partners", count=len(found), name=words.name(organisation))
    return joined(
        [
            heading,
            paragraph(listed(about), class_="lead"),
            _links(words, organisation),
            table(f"partners-{id}", caption, columns, rows)
            if rows
            else paragraph(words.say("together-none"), class_="none"),
            words.rest(more),
        ]
    )


def _how(words: Words, tie: Tie) -> Markup:
    """Return how two are joined: by what, in which roles, how closely, and whether it is only claimed."""
    manner: list[Content] = [
        words.say(key, role=words.term("role", role))
        for key, role in (("together-as", tie.role), ("together-partner-as", tie.partner_role))
        if role is not None
    ]
    if any(words.is_claimed(words.model[record]) for record in tie.records):
        manner.append(words.label("report-claimed"))
    ending: Content = joined([" (", joined(manner, ", "), ")"]) if manner else ""
    if tie.via is not None:
        return joined([words.say("together-via", what=words.link(tie.via)), ending])
    relation = words.model.relations[tie.relations[0]]
    inverse = relation.source != tie.organisation
    how: list[Content] = [words.term("relation", relation.kind, inverse=inverse), ending]
    if relation.level is not None:
        how += [": ", words.level(relation)]
    return joined([*how, words.block(relation.description)])


def _links(words: Words, organisation: Organisation) -> Markup:
    """Return what else an organisation is linked to: its centres, programmes, place, people."""
    relations = words.model.relations_of(organisation.id)
    others = (relation for relation in relations if not words.is_tie(relation))
    entries: list[Content] = []
    for label, of_kind in words.links_by_kind(organisation.id, others):
        shown, more = words.room.first(of_kind)
        ends = [words.end(organisation.id, relation) for relation in shown]
        entries.append(element("dt", capitalised(label)))
        entries.append(element("dd", words.listed_at_most(ends, more)))
    return element("dl", *entries) if entries else joined([])
