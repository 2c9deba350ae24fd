"""Word's .docx to text: what its page shows, the numbers that Word computes included."""
