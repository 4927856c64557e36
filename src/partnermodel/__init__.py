"""Who works with whom to make education inclusive, on whose word, since when, for whose benefit.

Build records, put them into a `PartnerModel`, and ask. Every name below is importable from here;
each is loaded when it is first used, so that `import partnermodel` itself costs next to nothing.
"""

from __future__ import annotations

TYPE_CHECKING = False  # the one of `typing` takes longer to load than all of this
if TYPE_CHECKING:
    from typing import Any

    from partnermodel.analysis.figures import Figure as Figure
    from partnermodel.analysis.figures import Figures as Figures
    from partnermodel.analysis.figures import figures as figures
    from partnermodel.analysis.indicators.durations import Durations as Durations
    from partnermodel.analysis.indicators.durations import durations as durations
    from partnermodel.analysis.indicators.governance import GovernanceForm as GovernanceForm
    from partnermodel.analysis.indicators.governance import governance_form as governance_form
    from partnermodel.analysis.indicators.intensity import Intensities as Intensities
    from partnermodel.analysis.indicators.intensity import intensity as intensity
    from partnermodel.analysis.indicators.levels import CollaborationLevels as CollaborationLevels
    from partnermodel.analysis.indicators.levels import collaboration_levels as collaboration_levels
    from partnermodel.analysis.indicators.ratings import TRUST_AND_VALUE as TRUST_AND_VALUE
    from partnermodel.analysis.indicators.ratings import Ratings as Ratings
    from partnermodel.analysis.indicators.ratings import ratings as ratings
    from partnermodel.analysis.indicators.sectors import SectorMix as SectorMix
    from partnermodel.analysis.indicators.sectors import sector_mix as sector_mix
    from partnermodel.analysis.indicators.statuses import StatusMix as StatusMix
    from partnermodel.analysis.indicators.statuses import status_mix as status_mix
    from partnermodel.analysis.indicators.turnover import Turnover as Turnover
    from partnermodel.analysis.indicators.turnover import turnover as turnover
    from partnermodel.analysis.recommending.ground import Ground as Ground
    from partnermodel.analysis.recommending.proposals import Proposal as Proposal
    from partnermodel.analysis.recommending.recommendation import Recommendation as Recommendation
    from partnermodel.analysis.recommending.recommendation import Recommendations as Recommendations
    from partnermodel.analysis.recommending.recommendations import recommend as recommend
    from partnermodel.analysis.resilience.brokers import Brokers as Brokers
    from partnermodel.analysis.resilience.brokers import brokers as brokers
    from partnermodel.analysis.resilience.losses import Loss as Loss
    from partnermodel.analysis.resilience.losses import SoleProviders as SoleProviders
    from partnermodel.analysis.resilience.losses import loss_of as loss_of
    from partnermodel.analysis.resilience.losses import sole_providers as sole_providers
    from partnermodel.analysis.resilience.order import LossOrder as LossOrder
    from partnermodel.analysis.resilience.order import losses_in_order as losses_in_order
    from partnermodel.analysis.scenarios import Cause as Cause
    from partnermodel.analysis.scenarios import FigureChange as FigureChange
    from partnermodel.analysis.scenarios import NetworkComparison as NetworkComparison
    from partnermodel.analysis.scenarios import compare_networks as compare_networks
    from partnermodel.analysis.spells import Band as Band
    from partnermodel.analysis.standings import Standing as Standing
    from partnermodel.analysis.standings import Standings as Standings
    from partnermodel.analysis.standings import standings as standings
    from partnermodel.analysis.trends import Trend as Trend
    from partnermodel.analysis.trends import TrendPoint as TrendPoint
    from partnermodel.analysis.trends import trend as trend
    from partnermodel.errors import IntegrityError as IntegrityError
    from partnermodel.errors import InvalidDocumentError as InvalidDocumentError
    from partnermodel.errors import InvalidRecordError as InvalidRecordError
    from partnermodel.errors import InvalidTableError as InvalidTableError
    from partnermodel.errors import Issue as Issue
    from partnermodel.errors import MissingExtraError as MissingExtraError
    from partnermodel.errors import PartnermodelError as PartnermodelError
    from partnermodel.errors import UnknownIdError as UnknownIdError
    from partnermodel.errors import UnknownTermError as UnknownTermError
    from partnermodel.errors import UnsupportedFormatError as UnsupportedFormatError
    from partnermodel.formats.files import dumps as dumps
    from partnermodel.formats.files import load as load
    from partnermodel.formats.files import loads as loads
    from partnermodel.formats.files import save as save
    from partnermodel.formats.graphs.doors import dumps_graph as dumps_graph
    from partnermodel.formats.graphs.doors import load_graph as load_graph
    from partnermodel.formats.graphs.doors import loads_graph as loads_graph
    from partnermodel.formats.graphs.doors import save_graph as save_graph
    from partnermodel.formats.schema import json_schema as json_schema
    from partnermodel.formats.tables.mappings.mapping import FieldMapping as FieldMapping
    from partnermodel.formats.tables.mappings.mapping import RecordMapping as RecordMapping
    from partnermodel.formats.tables.mappings.mapping import SheetMapping as SheetMapping
    from partnermodel.formats.tables.mappings.mapping import TableMapping as TableMapping
    from partnermodel.formats.tables.mappings.mapping_files import load_mapping as load_mapping
    from partnermodel.formats.tables.mappings.mapping_files import save_mapping as save_mapping
    from partnermodel.formats.tables.reading.account import Account as Account
    from partnermodel.formats.tables.reading.reading import Import as Import
    from partnermodel.formats.tables.reading.reading import read_table as read_table
    from partnermodel.formats.tables.suggesting.suggesting import SuggestedColumn as SuggestedColumn
    from partnermodel.formats.tables.suggesting.suggesting import SuggestedMapping as SuggestedMapping
    from partnermodel.formats.tables.suggesting.suggesting import suggest_mapping as suggest_mapping
    from partnermodel.formats.tables.writing.saving import save_tables as save_tables
    from partnermodel.formats.tables.writing.tables import edge_table as edge_table
    from partnermodel.formats.tables.writing.tables import node_table as node_table
    from partnermodel.formats.tables.writing.tables import tables as tables
    from partnermodel.graph import layouts as layouts
    from partnermodel.graph import measures as measures
    from partnermodel.graph import projections as projections
    from partnermodel.graph.projections.organisations import organisation_network as organisation_network
    from partnermodel.graph.whole import to_networkx as to_networkx
    from partnermodel.language.retelling import retold as retold
    from partnermodel.model.entities import Centre as Centre
    from partnermodel.model.entities import Document as Document
    from partnermodel.model.entities import Entity as Entity
    from partnermodel.model.entities import Group as Group
    from partnermodel.model.entities import Initiative as Initiative
    from partnermodel.model.entities import Organisation as Organisation
    from partnermodel.model.entities import Person as Person
    from partnermodel.model.entities import Place as Place
    from partnermodel.model.entities import Programme as Programme
    from partnermodel.model.entities import Statement as Statement
    from partnermodel.model.mentions import names_left as names_left
    from partnermodel.model.model import PartnerModel as PartnerModel
    from partnermodel.model.redaction import redacted as redacted
    from partnermodel.model.relations import Record as Record
    from partnermodel.model.relations import Relation as Relation
    from partnermodel.model.ties import Tie as Tie
    from partnermodel.queries.checks import Findings as Findings
    from partnermodel.queries.checks import check as check
    from partnermodel.queries.comparison import Change as Change
    from partnermodel.queries.comparison import Comparison as Comparison
    from partnermodel.queries.comparison import compare as compare
    from partnermodel.queries.coverage import coverage as coverage
    from partnermodel.queries.expectations import Expectation as Expectation
    from partnermodel.queries.expectations import Expected as Expected
    from partnermodel.queries.expectations import expectation as expectation
    from partnermodel.queries.gaps import Gap as Gap
    from partnermodel.queries.gaps import Gaps as Gaps
    from partnermodel.queries.lookup import Found as Found
    from partnermodel.queries.lookup import Match as Match
    from partnermodel.queries.lookup import find as find
    from partnermodel.queries.matching.duplicates import CandidatePair as CandidatePair
    from partnermodel.queries.matching.duplicates import Duplicates as Duplicates
    from partnermodel.queries.matching.duplicates import find_duplicates as find_duplicates
    from partnermodel.queries.matching.pairing import CommonValue as CommonValue
    from partnermodel.queries.matching.reasons import MatchReason as MatchReason
    from partnermodel.queries.matrix import Coverage as Coverage
    from partnermodel.queries.merging.conflicts import MergeConflict as MergeConflict
    from partnermodel.queries.merging.conflicts import MergeConflicts as MergeConflicts
    from partnermodel.queries.merging.merge import Merged as Merged
    from partnermodel.queries.merging.merge import merge as merge
    from partnermodel.queries.neighbourhoods import Neighbour as Neighbour
    from partnermodel.queries.neighbourhoods import Neighbourhood as Neighbourhood
    from partnermodel.queries.neighbourhoods import neighbourhood as neighbourhood
    from partnermodel.queries.partnerships import Between as Between
    from partnermodel.queries.partnerships import Partner as Partner
    from partnermodel.queries.partnerships import Partners as Partners
    from partnermodel.queries.partnerships import partners as partners
    from partnermodel.queries.partnerships import relations_between as relations_between
    from partnermodel.queries.provisions import Provision as Provision
    from partnermodel.queries.timelines import Moment as Moment
    from partnermodel.queries.timelines import Timeline as Timeline
    from partnermodel.queries.timelines import timeline as timeline
    from partnermodel.queries.unmet import Nearly as Nearly
    from partnermodel.queries.unmet import Outcome as Outcome
    from partnermodel.queries.unmet import Unmet as Unmet
    from partnermodel.queries.unmet import unmet as unmet
    from partnermodel.queries.unpartnered import ListEntry as ListEntry
    from partnermodel.queries.unpartnered import NearPartner as NearPartner
    from partnermodel.queries.unpartnered import Unpartnered as Unpartnered
    from partnermodel.queries.unpartnered import unpartnered as unpartnered
    from partnermodel.values.citations import Citation as Citation
    from partnermodel.values.counts import StatedCount as StatedCount
    from partnermodel.values.dates import OPEN as OPEN
    from partnermodel.values.dates import Period as Period
    from partnermodel.values.identifiers import Identifier as Identifier
    from partnermodel.values.levels import Level as Level
    from partnermodel.values.mapping import FrozenMap as FrozenMap
    from partnermodel.values.names import Alias as Alias
    from partnermodel.values.normalising import normalised_name as normalised_name
    from partnermodel.values.rows import Rows as Rows
    from partnermodel.values.slugs import slug as slug
    from partnermodel.values.suppression import Suppressed as Suppressed
    from partnermodel.values.suppression import possible_counts as possible_counts
    from partnermodel.values.suppression import suppressed as suppressed
    from partnermodel.values.table import Phrase as Phrase
    from partnermodel.values.table import Table as Table
    from partnermodel.values.transliteration import transliterated as transliterated
    from partnermodel.views.description import Description as Description
    from partnermodel.views.description import describe as describe
    from partnermodel.views.network.view import NetworkView as NetworkView
    from partnermodel.views.network.view import network_view as network_view
    from partnermodel.views.pictures.coverage import draw_coverage as draw_coverage
    from partnermodel.views.pictures.dot import to_dot as to_dot
    from partnermodel.views.pictures.map import draw_map as draw_map
    from partnermodel.views.pictures.mermaid import to_mermaid as to_mermaid
    from partnermodel.views.pictures.network import draw as draw
    from partnermodel.views.pictures.picture import Picture as Picture
    from partnermodel.views.pictures.timeline import draw_timeline as draw_timeline
    from partnermodel.views.report import report as report
    from partnermodel.vocabulary.codes import CentreKind as CentreKind
    from partnermodel.vocabulary.codes import Confidence as Confidence
    from partnermodel.vocabulary.codes import DocumentKind as DocumentKind
    from partnermodel.vocabulary.codes import GroupKind as GroupKind
    from partnermodel.vocabulary.codes import InitiativeKind as InitiativeKind
    from partnermodel.vocabulary.codes import OrganisationKind as OrganisationKind
    from partnermodel.vocabulary.codes import PlaceKind as PlaceKind
    from partnermodel.vocabulary.codes import ProgrammeKind as ProgrammeKind
    from partnermodel.vocabulary.codes import RelationKind as RelationKind
    from partnermodel.vocabulary.codes import Role as Role
    from partnermodel.vocabulary.codes import SourceType as SourceType
    from partnermodel.vocabulary.codes import StatementKind as StatementKind
    from partnermodel.vocabulary.codes import Status as Status
    from partnermodel.vocabulary.terms import RelationTerm as RelationTerm
    from partnermodel.vocabulary.terms import Term as Term
    from partnermodel.vocabulary.vocabulary import STANDARD as STANDARD
    from partnermodel.vocabulary.vocabulary import Vocabulary as Vocabulary

