// Written by `make contract` from mainstream.scoring.contract; change it there.

export declare const RESPONSE_FORMAT: "mainstream.response";
export declare const RESPONSE_VERSION: number;
export declare const WORKSHOP_FORMAT: "mainstream.workshop";
export declare const WORKSHOP_VERSION: number;
export declare const TALLY_FORMAT: "mainstream.tally";
export declare const TALLY_VERSION: number;
export declare const MARKED: "marked";
export declare const NOT_SURE: "not-sure";
export declare const DOES_NOT_APPLY: "does-not-apply";
export declare const UNANSWERED: "unanswered";
export declare const STATES_WITHOUT_MARK: readonly ["not-sure", "does-not-apply", "unanswered"];
export declare const COUNTS_WITHOUT_MARK: readonly ["not_sure", "does_not_apply", "unanswered"];
export declare const MOST_RESPONSE_CHARACTERS: number;
export declare const MOST_WORKSHOP_CHARACTERS: number;
export declare const MOST_QR_CHARACTERS: number;
export declare const MOST_GROUPS_DRAWN: number;
export declare const MOST_PRIORITIES: number;
export declare const SHIFT_FIELDS: readonly ["level", "from", "to", "why", "start", "stop", "first_step", "owner", "local", "regional", "national", "review_date"];
export declare const LAYOUTS: readonly ["wide", "narrow"];
export declare const VERDICTS: readonly ["added", "completed", "replaced", "here", "update", "overlap", "empty", "problem", "nothing"];

export type State = "marked" | "not-sure" | "does-not-apply" | "unanswered";

export type Values = Record<string, string | number>;

/** Why something was refused: a key into the words' `problem` area, and what fills its gaps. */
export interface Problem {
  key: string;
  values: Record<string, string | number>;
}

/** Something to know about what was read; the fields are those of a problem. */
export interface Notice {
  key: string;
  values: Record<string, string | number>;
}

/** Something with a title to choose it by: a level, a point of view, a choice. */
export interface Titled {
  id: string;
  title: string;
}

/** Marks run from 1 to `points`; `labels` are their words, lowest first. */
export interface Scale {
  points: number;
  labels: string[];
}

/** How many people there must be for anything to be shown, for all of it, and in a group. */
export interface SmallGroups {
  least: number;
  freely: number;
  split_out: number;
}

/** A version's own colours of drawings that are saved, such as `#1b4f7c`; empty for none. */
export interface Colours {
  accent: string;
  levels: string[];
}

/** A sentence to weigh before giving an enabler its mark. */
export interface Statement {
  id: string;
  text: string;
}

/** An example of a change, from one way of working to another. */
export interface ShiftExample {
  from: string;
  to: string;
}

/** A tool on a case study's page; `id` is the case study's. */
export interface ToolLink {
  id: string;
  title: string;
  url: string;
}

/** A case study's page; `place` is empty for one tied to no place. */
export interface CaseStudyLink {
  id: string;
  title: string;
  place: string;
  url: string;
}

/** One axis of the diagram; `level` is a level's id, `url` is relative to the scoring page. */
export interface Enabler {
  id: string;
  number: number;
  title: string;
  short_title: string;
  level: string;
  url: string;
  statements: Statement[];
  questions: string[];
  shifts: ShiftExample[];
  case_studies: CaseStudyLink[];
  tools: ToolLink[];
}

/** A framework, as the pages have it embedded; enablers stand in the order of the diagram. */
export interface Framework {
  id: string;
  version: string;
  title: string;
  scale: Scale;
  points_of_view: Titled[];
  levels: Titled[];
  enablers: Enabler[];
  retired: Record<string, string>;
  small_groups: SmallGroups;
  colours?: Colours;
}

/** What a file says of the framework that it belongs to; `points` are those of its scale. */
export interface FrameworkNamed {
  id: string;
  version: string;
  points?: number;
}

/** What a person said of one enabler: a mark, or else a state; and perhaps a note. */
export interface Answer {
  mark?: number;
  state?: State;
  note?: string;
}

/**
 * One person's answers within a workshop, which names the framework; a date is a day or null.
 *
 * `tag` tells two people's equal answers from one person's given twice.
 */
export interface Person {
  framework?: FrameworkNamed;
  point_of_view: string | null;
  group?: string;
  date: string | null;
  tag?: number;
  answers: Record<string, Answer>;
}

/** One person's answers as a file of their own. Fields that we do not know are kept too. */
export interface Response {
  format: string;
  format_version: number;
  framework: FrameworkNamed;
  point_of_view: string | null;
  group?: string;
  date: string | null;
  tag?: number;
  answers: Record<string, Answer>;
}

/**
 * How answers to another framework or version fit this one; enablers by id, in order.
 *
 * `points` is their scale where it is another one; then nothing is comparable.
 */
