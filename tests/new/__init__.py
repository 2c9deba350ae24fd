"""A digest of another desk: made by `yuedu new`, built by both engines, and nothing of the first corpus in it."""
