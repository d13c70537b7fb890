"""Holds, for any framework and answers, that they come back through any chain of changes."""

from hypothesis import given
from hypothesis import strategies as st

from mainstream.scoring.answers.framework import Framework
from mainstream.scoring.answers.response import Response, response_data
from mainstream.scoring.codes.code import write_code
from mainstream.scoring.codes.find import find_responses
from mainstream.scoring.codes.link import fragment_of_codes, fragment_of_data
from tests.scoring.codes.carriers import HABITS, SETTINGS, TRANSPORTS, WRAPPERS, Carrier
from tests.scoring.codes.test_carried import OURS, SITE, read
from tests.scoring.codes.test_code_properties import answered
from tests.scoring.examples import response


@st.composite
def carried(draw: st.DrawFn) -> tuple[Framework, Response, str]:
    """A framework, answers, and a text that holds them after one to four changes."""
    ours, person = draw(answered())
    code = write_code(ours, person, person.tag or 0)
    names = st.sampled_from
    transports = draw(st.lists(names(list(TRANSPORTS)), max_size=2, unique=True))
    if code is not None and draw(st.booleans()):
        text = HABITS[draw(names(list(HABITS)))](code)
    else:
        whole = code is None or draw(st.booleans())
        data = response_data(person)
        data["answers"]["e1"] = {"mark": 1, "note": draw(st.text(min_size=1, max_size=80))}
        text = SITE + (fragment_of_data(data) if whole else fragment_of_codes([code or ""]))
        for wrapper in draw(st.lists(names(list(WRAPPERS)), max_size=2)):
            text = WRAPPERS[wrapper](text)
        text = SETTINGS[draw(names(list(SETTINGS)))](text)
    for name in sorted(transports, key=list(TRANSPORTS).index):
        text = TRANSPORTS[name](text)
    return ours, person, text


@given(carried())
def test_any_code_or_link_comes_back_once(case: tuple[Framework, Response, str]) -> None:
    """Of a framework of any size, through any chain of changes."""
    ours, person, text = case
    found = read(text, ours)
    assert (found.tag, found.point_of_view) == (person.tag, person.point_of_view)
    marks = {id_: (given.state, given.mark) for id_, given in found.answers.items() if id_ != "e1"}
    expected = {id_: (one.state, one.mark) for id_, one in person.answers.items() if id_ != "e1"}
    assert marks == expected


@given(st.lists(st.sampled_from([*SETTINGS.values()]), min_size=2, max_size=6))
def test_many_links_in_one_text_are_all_read(settings: list[Carrier]) -> None:
    """Each person's in a form of its own, one line after the other."""
    people = [response([n % 5 + 1] * 11, "service", n) for n, _ in enumerate(settings)]
    lines = []
    for person, setting in zip(people, settings, strict=True):
        code = write_code(OURS, person, person.tag or 0) or ""
        lines.append(setting(SITE + fragment_of_codes([code])))
    finds = find_responses("\n".join(lines), OURS)
    assert [(find.response, find.line) for find in finds] == [
        (person, number) for number, person in enumerate(people, 1)
    ]