export interface Match {
  id: string;
  version: string;
  comparable: string[];
  only_there: string[];
  only_here: string[];
  points: number | null;
}

/** A diagram as SVG markup, for a wide and for a narrow page. */
export interface Radars {
  wide: string;
  narrow: string;
}

/** How many enablers have a mark, or each of the states, of how many. */
export interface StateCounts {
  marked: number;
  not_sure: number;
  does_not_apply: number;
  unanswered: number;
  total: number;
}

/** One enabler in a person's result; `label` is the answer in words. */
export interface ResultRow {
  enabler: string;
  number: number;
  title: string;
  url: string;
  level: string;
  state: State;
  mark: number | null;
  label: string;
  note: string;
}

/** One level in a person's result; `rows` are its enablers' ids. */
export interface ResultLevel {
  id: string;
  title: string;
  rows: string[];
  counts: StateCounts;
}

/** An enabler without a mark. */
export interface NotScored {
  enabler: string;
  state: State;
}

/** Where to start: an enabler, with a question to ask, a shift to look at, and further pages. */
export interface Suggestion {
  enabler: string;
  title: string;
  url: string;
  state: State;
  mark: number | null;
  question: string | null;
  shift: ShiftExample | null;
  case_studies: CaseStudyLink[];
  tools: ToolLink[];
}

/**
 * What one person's answers show; `stands_out` and `less_present` are enablers' ids.
 *
 * The totals say how many enablers share that mark, also where not all of them are named.
 * `all_equal`: two marks or more, and all the same. `too_few`: fewer marks than can be compared.
 */
export interface Summary {
  rows: ResultRow[];
  levels: ResultLevel[];
  counts: StateCounts;
  stands_out: string[];
  stands_out_total: number;
  less_present: string[];
  less_present_total: number;
  all_equal: boolean;
  too_few: boolean;
  not_scored: NotScored[];
  suggestions: Suggestion[];
}

/** A person's result: everything of the summary, and the diagram. */
export interface Result {
  rows: ResultRow[];
  levels: ResultLevel[];
  counts: StateCounts;
  stands_out: string[];
  stands_out_total: number;
  less_present: string[];
  less_present_total: number;
  all_equal: boolean;
  too_few: boolean;
  not_scored: NotScored[];
  suggestions: Suggestion[];
  radar: Radars;
}

/** A file to save. */
export interface TextFile {
  filename: string;
  media_type: string;
  text: string;
}

export type Row = Record<string, string>;

export type Tone = "ready" | "ask" | "pause" | "open";

/** Something with a title and a question about it. */
export interface Question {
  id: string;
  title: string;
  question: string;
}

/** A rule: what a "no" asks for, whose role settles a "not sure", what to keep of a "yes". */
export interface Rule {
  id: string;
  title: string;
  question: string;
  if_no: string;
  ask: string;
  write_down: string;
}

/** A step; `options` lists ways to go, `decision` chooses one of them. */
export interface Stage {
  id: string;
  title: string;
  prompt: string;
  part: "notes" | "options" | "decision";
}

/** The headings of a log's columns. */
export interface LogLabels {
  what: string;
  count: string;
  effect: string;
  leads_to: string;
  decider: string;
}

/** How an item may stand; `done` where nothing is left to do. */
export interface ItemState {
  id: string;
  title: string;
  done: boolean;
}

/** An item of a checklist, or a rung of a ladder; `next` says what to do about it. */
export interface NextStep {
  id: string;
  title: string;
  question: string;
  next: string;
}

/** Something to write; `lead` opens it on the finished page in place of the label. */
export interface TextField {
  id: string;
  label: string;
  hint: string | null;
  lead: string | null;
  optional: boolean;
  choices: Titled[];
}

/** A column of a register: text, a whole number, or one of its choices. */
export interface RegisterColumn {
  id: string;
  label: string;
  hint: string | null;
  choices: Titled[];
  number: boolean;
}

/** A remark on each row whose columns hold the choices of `when` and are empty in `empty`. */
export interface Check {
  when: Record<string, string[]>;
  empty: string[];
  say: string;
}

/** Numbers of one column added up, against what there is. */
export interface Limit {
  column: string;
  label: string;
  over: string;
}

/** Two columns of numbers held against each other. */
export interface Difference {
  have: string;
  want: string;
  short: string;
}

/** What every section of a tool has; one that is alone needs no title. */
export interface SectionBase {
  id: string;
  title: string | null;
  hint: string | null;
}

/** An action put to every rule. */
export interface RulesSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "rules";
  rules: Rule[];
}

/** Proposals seen through the same elements. */
export interface LensSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "lens";
  elements: Question[];
}

/** Steps in order; `always` is an option that is always on the list. */
export interface StagesSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "stages";
  stages: Stage[];
  always: string | null;
}

