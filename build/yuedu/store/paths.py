"""Where in a project what a build keeps for ever stands."""

LEDGER, LEDGERS = "seeds/ledger.txt", "seeds/ledger"
"""The ledger of published addresses, and the folder of those of the documents."""
