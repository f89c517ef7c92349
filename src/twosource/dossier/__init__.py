"""In: a Dossier. Out: what a person or a program reads: terminal, JSON, HTML."""