/** Rows counted and ranked; `effects` from the slightest to the gravest. */
export interface LogSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "log";
  row: string;
  labels: LogLabels;
  effects: Titled[];
  deciders: Titled[];
}

/** Items, each in one of the states. */
export interface ChecklistSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "checklist";
  states: ItemState[];
  note: string;
  some_left: string | null;
  none_left: string | null;
  items: NextStep[];
}

/** Fields assembled into a page. */
export interface BuilderSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "builder";
  fields: TextField[];
}

/** Rungs in order; `climb` says which answer leads on to the next. */
export interface LadderSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "ladder";
  climb: "when-yes" | "when-no";
  rungs: NextStep[];
  fields: TextField[];
  top: string;
}

/** The same questions from two sides; `together` is written jointly. */
export interface TwoViewsSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "two-views";
  sides: Titled[];
  questions: Question[];
  answers: Titled[];
  together: TextField[];
}

/** Rows of the tool's own columns; `group_by` is a column of choices. */
export interface RegisterSection {
  id: string;
  title: string | null;
  hint: string | null;
  kind: "register";
  row: string;
  columns: RegisterColumn[];
  starts_with: (Record<string, string>)[];
  group_by: string | null;
  none_in_group: string | null;
  checks: Check[];
  limit: Limit | null;
  difference: Difference | null;
}

export type Section = RulesSection | LensSection | StagesSection | LogSection | ChecklistSection | BuilderSection | LadderSection | TwoViewsSection | RegisterSection;

/** A tool as its page declares it; `id` is the case study's, `questions` are for talking. */
export interface Tool {
  id: string;
  title: string;
  is_not: string;
  about: string;
  sections: Section[];
  questions: string[];
}

/**
 * One filled-in worksheet of the tool `tool`.
 *
 * `fields` are texts by their place, `section.item.field`; `rows` are lists by section. `date` is
 * a day such as 2026-11-23, or empty.
 */
export interface Sheet {
  id: string;
  tool: string;
  title: string;
  date: string;
  fields: Record<string, string>;
  rows: Record<string, (Record<string, string>)[]>;
}

/** A section's own title. */
export interface Heading {
  type: "heading";
  title: string;
}

/** What a section has made; `section` is its id. */
export interface OfSection {
  section: string;
}

/** Where things stand; `on_paper` is false where that is of no use in print. */
export interface VerdictPart {
  type: "verdict";
  tone: Tone;
  title: string;
  text: string;
  on_paper: boolean;
}

/** A point of a list, with a further text or none. */
export interface Point {
  text: string;
  more: string;
}

/** A list under a title. */
export interface PointsPart {
  type: "points";
  title: string;
  items: Point[];
}

/** A table; the first cell of a row names it, `numbers` are the places of columns of numbers. */
export interface TablePart {
  type: "table";
  title: string;
  columns: string[];
  rows: string[][];
  numbers: number[];
}

/** A text under its heading. */
export interface Passage {
  title: string;
  text: string;
}

/** Texts under their headings. */
export interface PassagesPart {
  type: "passages";
  title: string;
  items: Passage[];
}

/** A picture, as SVG markup. */
export interface DrawingPart {
  type: "drawing";
  svg: string;
}

/** Rows that seem to say the same, by their places from 0. */
export interface RowsAlike {
  text: string;
  rows: number[];
}

/** Groups of rows that seem to say the same, to be made one. */
export interface SamePart {
  type: "same";
  title: string;
  text: string;
  button: string;
  groups: RowsAlike[];
}

/** A section's verdict. */
export interface VerdictBlock {
  type: "verdict";
  tone: Tone;
  title: string;
  text: string;
  on_paper: boolean;
  section: string;
}

/** A section's list. */
export interface PointsBlock {
  type: "points";
  title: string;
  items: Point[];
  section: string;
}

/** A section's table. */
export interface TableBlock {
  type: "table";
  title: string;
  columns: string[];
  rows: string[][];
  numbers: number[];
  section: string;
}

/** A section's texts. */
export interface PassagesBlock {
  type: "passages";
  title: string;
  items: Passage[];
  section: string;
}

/** A section's picture. */
export interface DrawingBlock {
  type: "drawing";
  svg: string;
  section: string;
}

/** A section's rows that seem to say the same. */
export interface SameBlock {
  type: "same";
  title: string;
  text: string;
  button: string;
  groups: RowsAlike[];
  section: string;
}

export type Part = VerdictPart | PointsPart | TablePart | PassagesPart | DrawingPart | SamePart;

export type Block = Heading | VerdictBlock | PointsBlock | TableBlock | PassagesBlock | DrawingBlock | SameBlock;

/** A sheet's result: the page in blocks, and the same as plain text. */
export interface FinishedPage {
  blocks: Block[];
  text: string;
}

/** A section's rows as they are now. */
export interface Rows {
  rows: (Record<string, string>)[];
}

