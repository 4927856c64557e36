"""Answers as pages, tables and text."""