__version__ = "0.1.0"

_ROOMS: dict[str, tuple[str, ...]] = {
    "analysis.figures": ("Figure", "Figures", "figures"),
    "analysis.scenarios": ("Cause", "compare_networks", "FigureChange", "NetworkComparison"),
    "analysis.standings": ("Standing", "Standings", "standings"),
    "analysis.trends": ("Trend", "trend", "TrendPoint"),
    "analysis.indicators.durations": ("durations", "Durations"),
    "analysis.indicators.governance": ("governance_form", "GovernanceForm"),
    "analysis.indicators.intensity": ("Intensities", "intensity"),
    "analysis.indicators.levels": ("collaboration_levels", "CollaborationLevels"),
    "analysis.indicators.ratings": ("ratings", "Ratings", "TRUST_AND_VALUE"),
    "analysis.indicators.sectors": ("sector_mix", "SectorMix"),
    "analysis.indicators.statuses": ("status_mix", "StatusMix"),
    "analysis.indicators.turnover": ("turnover", "Turnover"),
    "analysis.resilience.brokers": ("brokers", "Brokers"),
    "analysis.resilience.losses": ("Loss", "loss_of", "sole_providers", "SoleProviders"),
    "analysis.resilience.order": ("LossOrder", "losses_in_order"),
    "analysis.spells": ("Band",),
    "analysis.recommending.ground": ("Ground",),
    "analysis.recommending.proposals": ("Proposal",),
    "analysis.recommending.recommendation": ("Recommendation", "Recommendations"),
    "analysis.recommending.recommendations": ("recommend",),
    "errors": (
        "IntegrityError",
        "InvalidDocumentError",
        "InvalidRecordError",
        "InvalidTableError",
        "Issue",
        "MissingExtraError",
        "PartnermodelError",
        "UnknownIdError",
        "UnknownTermError",
        "UnsupportedFormatError",
    ),
    "formats.files": ("dumps", "load", "loads", "save"),
    "formats.graphs.doors": ("dumps_graph", "load_graph", "loads_graph", "save_graph"),
    "formats.schema": ("json_schema",),
    "formats.tables.reading.account": ("Account",),
    "formats.tables.mappings.mapping": ("FieldMapping", "RecordMapping", "SheetMapping", "TableMapping"),
    "formats.tables.mappings.mapping_files": ("load_mapping", "save_mapping"),
    "formats.tables.suggesting.suggesting": ("suggest_mapping", "SuggestedColumn", "SuggestedMapping"),
    "formats.tables.reading.reading": ("Import", "read_table"),
    "formats.tables.writing.saving": ("save_tables",),
    "formats.tables.writing.tables": ("edge_table", "node_table", "tables"),
    "graph": ("layouts", "measures", "projections"),
    "graph.projections.organisations": ("organisation_network",),
    "graph.whole": ("to_networkx",),
    "language.retelling": ("retold",),
    "model.entities": (
        "Centre",
        "Document",
        "Entity",
        "Group",
        "Initiative",
        "Organisation",
        "Person",
        "Place",
        "Programme",
        "Statement",
    ),
    "model.mentions": ("names_left",),
    "model.model": ("PartnerModel",),
    "model.redaction": ("redacted",),
    "model.relations": ("Record", "Relation"),
    "model.ties": ("Tie",),
    "queries.checks": ("check", "Findings"),
    "queries.comparison": ("Change", "compare", "Comparison"),
    "queries.coverage": ("coverage",),
    "queries.expectations": ("Expectation", "expectation", "Expected"),
    "queries.gaps": ("Gap", "Gaps"),
    "queries.lookup": ("find", "Found", "Match"),
    "queries.matching.duplicates": ("CandidatePair", "Duplicates", "find_duplicates"),
    "queries.matching.pairing": ("CommonValue",),
    "queries.matching.reasons": ("MatchReason",),
    "queries.merging.conflicts": ("MergeConflict", "MergeConflicts"),
    "queries.merging.merge": ("merge", "Merged"),
    "queries.matrix": ("Coverage",),
    "queries.neighbourhoods": ("Neighbour", "neighbourhood", "Neighbourhood"),
    "queries.partnerships": ("Between", "Partner", "partners", "Partners", "relations_between"),
    "queries.provisions": ("Provision",),
    "queries.timelines": ("Moment", "timeline", "Timeline"),
    "queries.unmet": ("Nearly", "Outcome", "Unmet", "unmet"),
    "queries.unpartnered": ("ListEntry", "NearPartner", "unpartnered", "Unpartnered"),
    "values.citations": ("Citation",),
    "values.counts": ("StatedCount",),
    "values.dates": ("OPEN", "Period"),
    "values.identifiers": ("Identifier",),
    "values.levels": ("Level",),
    "values.mapping": ("FrozenMap",),
    "values.names": ("Alias",),
    "values.rows": ("Rows",),
    "values.normalising": ("normalised_name",),
    "values.slugs": ("slug",),
    "values.suppression": ("possible_counts", "suppressed", "Suppressed"),
    "values.table": ("Phrase", "Table"),
    "values.transliteration": ("transliterated",),
    "views.description": ("describe", "Description"),
    "views.network.view": ("network_view", "NetworkView"),
    "views.pictures.coverage": ("draw_coverage",),
    "views.pictures.dot": ("to_dot",),
    "views.pictures.map": ("draw_map",),
    "views.pictures.mermaid": ("to_mermaid",),
    "views.pictures.network": ("draw",),
    "views.pictures.picture": ("Picture",),
    "views.pictures.timeline": ("draw_timeline",),
    "views.report": ("report",),
    "vocabulary.codes": (
        "CentreKind",
        "Confidence",
        "DocumentKind",
        "GroupKind",
        "InitiativeKind",
        "OrganisationKind",
        "PlaceKind",
        "ProgrammeKind",
        "RelationKind",
        "Role",
        "SourceType",
        "StatementKind",
        "Status",
    ),
    "vocabulary.terms": ("RelationTerm", "Term"),
    "vocabulary.vocabulary": ("STANDARD", "Vocabulary"),
}

_ROOM_OF = {name: f"partnermodel.{room}" for room, names in _ROOMS.items() for name in names}

__all__ = [  # noqa: PLE0604  (the names are those of _ROOMS; a test holds them to the imports above)
    *sorted(["__version__", *_ROOM_OF]),
]


def __getattr__(name: str) -> Any:
    if name not in _ROOM_OF:
        raise AttributeError(f"module 'partnermodel' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_ROOM_OF[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return list(__all__)  # and not what is only imported here
