"""The open data: the shape of `digest.json`, and how a corpus becomes one."""
