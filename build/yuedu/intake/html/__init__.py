"""Saved web pages to text: `reader` reads one, `blocks` cuts its tree into lines, `main_text` finds which are the text."""
