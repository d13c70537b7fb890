"""Tables of answers: a form's export or our own, read and written."""
