"""The corpus as pages and data files: a pure function from a corpus to paths and bytes."""
