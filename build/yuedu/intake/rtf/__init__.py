"""Rich Text Format: `reader.read_rtf`."""
