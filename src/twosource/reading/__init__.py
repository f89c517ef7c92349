"""In: a source. Out: `Report`s with furniture, outlet, title and publication day marked."""
