"""`yuedu compare`: the gate alone, on a file of pairs that is no part of the project.

file ─ lines (TSV or TMX) ─ pairs ─ gate → findings
"""
