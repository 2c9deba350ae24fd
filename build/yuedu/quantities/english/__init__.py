"""The parts of the reader of English quantities; `quantities.en` is the whole."""
