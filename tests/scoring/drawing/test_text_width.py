"""Lines break between words, and wide letters are taken as wide."""

from mainstream.scoring.drawing.text_width import balanced, text_width, wrapped

LONG_WORD = "Zusammenarbeitsvereinbarungen"


def test_text_is_wrapped_between_words() -> None:
    """Lines keep to the width, all words stay, and a word that is too long has its own line."""
    lines = wrapped(f"one two three {LONG_WORD} four", 10, 60)
    assert " ".join(lines) == f"one two three {LONG_WORD} four"
    assert all(text_width(line, 10) <= 60 for line in lines if line != LONG_WORD)
    assert LONG_WORD in lines


def test_balanced_lines_are_as_few_and_more_even() -> None:
    """No last word is left alone where it can be helped."""
    text = "Money and time for a change"
    assert wrapped(text, 10, 110) == ["Money and time for a", "change"]
    assert balanced(text, 10, 110) == ("Money and time", "for a change")


def test_wider_letters_are_taken_as_wider() -> None:
    """Bold is wider than plain, and a letter that we do not know is not taken as narrow."""
    assert text_width("mmm", 10) > text_width("iii", 10)
    assert text_width("abc", 10, bold=True) > text_width("abc", 10)
    assert text_width("漢字", 10) > text_width("AA", 10) > text_width("жж", 10) * 0.9
