"""The exports, read back with another library than the one that wrote them, and the way back of a translation."""
