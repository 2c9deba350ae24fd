"""Any file to text: what an office published, as lines that the grammar reads; nothing here knows what a line means."""
