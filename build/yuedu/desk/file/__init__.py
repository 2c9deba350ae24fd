"""`yuedu file`: passages under topics, a section at a time, on the terminal."""