/** The rows with those of a table behind them, how many those are, and what was left out. */
export interface RowsRead {
  rows: (Record<string, string>)[];
  added: number;
  notices: Notice[];
}

/** The sheets that were here and those of a file, how many are new, and what there is to say. */
export interface SheetsRead {
  sheets: Sheet[];
  added: number;
  notices: Notice[];
}

export type Showing = "nothing" | "ask" | "all";

export type SpreadWord = "close" | "split" | "mostly-agree" | "spread";

export type VerdictName = "added" | "completed" | "replaced" | "here" | "update" | "overlap" | "empty" | "problem" | "nothing";

export type GatheredFrom = "answers" | "table" | "workshop" | "tally";

export type OfferChoice = "replace" | "both";

export type SplitBy = "group" | "point-of-view";

export type NotesShown = "none" | "few" | "changing" | "hidden" | "shown";

export type HiddenWhy = "few-in" | "few-outside" | "remainder" | "shown-before";

export type VerdictPlace = "line" | "row" | "file";

export type ColumnRole = "mark" | "statement" | "note" | "group" | "point-of-view" | "date" | "tag" | "person" | "question" | "answer" | "count" | "ignore" | "personal";

export type ColumnRemark = "doubled" | "damaged";

export type TableLayout = "people" | "one-person" | "turned" | "long" | "counts" | "codes";

export type LeaveOutReason = "heading" | "total" | "hidden";

export type StateWithoutMark = "not-sure" | "does-not-apply" | "unanswered";

export type ScaleWay = "as-it-is" | "shift" | "reverse" | "stretch";

/** How many people raised a hand for each answer; `marks` from the lowest to the highest. */
export interface Hands {
  marks: number[];
  not_sure: number;
  does_not_apply: number;
}

/** How many people gave each answer to one enabler, or none. */
export interface Counts {
  marks: number[];
  not_sure: number;
  does_not_apply: number;
  unanswered: number;
}

/** How many people there are, and what they said of each enabler, by its id. */
export interface Tally {
  people: number;
  counts: Record<string, Counts>;
}

/**
 * Where people came from who are counted here: a workshop, a tally or a table of people.
 *
 * `people` are how many it held, `new` how many of them were new. `counts` tell equal counts from
 * others. `id` is empty for a table.
 */
export interface Source {
  id: string;
  people: number;
  new: number;
  counts: string;
}

/**
 * Answers that came as counts: hands in a room, or another workshop's tally.
 *
 * `merged` are the sources of the people in the counts, where there are others than `id`.
 */
export interface Counted {
  people: number;
  counts: Record<string, Counts>;
  id: string;
  title: string;
  date: string;
  group: string;
  point_of_view?: string;
  merged?: Source[];
}

/** The counts of an earlier date, to look at next to these. */
export interface Earlier {
  people: number;
  counts: Record<string, Counts>;
  title: string;
  date: string;
}

/** A tally as a file to send upward; `merged` as for `Counted`. */
export interface TallyFile {
  people: number;
  counts: Record<string, Counts>;
  format: string;
  format_version: number;
  framework: FrameworkNamed;
  id: string;
  title: string;
  date: string;
  point_of_view: string;
  merged?: Source[];
}

/** A change that the group plans, in its own words; a field that is missing is empty. */
export interface Shift {
  level?: string;
  from?: string;
  to?: string;
  why?: string;
  start?: string;
  stop?: string;
  first_step?: string;
  owner?: string;
  local?: string;
  regional?: string;
  national?: string;
  review_date?: string;
}

/** An enabler that the group chose to work on, with its shifts. */
export interface Priority {
  enabler: string;
  shifts: Shift[];
}

/**
 * Everything of one workshop; `own` is the facilitator's view, which is in no count.
 *
 * `votes` are counts by an enabler's id. `invited` says how many people were, and `reply_to` is
 * the address that they send their answers to. `merged` are where people came from, missing where
 * there is nothing to say. Fields that we do not know are kept too.
 */
export interface Workshop {
  format: string;
  format_version: number;
  framework: FrameworkNamed;
  id: string;
  title: string;
  date: string;
  purpose: string;
  point_of_view: string;
  groups: string[];
  invited?: number;
  reply_to?: string;
  people: Person[];
  counted: Counted[];
  own: Person | null;
  consent: boolean;
  votes: Record<string, number>;
  priorities: Priority[];
  earlier: Earlier | null;
  merged?: Source[];
}

/** A workshop with the sheets of case studies' tools, as its file has it. */
export interface WholeWorkshop {
  format: string;
  format_version: number;
  framework: FrameworkNamed;
  id: string;
  title: string;
  date: string;
  purpose: string;
  point_of_view: string;
  groups: string[];
  invited?: number;
  reply_to?: string;
  people: Person[];
  counted: Counted[];
  own: Person | null;
  consent: boolean;
  votes: Record<string, number>;
  priorities: Priority[];
  earlier: Earlier | null;
  merged?: Source[];
  tool_records: Sheet[];
}

