"""Organisations, and who works with whom: how, how far it has come, and through which records."""

from __future__ import annotations

from partnermodel.model.entities import Organisation
from partnermodel.model.ties import Tie
from partnermodel.queries.partnerships import partners
from partnermodel.views.markup import Content, Markup, code, element, joined, link, paragraph
from partnermodel.views.sections.section import Section, section
from partnermodel.views.tables import table
from partnermodel.views.words import Words, capital, capitalised, counted, listed


def together(words: Words) -> Section:
    """Return the section on the organisations and their partners."""
    organisations = words.model.organisations.values()
    if not organisations:
        return section("organisations", "Who works with whom", paragraph("The model has no organisation."))
    return section(
        "organisations",
        "Who works with whom",
        paragraph(
            "Two organisations work together when a relation joins them, or when both take part in the same "
            "initiative, programme or centre. What they do together is as far as its least advanced part."
        ),
        *(_organisation(words, organisation) for organisation in organisations),
    )


def _organisation(words: Words, organisation: Organisation) -> Markup:
    id = organisation.id
    heading = element("h3", words.name(organisation), id=f"organisation-{id}")
    about: list[Content] = [capitalised(words.kind(organisation)), *words.other_names(organisation)]
    if organisation.collective:
        about.append(f"a set whose members are not named, {words.size(organisation)}")
    about.append(joined(["record ", link(f"record-{id}", code(id))]))
    found = partners(words.model, id)
    rows = [
        (
            words.link(partner.organisation.id),
            _how(words, tie),
            words.term("status", tie.status),
            listed(words.link(relation) for relation in tie.relations),
        )
        for partner in found
        for tie in partner.ties
    ]
    return joined(
        [
            heading,
            paragraph(listed(about), class_="lead"),
            _links(words, organisation),
            table(
                f"partners-{id}",
                joined([f"{capital(counted(len(found), 'partner'))} of ", words.name(organisation)]),
                ["Partner", "How", "Status", "Relations that say so"],
                rows,
            )
            if rows
            else paragraph("No partner is stated.", class_="none"),
        ]
    )


def _how(words: Words, tie: Tie) -> Markup:
    """Return how two are joined: by what, in which roles, how closely, and whether it is only claimed."""
    manner = [
        joined([party, words.term("role", role)])
        for party, role in (("itself as ", tie.role), ("the partner as ", tie.partner_role))
        if role is not None
    ]
    if any(words.is_claimed(words.model[record]) for record in tie.records):
        manner.append(joined(["claimed"]))
    ending: Content = joined([" (", joined(manner, ", "), ")"]) if manner else ""
    if tie.via is not None:
        return joined(["both take part in ", words.link(tie.via), ending])
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
    for label, ends in words.links_by_kind(organisation.id, others):
        entries.append(element("dt", capitalised(label)))
        entries.append(element("dd", listed(ends)))
    return element("dl", *entries) if entries else joined([])
