"""`yuedu add`: official documents as new seeds, each with a `document.yml` in which what the text tells is proposed."""
