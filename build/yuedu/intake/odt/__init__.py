"""OpenDocument text (.odt) to text, with the numbers that lists and headings have on the page."""
