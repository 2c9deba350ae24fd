"""Drafting: a language model drafts, the gate judges, and what stands is saved as a draft, one text at a time.

work ─ prompt ─ client (httpx) ─ reader → answer ─ gate ─┬→ repair, up to a limit
                                                         └→ draft with its findings → store/drafting

Hangs off the command line alone: publishing imports nothing from here. httpx is imported by `client` only, and `client`
only when something is sent.
"""
