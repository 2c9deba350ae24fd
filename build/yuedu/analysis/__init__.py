"""One document, read: all that can be said of it before it meets the others."""
