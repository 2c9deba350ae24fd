"""A PDF's text layer to text: characters at places to lines, lines to the paragraphs that the page shows."""
