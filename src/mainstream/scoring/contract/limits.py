"""The formats, limits and lists that both the page and Python know, each stated here alone."""

from typing import Final

RESPONSE_FORMAT: Final = "mainstream.response"
RESPONSE_VERSION: Final = 1
WORKSHOP_FORMAT: Final = "mainstream.workshop"
WORKSHOP_VERSION: Final = 1
TALLY_FORMAT: Final = "mainstream.tally"
TALLY_VERSION: Final = 1

MARKED: Final = "marked"
NOT_SURE: Final = "not-sure"
DOES_NOT_APPLY: Final = "does-not-apply"
UNANSWERED: Final = "unanswered"
# What an answer without a mark can say, as a file has it, and as counts name it.
STATES_WITHOUT_MARK: Final = (NOT_SURE, DOES_NOT_APPLY, UNANSWERED)
COUNTS_WITHOUT_MARK: Final = ("not_sure", "does_not_apply", "unanswered")

MOST_RESPONSE_CHARACTERS: Final = 1_000_000  # of one person's file
# Of a workshop's file or any that goes into one: 10,000 people's answers with notes are fewer.
MOST_WORKSHOP_CHARACTERS: Final = 30_000_000
MOST_QR_CHARACTERS: Final = 1_200  # about version 25: denser codes are hard to read from a screen

MOST_GROUPS_DRAWN: Final = 4  # in one diagram: more lines cannot be told apart
MOST_PRIORITIES: Final = 3  # a group that takes on more does not get round to it

# What a planned change says, in the order in which it is listed; all of it is text.
SHIFT_FIELDS: Final = (
    *("level", "from", "to", "why", "start", "stop", "first_step", "owner"),
    *("local", "regional", "national", "review_date"),
)

LAYOUTS: Final = ("wide", "narrow")  # of a diagram, for a page's width

# What became of answers that were brought in, in the order in which a page counts them.
VERDICTS: Final = (
    *("added", "completed", "replaced", "here", "update", "overlap"),
    *("empty", "problem", "nothing"),
)
