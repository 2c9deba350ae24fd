"""The miniature project built whole and compared with pages that a person has read."""