/**
 * What came that may be somebody's who is here: `number` in the list of people, from 1.
 *
 * `choices` are what a person may decide: that it takes the other's place, or that both are
 * different people.
 */
export interface Offer {
  number: number;
  here: Person;
  came: Person;
  choices: OfferChoice[];
}

/**
 * What became of one line, row or entry of what was brought in; `number` counts from 1.
 *
 * `shown` is the code or the beginning of the link, or empty. A find in several lines, such as a
 * link that mail has broken, ends in `last_line`. An `update` counts nobody until its `offer` is
 * settled; others with an offer were taken for somebody's who is here. `overlap` are counts that
 * hold some of the people who are here, and are not added. `point_of_view` is the title of the one
 * that was answered for, where it is another than planned.
 */
export interface Verdict {
  where: VerdictPlace;
  number: number;
  last_line?: number;
  shown: string;
  verdict: VerdictName;
  problem?: Problem;
  offer?: Offer;
  point_of_view?: string;
}

/** What a person decided about an offer; to leave all as it is needs no request. */
export interface Settled {
  here: Person;
  came: Person;
  choice: OfferChoice;
}

/**
 * How many answered for a point of view; `id` and `title` are empty for those who named none.
 *
 * Those who are only counted are of the view that their workshop planned.
 */
export interface ViewCount {
  id: string;
  title: string;
  people: number;
  planned: boolean;
}

/**
 * The workshop after answers were brought in.
 *
 * `verdicts` are those that say more than "added"; `counts` says how many people there are of
 * each. `title` is that of a workshop or of a tally. `points_of_view` are those of everyone who is
 * here now; empty where all answered for the one that was planned, or alike. `lines_without` are
 * the numbers of the lines of a text, from 1, that hold words and no code.
 */
export interface Gathered {
  workshop: WholeWorkshop;
  changed: boolean;
  source: GatheredFrom;
  title: string;
  verdicts: Verdict[];
  counts: Record<string, number>;
  notices: Notice[];
  points_of_view: ViewCount[];
  lines_without?: number[];
}

/** A cell's text is a mark on the scale. */
export interface ReadAsMark {
  mark: number;
}

/** A cell's text is an answer without a mark; `unanswered` leaves it out. */
export interface ReadAsState {
  state: StateWithoutMark;
}

export type CellReading = ReadAsMark | ReadAsState;

export type ReadAs = Record<string, CellReading>;

/**
 * A column of a table, its `number` from 1, and what it holds.
 *
 * `letter` names it in the file: where the table lies on its side, it is the row's number. `sure`
 * is false where a person should look twice. `samples` are some cells, of a column that holds
 * answers or may hold them. `reading` is what a column of the role `count` counts.
 *
 * A `doubled` column holds the same as another one: whichever is filled is read. A `damaged` one
 * has an enabler's heading, and dates where its answers should be.
 */
export interface Column {
  number: number;
  letter: string;
  heading: string;
  role: ColumnRole;
  enabler: string | null;
  statement: string | null;
  sure: boolean;
  samples: string[];
  reading?: CellReading;
  remark?: ColumnRemark;
}

/**
 * How to read a table: its layout, the number of its heading row from 1, its columns.
 *
 * The layout `people` has a row for each person, `turned` a column, and `long` a row for each
 * person and question: columns of the roles `person`, `question` and `answer`. `counts` has a row
 * for each enabler and columns of the role `count`. `codes` has a code or link in each row. The
 * heading row is 0 where there is none.
 */
export interface ColumnMapping {
  layout: TableLayout;
  header_row: number;
  columns: Column[];
}

/**
 * A text in columns of answers that is not on the scale, and in how many cells it stands.
 *
 * `proposal` is null where nothing can be proposed. One that is not `sure` needs a person's word:
 * without it, the cells count as unanswered.
 */
export interface CellValue {
  text: string;
  count: number;
  proposal: ReadAsMark | ReadAsState | null;
  sure: boolean;
}

/** A way to read the numbers of another scale; `read_as` holds every number in the table. */
export interface ScaleChoice {
  way: ScaleWay;
  read_as: Record<string, CellReading>;
}

/**
 * Numbers that seem to be of another scale: the lowest and the highest, and how to read them.
 *
 * `proposal` is the likely one of the `choices`, or null.
 */
export interface OtherScale {
  found: number[];
  proposal: ScaleWay | null;
  choices: ScaleChoice[];
}

/** A row that is left out unless it is among `keep_rows`; `row` counts from 1 in its sheet. */
export interface RowLeftOut {
  row: number;
  reason: LeaveOutReason;
  sheet: string;
}

/** A row to read although it was to be left out. */
export interface RowKept {
  row: number;
  sheet: string;
}

