"""Commitments: the sentences that direct or plan, found by rule, put right by an editor."""
