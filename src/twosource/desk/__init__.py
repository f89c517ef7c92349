"""In: a store and what a person asks. Out: the store brought up to date: added to, watched, judged, told of."""