/** A sheet of a workbook with people's answers; whether it is proposed to be read. */
export interface SheetFound {
  name: string;
  people: number;
  chosen: boolean;
}

/** A table of counts: how many people there are, and the enablers that have fewer. */
export interface CountsFound {
  people: number;
  fewer: string[];
}

/**
 * How a table may have to be read, for a person to confirm; `rows` are its people.
 *
 * `shape` stays the same for tables with the same headings: a page keeps `{mapping, read_as}` by
 * it, and `remembered` says that they were proposed. `in_order` are the columns with the
 * framework's enablers or statements in order, where there are as many that may hold answers.
 * `sheets` are given where more than one has people. `counts` is null for other layouts.
 */
export interface ProposedMapping {
  layout: TableLayout;
  header_row: number;
  columns: Column[];
  rows: number;
  shape: string;
  remembered: boolean;
  values: CellValue[];
  scale: OtherScale | null;
  left_out: RowLeftOut[];
  sheets: SheetFound[];
  in_order: Column[] | null;
  counts: CountsFound | null;
}

/** How a table of one shape was read before. */
export interface Remembered {
  mapping: ColumnMapping;
  read_as: Record<string, CellReading>;
}

/** A table whose columns have to be confirmed before it is read, with `gather-table`. */
export interface TableToConfirm {
  table: ProposedMapping;
}

/**
 * A workshop made of a file's and of the one that was here.
 *
 * `counts` say how many people of the file were new, known and so on, as of `Gathered`; so do
 * `verdicts`. Both are empty where the file took the place of what was here.
 */
export interface WorkshopRead {
  workshop: WholeWorkshop;
  notices: Notice[];
  counts: Record<string, number>;
  verdicts: Verdict[];
}

/** One enabler's figures; null where there is no mark. `word` says how far the marks agree. */
export interface Figures {
  enabler: string;
  number: number;
  title: string;
  short_title: string;
  level: string;
  url: string;
  counts: Counts;
  marked: number;
  median: number | null;
  median_text: string;
  lower_quartile: number | null;
  upper_quartile: number | null;
  lowest: number | null;
  highest: number | null;
  word: SpreadWord | null;
  agreement: number | null;
}

/** The figures of every enabler; `talking_order` are ids. */
export interface ComparisonFigures {
  people: number;
  rows: Figures[];
  talking_order: string[];
}

/**
 * An enabler in a comparison, with its dot plot as SVG markup.
 *
 * `tools` are given where the group sees little of the enabler, or does not see it alike.
 * `notes` are what people noted, where that was asked for and may be shown, in an order that says
 * nothing of them.
 */
export interface ComparisonRow {
  enabler: string;
  number: number;
  title: string;
  short_title: string;
  level: string;
  url: string;
  counts: Counts;
  marked: number;
  median: number | null;
  median_text: string;
  lower_quartile: number | null;
  upper_quartile: number | null;
  lowest: number | null;
  highest: number | null;
  word: SpreadWord | null;
  agreement: number | null;
  plot: string;
  tools: ToolLink[];
  notes?: string[];
}

/** An enabler's figures in short; without `counts` where those could reveal a person. */
export interface Brief {
  median_text: string;
  word: SpreadWord | null;
  marked: number;
  counts?: Counts;
}

/**
 * The groups that may be shown, side by side; `rows` by an enabler's id.
 *
 * `people` are their sizes, `hidden` the names of those not shown on their own; `why` by such a
 * name: too few in it, too few outside it, too few left over next to those shown, or a difference
 * from what was shown before that says too much of a few. `everyone` by an enabler's id stands
 * next to the groups where they are not all of them.
 */
export interface Groups {
  names: string[];
  people: number[];
  hidden: string[];
  why: Record<string, HiddenWhy>;
  rows: Record<string, Brief[]>;
  everyone: Record<string, Brief> | null;
}

/**
 * The groups, with a diagram of the first few where there are any.
 *
 * `by` is what they are; by points of view they are named by their titles.
 */
export interface GroupsDrawn {
  names: string[];
  people: number[];
  hidden: string[];
  why: Record<string, HiddenWhy>;
  rows: Record<string, Brief[]>;
  everyone: Record<string, Brief> | null;
  by: SplitBy;
  radar: Radars | null;
}

/** The counts that were shown last, and those of each group shown, by what they are. */
export interface PictureShown {
  people: number;
  counts: Record<string, Counts>;
  groups: Record<string, Record<string, Tally>>;
}

/**
 * People whom no picture tells apart: how many stand behind each key.
 *
 * Whether they are in the picture that was shown last is `inside`.
 */
export interface SetApart {
  inside: boolean;
  people: Record<string, number>;
}

/**
 * What has been shown of a workshop since its page was opened, for the page to keep.
 *
 * The page hands it back as it is with each request that shows something, and takes the newer one
 * from the answer. `id` is the workshop's. `apart` are sets of people that pictures tell apart.
 * `content` are the keys of those who were content to be shown.
 */
