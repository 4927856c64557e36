"""The standard kinds of relation: labels from both ends in two languages, nature, and allowed ends.

An English label is a verb, between two names. A Russian one stands before a colon, since a verb or a
preposition would ask for the case, the gender and the number of names that nobody can inflect: it is a noun,
or asks who or what.
"""

from __future__ import annotations

from partnermodel.vocabulary.terms import RelationTerm


def _term(
    code: str, english: tuple[str, str], russian: tuple[str, str], nature: str, **options: object
) -> RelationTerm:
    return RelationTerm(
        code,
        labels={"en": english[0], "ru": russian[0]},
        inverse_labels={"en": english[1], "ru": russian[1]},
        nature=nature,
        **options,  # type: ignore[arg-type]  # passed through
    )


RELATIONS: tuple[RelationTerm, ...] = (
    _term(
        "partners-with",
        ("is a partner of", "is a partner of"),
        ("партнёрство", "партнёрство"),
        "tie",
        sources=("organisation", "centre"),
        targets=("organisation", "centre"),
        symmetric=True,
    ),
    _term(
        "cooperates-with",
        ("cooperates with", "cooperates with"),
        ("сотрудничество", "сотрудничество"),
        "tie",
        sources=("organisation", "centre"),
        targets=("organisation", "centre"),
        symmetric=True,
        broader="partners-with",
    ),
    _term(
        "funds",
        ("funds", "is funded by"),
        ("финансирование", "кто финансирует"),
        "tie",
        sources=("organisation",),
        targets=("organisation", "centre", "programme", "initiative"),
    ),
    _term(
        "supervises",
        ("supervises", "is supervised by"),
        ("кураторство", "кто курирует"),
        "tie",
        sources=("organisation",),
        targets=("organisation", "centre"),
    ),
    _term(
        "advises",
        ("advises", "is advised by"),
        ("консультации", "кто консультирует"),
        "tie",
        sources=("organisation", "centre"),
        targets=("organisation", "centre"),
    ),
    _term(
        "trains-staff-of",
        ("trains the staff of", "has its staff trained by"),
        ("обучение сотрудников партнёра", "кто обучает сотрудников"),
        "tie",
        sources=("organisation", "centre"),
        targets=("organisation", "centre"),
    ),
    _term(
        "refers-learners-to",
        ("refers learners to", "receives learners from"),
        ("направление обучающихся", "кто направляет обучающихся"),
        "tie",
        sources=("organisation", "centre"),
        targets=("organisation", "centre"),
    ),
    _term(
        "gives-placements-to",
        ("gives work placements to", "has work placements at"),
        ("места практики", "кто предоставляет места практики"),
        "tie",
        sources=("organisation",),
        targets=("organisation", "centre", "programme"),
    ),
    _term(
        "hires-graduates-of",
        ("hires graduates of", "has graduates hired by"),
        ("приём выпускников на работу", "кто принимает выпускников на работу"),
        "tie",
        sources=("organisation",),
        targets=("organisation", "centre", "programme"),
    ),
    _term(
        "participates-in",
        ("takes part in", "has as a participant"),
        ("участие", "кто участвует"),
        "participation",
        sources=("organisation", "centre", "group", "person"),
        targets=("initiative", "programme"),
    ),
    _term(
        "hosts",
        ("hosts", "is hosted by"),
        ("размещение на своей базе", "на чьей базе действует"),
        "participation",
        sources=("organisation",),
        targets=("centre",),
    ),
    _term(
        "offers",
        ("offers", "is offered by"),
        ("реализация", "кто реализует"),
        "participation",
        sources=("organisation", "centre"),
        targets=("programme",),
    ),
    _term(
        "serves",
        ("serves", "is served by"),
        ("поддержка группы", "кто или что поддерживает"),
        "provision",
        sources=("organisation", "centre", "programme", "initiative"),
        targets=("group",),
    ),
    _term(
        "part-of",
        ("is part of", "has as a part"),
        ("вхождение в состав", "что входит в состав"),
        "structure",
        acyclic=True,
    ),
    _term(
        "located-in",
        ("is located in", "is the location of"),
        ("место", "что здесь находится"),
        "structure",
        sources=("organisation", "centre", "programme", "initiative", "group"),
        targets=("place",),
    ),
    _term(
        "responsible-for",
        ("is responsible for", "is in the remit of"),
        ("ответственность за территорию", "кто отвечает за территорию"),
        "structure",
        sources=("organisation", "centre"),
        targets=("place",),
    ),
    _term(
        "member-of",
        ("belongs to", "has as members"),
        ("принадлежность", "кто входит в состав"),
        "structure",
        sources=("organisation", "group", "person"),
        targets=("organisation", "initiative"),
    ),
    _term(
        "holds-post-at",
        ("holds a post at", "has as a post-holder"),
        ("должность", "кто занимает должность"),
        "structure",
        sources=("person",),
        targets=("organisation", "centre"),
    ),
    _term(
        "regional-centre-of",
        ("is the regional centre of", "has as a regional centre"),
        ("роль регионального центра", "региональный центр"),
        "structure",
        sources=("centre", "organisation"),
        targets=("initiative",),
    ),
    _term(
        "has-on-agenda",
        ("has on its agenda", "is on the agenda of"),
        ("рассмотрение", "где рассматривается"),
        "structure",
        sources=("initiative",),
    ),
    _term(
        "aims-at",
        ("aims at", "is an aim of"),
        ("цель", "чья это цель"),
        "structure",
        sources=("organisation", "centre", "programme", "initiative"),
        targets=("statement",),
    ),
    _term(
        "about",
        ("is about", "is the subject of"),
        ("предмет", "что об этом сказано"),
        "structure",
        sources=("statement", "document"),
    ),
    _term(
        "overlaps",
        ("overlaps with", "overlaps with"),
        ("пересечение", "пересечение"),
        "structure",
        sources=("group",),
        targets=("group",),
        symmetric=True,
    ),
    _term(
        "published-by",
        ("is published by", "is the publisher of"),
        ("издатель", "что опубликовано"),
        "structure",
        sources=("document",),
        targets=("organisation",),
    ),
    _term(
        "succeeds",
        ("succeeds", "is succeeded by"),
        ("предшественник", "преемник"),
        "structure",
        sources=("organisation", "centre", "programme", "initiative"),
        targets=("organisation", "centre", "programme", "initiative"),
        acyclic=True,
    ),
)
