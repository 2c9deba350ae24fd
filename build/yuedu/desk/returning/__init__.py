"""An outside translator's work, back as drafts."""
