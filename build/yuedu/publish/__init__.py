"""What is done to a site that MkDocs has built: other forms of its pages. Nothing else imports this package."""
