"""A facilitator's workshop: its file, its report, what can be exported of it."""
