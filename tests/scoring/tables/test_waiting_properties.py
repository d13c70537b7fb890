"""Whatever a form is like: as many people come out as went in, with their own marks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.problem import ScoringProblem
from mainstream.scoring.tables.waiting import Decision, Sheet, WaitingTables
from tests.scoring.examples import IMPORT_WORDS, framework_data

LABELS = ["Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree"]
FAMILIES: Sequence[Sequence[str]] = (
    ["1", "2", "3", "4", "5"],
    LABELS,
    ["strongly disagree", "Tend to disagree", "Neutral", "tend to agree", "Completely agree"],
    ["Stimme gar nicht zu", "Stimme nicht zu", "Weder noch", "Stimme zu", "Stimme voll zu"],
    [f"{n} – {label}" for n, label in enumerate(LABELS, 1)],
    [f"{label} [A{n}]" for n, label in enumerate(LABELS, 1)],
    [f"{n} = {label}" for n, label in enumerate(LABELS)],
    ["★☆☆☆☆", "★★☆☆☆", "★★★☆☆", "★★★★☆", "★★★★★"],
    ["A1", "A2", "A3", "A4", "A5"],
    ["never", "rarely", "sometimes", "often", "always"],
    ["0", "1", "2", "3", "4"],
    ["0%", "25%", "50%", "75%", "100%"],
)
SHAPES = ("people", "turned", "long", "branches", "totals", "headings", "nothing")


@dataclass(frozen=True)
class Form:
    """A form's table, and the marks that its people gave, by enabler."""

    framework: Framework
    rows: list[list[str]]
    people: list[dict[str, int]]


@st.composite
def forms(draw: st.DrawFn) -> Form:
    """Any framework, people, labels, order of columns and shape."""
    data = framework_data(draw(st.integers(4, 11)))
    data["scale"]["labels"] = LABELS
    framework = Framework.from_json(data)
    labels = draw(st.sampled_from(FAMILIES))
    # Every label is given by somebody, as a table of fewer says less of its scale.
    others = draw(st.lists(st.lists(st.integers(1, 5), min_size=11, max_size=11), max_size=6))
    people = [
        {enabler.id: marks[place] for place, enabler in enumerate(framework.enablers)}
        for marks in [*([1 + (p + 2 * n) % 5 for n in range(11)] for p in range(5)), *others]
    ]
    enablers = list(framework.enablers)
    shape = draw(st.sampled_from(SHAPES))
    if shape != "nothing":
        enablers = draw(st.permutations(enablers))
    titles = [enabler.title for enabler in enablers]
    given_ = [[labels[person[enabler.id] - 1] for enabler in enablers] for person in people]
    heads, about = ["ID", "E-mail"], [[f"{n}", f"p{n}@example.org"] for n in range(1, 99)]
    if shape == "nothing":
        titles = [f"Q{n}" for n in range(1, len(titles) + 1)]
    rows = [[*heads, *titles], *([*a, *row] for a, row in zip(about, given_, strict=False))]
    if shape == "turned":
        names = ["", *(f"Person {n}" for n in range(1, len(people) + 1))]
        rows = [names, *([t, *(row[n] for row in given_)] for n, t in enumerate(titles))]
    elif shape == "long":
        rows = [["Who", "Question", "Answer"]]
        rows += [
            [f"person {n}", title, cell]
            for n, row in enumerate(given_)
            for title, cell in zip(titles, row, strict=True)
        ]
    elif shape == "branches":
        none = [""] * len(titles)
        rows = [[*titles, *(f"{title}2" for title in titles)]]
        rows += [[*row, *none] if n % 2 else [*none, *row] for n, row in enumerate(given_)]
    elif shape == "totals":
        rows += [[], ["Average", "", *["2.9"] * len(titles)], ["Total", "", *["57"] * len(titles)]]
    elif shape == "headings":
        rows.insert(1, ["", "", *["Response"] * len(titles)])
    return Form(framework, rows, people)


@settings(deadline=None)
@given(forms())
def test_as_many_people_come_out_as_went_in(form: Form) -> None:
    """With their marks, once every proposal that is not sure is taken by a person."""
    tables = WaitingTables(form.framework, IMPORT_WORDS, [Sheet("", form.rows)])
    proposed = tables.as_json()
    assert proposed["rows"] == len(form.people)
    survey = tables.first
    mapping = survey.mapping
    if not mapping.answer_columns and survey.proposal.in_order:
        mapping = replace(mapping, columns=survey.proposal.in_order)
    asked = {value.text: value.answer for value in tables.values.values if not value.sure}
    sure = [
        result.response
        for _, results in tables.read(Decision(mapping))
        for result in results
        if result.response
    ]
    # What is read without a person is right; the rest was listed.
    theirs = Counter(frozenset(person.items()) for person in form.people)
    for response in sure:
        said = {(id_, answer.mark) for id_, answer in response.answers.items()}
        assert any(said <= person for person in theirs)
    assert len(sure) == len(form.people) or asked
    read = [
        result.response
        for _, results in tables.read(Decision(mapping, asked))
        for result in results
        if result.response
    ]
    found = Counter(
        frozenset((id_, int(answer.mark or 0)) for id_, answer in response.answers.items())
        for response in read
    )
    assert found == theirs


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=12))
def test_no_table_does_harm(rows: list[list[str]]) -> None:
    """Any cells at all are proposed something for, or refused by a problem of ours."""
    framework = Framework.from_json(framework_data(4))
    try:
        tables = WaitingTables(framework, IMPORT_WORDS, [Sheet("", rows)])
    except ScoringProblem as problem:
        assert problem.key == "table-no-match"
        return
    proposed = tables.as_json()
    read = sum(len(results) for _, results in tables.read(Decision()))
    assert proposed["layout"] != "people" or read == proposed["rows"]
