"""The gate: what every English text passes before it can be reviewed, and again on every build.

pair ─ rules (one a function, its docstring the rule) → marks ─ gate → findings
"""
