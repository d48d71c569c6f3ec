"""Knowledge in, pages out. Everything that a person looks at is made here."""
