"""What a workshop's file calls itself; tools' sheets are kept in a file of the same kind."""

FORMAT = "mainstream.workshop"
FORMAT_VERSION = 1
MOST_CHARACTERS = 30_000_000  # of a file: 10,000 people's answers with notes are fewer
