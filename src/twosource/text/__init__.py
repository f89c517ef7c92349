"""In: strings. Out: strings and offsets. Pure functions, no model, no clock."""
