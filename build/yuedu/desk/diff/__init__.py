"""`yuedu diff`: the wording between two texts, documents of the project or files that are in no corpus."""
