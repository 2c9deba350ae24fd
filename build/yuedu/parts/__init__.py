"""Data in parts: what is published of one document beside its pages, and the whole joined from the parts."""
