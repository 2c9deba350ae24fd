"""A person at a terminal: keys and lines in, Chinese and English side by side out."""
