"""Review: drafts beside their Chinese on the terminal, one at a time; every decision is in the files at once.

queue → subject ─ screen → answer ─ decisions → store → the next subject
"""