export interface Shown {
  id: string;
  apart: SetApart[];
  content: string[];
  picture: PictureShown;
}

/**
 * Who is not in the picture yet, or is still in it: too few for a new one to hide them.
 *
 * The picture stays as it was shown before until `least` have joined, or everyone is content.
 */
export interface Waiting {
  joined: number;
  left: number;
  least: number;
}

/** The earlier date next to this one; `whole` is false where counts could reveal a person. */
export interface EarlierBrief {
  people: number;
  title: string;
  date: string;
  whole: boolean;
  rows: Record<string, Brief>;
}

/** A comparison of too few people to be shown, or not before they agree. */
export interface NotShown {
  people: number;
  showing: "nothing" | "ask";
  least: number;
}

/**
 * A comparison that may be shown; `own` is the facilitator's view in words, if asked for.
 *
 * `people` are those in the picture. `points_of_view` as of `Gathered`. `noted` are how many
 * people sent notes: `notes` says whether there are none, too few people's, none while somebody
 * has left the picture, or whether they are hidden until asked for, or shown. `shown` is for the
 * page to keep and to hand back.
 */
export interface Comparison {
  people: number;
  showing: "all";
  least: number;
  freely: number;
  rows: ComparisonRow[];
  talking_order: string[];
  radar: Radars;
  plan_radar: string;
  groups: GroupsDrawn | null;
  own: Record<string, string> | null;
  earlier: EarlierBrief | null;
  points_of_view: ViewCount[];
  noted: number;
  notes: NotesShown;
  waiting: Waiting | null;
  shown: Shown | null;
}

export type ReadAs = Record<string, CellReading>;

export type SplitBy = "group" | "point-of-view";

export type WordTexts = Record<string, string | Record<string, string>>;

/** Opens with a framework; `words` are the areas that the door needs, in one. */
export interface OpenFramework {
  framework: Framework;
  words: Record<string, string | Record<string, string>>;
}

/** The framework that was opened. */
export interface OpenedFramework {
  id: string;
  version: string;
}

/** One person's answers. */
export interface OneResponse {
  response: Response;
}

/** One person's answers to hand over; `address` is the page that a link to them opens. */
export interface ShareResponse {
  response: Response;
  address?: string;
}

/**
 * How to hand answers over; `code` is null for a framework too long for one.
 *
 * `notes_left_out` says that there are notes, which the code does not hold. A page that keeps the
 * `tag` with the answers gets the same code for them again. `message` is there where the request
 * gave an address: the link and the code, on two lines.
 */
export interface Shared {
  code: string | null;
  fragment: string;
  notes_left_out: boolean;
  tag: number;
  message?: string;
}

/** One person's answers, to be made a file of that kind. */
export interface ResponseExport {
  response: Response;
  kind: "json" | "csv" | "svg";
}

/** What a person pasted, or what a file holds. */
export interface TextToRead {
  text: string;
}

/**
 * Answers that were read.
 *
 * `match` is null for answers to this framework and version; for others it is how they fit, and
 * the response holds only what fits.
 */
export interface Reading {
  response: Response;
  notices: Notice[];
  match: Match | null;
}

/**
 * Answers to bring in: pasted, or a file's where `name` is given.
 *
 * `group` is for answers that name none. `remembered` are readings of tables by their `shape`.
 */
export interface GatherText {
  workshop: Workshop;
  text: string;
  name?: string;
  group?: string;
  remembered?: Record<string, Remembered>;
}

/**
 * The table that waits, to be read as a person confirmed.
 *
 * `read_as` goes before what was proposed for the values; a proposal that is sure holds for those
 * that it does not name. `keep_rows` are rows that were to be left out. `sheets` are the names of
 * those to read, where there are several.
 */
export interface GatherTable {
  workshop: Workshop;
  mapping: ColumnMapping;
  read_as?: Record<string, CellReading>;
  keep_rows?: RowKept[];
  sheets?: string[];
  group?: string;
}

/** A workbook to bring in, its bytes as base64. */
export interface GatherWorkbook {
  workshop: Workshop;
  base64: string;
  name?: string;
  group?: string;
  remembered?: Record<string, Remembered>;
}

/** What a person decided about answers that may be somebody's who is here. */
export interface SettleOffers {
  workshop: Workshop;
  settled: Settled[];
}

/** A show of hands in a room, by an enabler's id. */
export interface CountHands {
  hands: Record<string, Hands>;
}

/**
 * A workshop to compare; with the facilitator's own view in words where `own` is true.
 *
 * `by` says what to set side by side, groups if missing. With `notes`, what people noted is shown
 * too. `shown` is what the page was last told that it has shown.
 */
