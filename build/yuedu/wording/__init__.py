"""The wording between two texts: what the second repeats, rewords, moves, splits, merges, adds and drops."""
