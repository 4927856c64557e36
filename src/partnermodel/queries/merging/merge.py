"""Two models made one, with or without their common ancestor: `merge`."""

from __future__ import annotations

from typing import Any, get_args

import attrs

from partnermodel.errors import IntegrityError, InvalidRecordError
from partnermodel.language.sayings import Untold, saying
from partnermodel.language.sheet import Sheet
from partnermodel.model.doors import door
from partnermodel.model.model import PartnerModel
from partnermodel.model.relations import Record, Relation
from partnermodel.queries.merging.conflicts import SIDES, MergeConflicts, Side
from partnermodel.queries.merging.fields import Clash, combined
from partnermodel.queries.merging.joining import UNSTATED, Joiner
from partnermodel.queries.merging.renaming import Same, other_ids, renamed
from partnermodel.queries.merging.settling import Records, Sources, settled
from partnermodel.queries.merging.speaking import in_language
from partnermodel.values.columns import Column
from partnermodel.values.rows import Rows, typed_rows
from partnermodel.values.table import Phrase, Shown, Table
from partnermodel.values.text import shown
from partnermodel.vocabulary.terms import RelationTerm, Term
from partnermodel.vocabulary.vocabulary import AnyTerm, Vocabulary, scheme_of
from partnermodel.wording import Worded, worded


@attrs.frozen
class Merged(Shown):
    """What `merge` returns: a model, or what has to be decided first; and what was done.

    The account adds up: the model has the records of `joined`, `only_a` and `only_b`, each once; and every
    record of either model is in one of these or in `removed`, under the id that `renamed` gives it.

    Attributes:
        conflicts: What nobody but a person can decide.
        prefer: The side that conflicts were decided for, or None when they are left open.
        joined: The ids of the records that both models have.
        only_a: The ids of the records that only the first has, in its order.
        only_b: The ids of the records that only the second has: what was added to the first.
        removed: The ids of the records that one of the models has, and the merged model does not.
        renamed: The ids of records of the second model that are others now, with these.
        aliased: The ids of records with a name of the second model that is an alias now, and that name.
    """

    _provisional: PartnerModel
    conflicts: MergeConflicts
    prefer: Side | None
    joined: tuple[str, ...]
    only_a: tuple[str, ...]
    only_b: tuple[str, ...]
    removed: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...]
    aliased: tuple[tuple[str, str], ...]

    @property
    def model(self) -> PartnerModel:
        """The merged model.

        Raises:
            IntegrityError: There are conflicts, and nobody said which side is preferred; each is an issue.
        """
        if self.conflicts and self.prefer is None:
            one, other = self.conflicts.sides
            heading = worded("{one} and {other} cannot be merged without a decision:", one=one, other=other)
            raise IntegrityError(heading, (conflict.issue() for conflict in self.conflicts))
        return self._provisional

    def table(self, *, language: str = "en") -> Table:
        """Return how many records came from where, and how many conflicts there are.

        Args:
            language: The language of the words: `en` or `ru`.
        """
        one, other = (side if isinstance(side, Worded) else Phrase(side) for side in self.conflicts.sides)
        counted: list[tuple[Untold, int]] = [
            (saying("merge-joined"), len(self.joined)),
            (saying("merge-only", side=one), len(self.only_a)),
            (saying("merge-only", side=other), len(self.only_b)),
            (saying("merge-removed"), len(self.removed)),
            (saying("merge-renamed"), len(self.renamed)),
            (saying("merge-aliased"), len(self.aliased)),
            (saying("merge-left"), len(self.conflicts)),
        ]
        rows = tuple((what, saying("merge-number", number=number)) for what, number in counted)
        return Sheet(saying("merge-outcome"), ("what", "number"), rows).table(language)

    def rows(self) -> Rows:
        """Return a row for each record of either model, under the id that it has now, for machines."""
        parts = {
            "joined": self.joined,
            "only-a": self.only_a,
            "only-b": self.only_b,
            "removed": self.removed,
        }
        columns = [Column(column, "text") for column in ("record", "outcome")]
        return typed_rows(columns, [(id, outcome) for outcome, ids in parts.items() for id in ids])


