"""Commitments: the rule on made-up sentences and on the whole corpus, and what editors put right."""
