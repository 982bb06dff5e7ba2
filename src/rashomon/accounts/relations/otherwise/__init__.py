"""Otherwise: one happening of which two articles tell a cause, an hour, a place, an age or a size that cannot both be so."""
