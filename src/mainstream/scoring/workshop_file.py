"""What a workshop's file calls itself; tools' sheets are kept in a file of the same kind."""

FORMAT = "mainstream.workshop"
FORMAT_VERSION = 1
