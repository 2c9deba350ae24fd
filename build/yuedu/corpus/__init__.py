"""Analyses joined into one whole: filed under topics, the English laid on, every editor's word held against the text."""