export interface CompareWorkshop {
  workshop: Workshop;
  own?: boolean;
  by?: SplitBy;
  notes?: boolean;
  shown?: Shown;
}

/**
 * A workshop, to be made a file; `plot` draws one enabler, by its id.
 *
 * `by` and `shown` as for a comparison: a file shows nothing that the screen may not.
 */
export interface WorkshopExport {
  workshop: Workshop;
  kind: "json" | "csv" | "people" | "text" | "tally" | "svg" | "plot" | "groups";
  enabler?: string;
  by?: SplitBy;
  shown?: Shown;
}

/** A file to save; `shown` for the page to keep, where the file shows counts. */
export interface WorkshopFile {
  filename: string;
  media_type: string;
  text: string;
  shown?: Shown;
}

/** A workshop, to be made a workbook; `shown` as for a comparison. */
export interface WorkbookExport {
  workshop: Workshop;
  kind: "xlsx" | "people-xlsx";
  shown?: Shown;
}

/** A file to save, its bytes as base64; `shown` as for `WorkshopFile`. */
export interface BinaryFile {
  filename: string;
  media_type: string;
  base64: string;
  shown?: Shown;
}

/** The workshop that is here, and a file's text. */
export interface WorkshopAndText {
  workshop: WholeWorkshop;
  text: string;
}

/** The counts of an earlier workshop's or tally's file; `match` as for answers. */
export interface EarlierRead {
  earlier: Earlier;
  match: Match | null;
}

/** Opens with a tool, or with none: then only files are read. */
export interface OpenTool {
  tool: Tool | null;
  words: Record<string, string | Record<string, string>>;
}

/** An answer without content. */
export interface Nothing {
}

/** A sheet to work out. */
export interface OneSheet {
  sheet: Sheet;
}

/** A section of a sheet, by its id. */
export interface SectionOfSheet {
  sheet: Sheet;
  section: string;
}

/** Rows of a log, by their places from 0, to be made one. */
export interface MergeRows {
  sheet: Sheet;
  section: string;
  rows: number[];
}

/** A log to be sorted. */
export interface SortRows {
  sheet: Sheet;
  section: string;
  by: "count" | "effect";
}

/** A table's text, whose rows are to be added. */
export interface ImportRows {
  sheet: Sheet;
  section: string;
  text: string;
}

/** A file's text, the sheets that are here, and the ids of the tools that the site has. */
export interface ReadSheets {
  text: string;
  sheets: Sheet[];
  tools: string[];
}

/** A link to draw, and what the drawing is called. */
export interface QrText {
  text: string;
  title: string;
}

/** A QR code as SVG markup. */
export interface QrDrawing {
  svg: string;
}

/** Each door's actions, with what each takes and gives. */
export interface Actions {
  person: {
    "open": { request: OpenFramework; answer: OpenedFramework };
    "result": { request: OneResponse; answer: Result };
    "share": { request: ShareResponse; answer: Shared };
    "export": { request: ResponseExport; answer: TextFile };
    "read": { request: TextToRead; answer: Reading };
  };
  workshop: {
    "open": { request: OpenFramework; answer: OpenedFramework };
    "read": { request: TextToRead; answer: Reading };
    "gather": { request: GatherText; answer: Gathered | TableToConfirm };
    "gather-table": { request: GatherTable; answer: Gathered };
    "settle": { request: SettleOffers; answer: Gathered };
    "count-hands": { request: CountHands; answer: Tally };
    "compare": { request: CompareWorkshop; answer: Comparison | NotShown };
    "export": { request: WorkshopExport; answer: WorkshopFile };
    "open-workshop": { request: WorkshopAndText; answer: WorkshopRead };
    "merge": { request: WorkshopAndText; answer: WorkshopRead };
    "read-earlier": { request: TextToRead; answer: EarlierRead };
  };
  tools: {
    "open": { request: OpenTool; answer: Nothing };
    "result": { request: OneSheet; answer: FinishedPage };
    "merge-rows": { request: MergeRows; answer: Rows };
    "sort-rows": { request: SortRows; answer: Rows };
    "export-rows": { request: SectionOfSheet; answer: TextFile };
    "import-rows": { request: ImportRows; answer: RowsRead };
    "read": { request: ReadSheets; answer: SheetsRead };
  };
  spreadsheet: {
    "gather": { request: GatherWorkbook; answer: Gathered | TableToConfirm };
    "export": { request: WorkbookExport; answer: BinaryFile };
  };
  qr: {
    "qr": { request: QrText; answer: QrDrawing };
  };
}

export type Door = keyof Actions;
export type Action<D extends Door> = keyof Actions[D] & string;
export type RequestOf<D extends Door, A extends Action<D>> = Actions[D][A] extends { request: infer P } ? P : never;
export type AnswerOf<D extends Door, A extends Action<D>> = Actions[D][A] extends { answer: infer P } ? P : never;
