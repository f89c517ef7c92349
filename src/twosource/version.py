"""In: nothing. Out: the version of the program and its rules; every dossier carries it."""

VERSION = "0.1.0"
