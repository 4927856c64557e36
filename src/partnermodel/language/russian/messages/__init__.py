"""What is said of faults and doubts, in Russian: a file a part of the library, keyed by the English."""

from __future__ import annotations

from collections.abc import Mapping

from partnermodel.language.grammar import Message, merged
from partnermodel.language.russian.messages import (
    commands,
    documents,
    givens,
    graphs,
    mappings,
    merging,
    networks,
    pictures,
    privacy,
    questions,
    records,
    syntax,
    table_files,
    table_readings,
    table_sources,
    values,
    views,
    words,
)

MESSAGES: Mapping[str, Message] = merged(
    commands.MESSAGES,
    documents.MESSAGES,
    givens.MESSAGES,
    graphs.MESSAGES,
    mappings.MESSAGES,
    merging.MESSAGES,
    networks.MESSAGES,
    pictures.MESSAGES,
    privacy.MESSAGES,
    questions.MESSAGES,
    records.MESSAGES,
    syntax.MESSAGES,
    table_files.MESSAGES,
    table_readings.MESSAGES,
    table_sources.MESSAGES,
    values.MESSAGES,
    views.MESSAGES,
    words.MESSAGES,
)
