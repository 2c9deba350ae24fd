"""Quantities stated in a text: `model` and `units` serve both languages, `zh` reads Chinese."""
