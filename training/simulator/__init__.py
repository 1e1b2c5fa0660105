"""A store simulator that keeps what is on the shelf apart from what the record says."""
