import pytest

from summarizer.article import Article
from summarizer.quotation import quotation_mode

TEXT = (
    "“We will not leave,” the mayor said. She called the plan “a gift to thieves” and left.\n\n"
    '"This is "wrong," he added.\n\n'
    "The group spoke of “grave losses. “\n"
)


@pytest.mark.parametrize(
    ("words", "mode"),
    [
        ("We will not leave,", "direct"),
        ("“We will not leave,”", "direct"),
        ("the plan “a gift to thieves”", "mixed"),
        ("She called", "indirect"),
        ("and left.", "indirect"),
        ("grave losses. “", "direct"),
    ],
)
def test_mode_by_the_marks_around(words, mode):
    start = TEXT.index(words)
    assert quotation_mode(Article(id="q", text=TEXT), [(start, start + len(words))]) == mode


def test_a_lost_closing_mark_ends_with_its_paragraph():
    text = "“The bridge is safe, Mr Holm said.\n\nThe council did not agree with him.\n"
    start = text.index("The council")
    assert quotation_mode(Article(id="q", text=text), [(start, start + 20)]) == "indirect"
