"""The corpus and the term base in the formats of translators' tools and of the web of data, and the way back."""
