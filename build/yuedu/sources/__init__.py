"""The editors' files: their shapes, their values with a line for each, and how one is changed in place."""
