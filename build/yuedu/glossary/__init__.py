"""The term base: its records, and where its terms stand in a text."""
