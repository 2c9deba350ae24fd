"""The parts of the reader of English quantities; `quantities.en` puts them together."""
