"""The store on disk: derived from the corpus, deletable."""