@door
def merge(
    a: PartnerModel,
    b: PartnerModel,
    *,
    same: Same | None = None,
    base: PartnerModel | None = None,
    prefer: Side | None = None,
    name: str | None = None,
    sides: tuple[str, str] = SIDES,
) -> Merged:
    """Join two models into one, field by field, and say what only a person can decide.

    Records with the same id are one record. A field that one of them does not state is taken from the
    other; lists are joined, the first model's items first; names and extra data are joined key by key, and
    periods end by end. With a common ancestor, what only one side has changed, added or removed since is
    changed, added or removed. All else is a conflict: nothing is dropped in silence.

    Args:
        a: The first model.
        b: The second.
        same: What a person has decided: the id of a record of `b` to the id of the record of `a` that it
            is, or pairs of such. It is called by the id of `a` from then on; a name that differs becomes
            an alias. Relations and citations that lead to it are rewritten, and joined when they are alike.
        base: The common ancestor of the two, if there is one.
        prefer: `"a"` or `"b"`: the side that wins every conflict; None leaves them open.
        name: The name of the merged model; when left out, two different ones are a conflict.
        sides: What the two models are called in what is said of them.

    Returns:
        The merged model, unless conflicts are left open; the conflicts; and what was done.

    Raises:
        UnknownIdError: `same` names a record that is not there.
        ValueError: `same` contradicts itself, or `prefer` is none of the words.

    Example:
        >>> from partnermodel import Organisation
        >>> ours = PartnerModel("Town", [Organisation("school", "School 15", status="exists")])
        >>> theirs = PartnerModel("Town", [Organisation("s-15", "Fifteenth School", kind="school")])
        >>> merged = merge(ours, theirs, same={"s-15": "school"})
        >>> school = merged.model["school"]
        >>> school.name, school.kind, school.status, str(school.aliases[0])
        ('School 15', 'school', 'exists', 'Fifteenth School')
    """
    if prefer not in (None, *get_args(Side)):
        raise ValueError(worded('prefer is "a", "b" or None, not {prefer}.', prefer=shown(prefer)))
    ids = {} if same is None else other_ids(a, b, same)
    joiner = Joiner(prefer or "a", sides)
    records, old_ids = _called_anew(b, ids, joiner)
    before: Records = {}
    if base is not None:  # what the first side still calls by the old id is another record there
        there = {old: new for old, new in ids.items() if old not in a}
        before, _ = _called_anew(base, there, Joiner("a", sides))
    first: Records = dict(a.items())
    if base is None and a.language != b.language and "und" not in (a.language, b.language):
        if joiner.prefer == "a":
            records = in_language(records, b.language, a.language, first)
        else:
            first = in_language(first, a.language, b.language, records)
    sources = Sources(before, first, records, (a.vocabulary, b.vocabulary))
    declared = set(ids.values())

    def joined(was: Record | None, one: Record, other: Record) -> Record:
        return joiner.joined(was, one, other, declared=b.language if one.id in declared else None)

    chosen = joiner.all_of(sources.base, sources.a, sources.b, joined)
    head = (
        _head(joiner, "name", base, a, b) if name is None else name,
        _head(joiner, "language", base, a, b),
        _vocabulary(joiner, base, a, b),
    )
    model = settled(head, chosen, sources, joiner)
    kept = set(model)  # to ask the model of each id would take as long as all the rest
    return Merged(
        model,
        MergeConflicts(tuple(joiner.conflicts), sides),
        prefer,
        tuple([id for id in sources.a if id in kept and id in records]),
        tuple([id for id in sources.a if id in kept and id not in records]),
        tuple([id for id in records if id in kept and id not in sources.a]),
        tuple([id for id in dict.fromkeys((*sources.a, *records)) if id not in kept]),
        old_ids,
        tuple(joiner.aliased),
    )


def _called_anew(
    model: PartnerModel, ids: dict[str, str], joiner: Joiner
) -> tuple[dict[str, Record], tuple[tuple[str, str], ...]]:
    """Return the records of a model under other ids, those that are one made one; and which ids changed."""
    if not ids:
        return dict(model.items()), ()
    found: dict[str, Record] = {}
    changed: list[tuple[str, str]] = []
    for old, record in model.items():
        made = renamed(record, ids)
        if made.id != old:
            changed.append((old, made.id))
        if isinstance(made, Relation) and made.source == made.target:
            id = shown(made.source)
            reason = worded("it would lead from {id} to itself, now that its ends are one", id=id)
            joiner.note(record, Clash("", None, None, record), reason)
        elif made.id in found:
            # The record whose id it is stays the first.
            pair = (made, found[made.id]) if old == made.id else (found[made.id], made)
            inner = Joiner(joiner.prefer, joiner.sides, within=True)
            found[made.id] = inner.joined(None, *pair, declared=model.language)
            joiner.conflicts += inner.conflicts
            joiner.aliased += inner.aliased
        else:
            found[made.id] = made
    return found, tuple(changed)


def _head(joiner: Joiner, field: str, base: PartnerModel | None, a: PartnerModel, b: PartnerModel) -> Any:
    """Return the name or the language of the merged model."""
    unstated = "und" if field == "language" else UNSTATED
    was = unstated if base is None else getattr(base, field)
    outcome = combined(was, getattr(a, field), getattr(b, field), joiner.prefer)
    for clash in outcome.clashes:
        one, other = joiner.sides
        reason = worded("{one} and {other} state different values", one=one, other=other)
        before = None if was is unstated else was
        joiner.note(None, Clash(field, before, clash.a, clash.b), reason)
    return outcome.value


def _vocabulary(joiner: Joiner, base: PartnerModel | None, a: PartnerModel, b: PartnerModel) -> Vocabulary:
    """Return the words of the merged model: term by term, each like a record."""
    was = None if base is None else base.vocabulary
    if b.vocabulary in (a.vocabulary, was):
        return a.vocabulary
    if a.vocabulary == was:
        return b.vocabulary
    terms = joiner.all_of(
        {} if was is None else _terms(was), _terms(a.vocabulary), _terms(b.vocabulary), joiner.joined
    )
    try:
        return Vocabulary(
            [term for term in terms.values() if isinstance(term, Term)],
            [term for term in terms.values() if isinstance(term, RelationTerm)],
        )
    except InvalidRecordError as error:
        reason = worded("what the two say does not fit together: {message}", message=error.issues[0].message)
        joiner.note(None, Clash("vocabulary", was, a.vocabulary, b.vocabulary), reason)
        return a.vocabulary if joiner.prefer == "a" else b.vocabulary


def _terms(vocabulary: Vocabulary) -> dict[tuple[str, str], AnyTerm]:
    terms: tuple[AnyTerm, ...] = (*vocabulary.terms, *vocabulary.relation_terms)
    return {(scheme_of(term), term.code): term for term in terms}
