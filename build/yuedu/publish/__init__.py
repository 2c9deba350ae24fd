"""What is done while MkDocs builds a site, and to what it has built: other forms of its pages. Nothing else imports this package."""
