"""The disk: editors' files read with their line numbers, generated files written atomically."""
