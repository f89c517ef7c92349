"""In: a store. Out: a local web app over it."""
