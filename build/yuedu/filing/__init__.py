"""A rule that files: what topic an unfiled passage is likest to, learnt from what editors filed.

Pure: plain values in, plain values out. `learn` makes a `Rule`, which proposes for one passage (`Rule.propose`), for a
document section by section (`sections.propose_document`), and gathers what nothing filed is like
(`own_topic.belong_together`).
"""
