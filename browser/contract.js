// Written by `make contract` from mainstream.scoring.contract; change it there.

export const RESPONSE_FORMAT = "mainstream.response";
export const RESPONSE_VERSION = 1;
export const WORKSHOP_FORMAT = "mainstream.workshop";
export const WORKSHOP_VERSION = 1;
export const TALLY_FORMAT = "mainstream.tally";
export const TALLY_VERSION = 1;
export const MARKED = "marked";
export const NOT_SURE = "not-sure";
export const DOES_NOT_APPLY = "does-not-apply";
export const UNANSWERED = "unanswered";
export const STATES_WITHOUT_MARK = ["not-sure", "does-not-apply", "unanswered"];
export const COUNTS_WITHOUT_MARK = ["not_sure", "does_not_apply", "unanswered"];
export const MOST_RESPONSE_CHARACTERS = 1000000;
export const MOST_WORKSHOP_CHARACTERS = 30000000;
export const MOST_QR_CHARACTERS = 1200;
export const MOST_GROUPS_DRAWN = 4;
export const MOST_PRIORITIES = 3;
export const SHIFT_FIELDS = ["level", "from", "to", "why", "start", "stop", "first_step", "owner", "local", "regional", "national", "review_date"];
export const LAYOUTS = ["wide", "narrow"];
export const VERDICTS = ["added", "completed", "replaced", "here", "update", "overlap", "empty", "problem", "nothing"];
