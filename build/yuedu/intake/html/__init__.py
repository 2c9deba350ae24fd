"""Web pages: `reader.read_html` for a page, `saved.read_mht` for a page saved with all it needs."""
