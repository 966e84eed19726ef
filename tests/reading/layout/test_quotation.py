import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.contract.article import Article
from summarizer.reading.layout.quotation import quotation_mode, quotations_of, quoted_regions, speech_text

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


def test_a_quotation_over_paragraphs_without_marks_is_quoted_to_its_end():
    text = "Lund wrote: “The bridge is safe.\n\nNobody need fear.\n\nWe shall see!” He signed it.\n\nIt fell.\n"
    quoted = [text[slice(*region)] for region in quoted_regions(Article(id="q", text=text))]
    assert quoted == ["“The bridge is safe.", "Nobody need fear.", "We shall see!”"]


@pytest.mark.parametrize(
    ("text", "double"),
    [
        ("‘The wall failed,’ Lund said.", "“The wall failed,” Lund said."),
        ("'It's the miners' wall,' Lund said.", "“It's the miners' wall,” Lund said."),
        ("Lund said ‘nobody was hurt’ in the raid.", "Lund said “nobody was hurt” in the raid."),
        ("Mayor 'knew wall would fail'\n\nLate.", "Mayor “knew wall would fail”\n\nLate."),
        # apostrophes, a single word, and a quotation within a quotation stay
        ("The miners' union met in the '90s, not the '80s.", None),
        ("Rock ‘n’ roll was a ‘disaster’ for Varn.", None),
        ("“The wall ‘has failed,’ they say,” Lund said.", None),
    ],
)
def test_single_marks_around_speech_do_what_double_ones_do(text, double):
    assert speech_text(Article(id="q", text=text)) == (double or text)


def test_a_single_quoted_claim_is_direct_and_quotes_the_marks_of_the_article():
    report = summarize("‘I don’t know,’ said Tomas Reil, ‘but it was late.’", engine="extractive")
    assert [(c.mode, c.text) for c in report.claims] == [("direct", "I don’t know, but it was late.")]
    assert [piece.quote for piece in report.claims[0].evidence] == ["‘I don’t know,’", "‘but it was late.’"]


@given(st.lists(st.sampled_from(["‘", "’", "'", "a", "s", " ", ",", ".", "\n", "“", "”"])).map("".join))
def test_no_offset_moves(text):
    double = speech_text(Article(id="q", text=text))
    assert len(double) == len(text)
    assert {b for a, b in zip(text, double, strict=True) if a != b} <= {"“", "”"}


@given(st.lists(st.sampled_from(["‘", "’", '"', "“", "«", "»", "a ", ". ", "\n\n"])).map("".join))
def test_the_spans_are_those_of_the_quotations(text):
    article = Article(id="q", text=text)
    assert quoted_regions(article) == tuple((one.start, one.end) for one in quotations_of(article))


def test_an_announced_quotation_over_paragraphs_may_hold_others_in_curly_marks() -> None:
    text = (
        'Dr. Ward stated:\n\n"The board isn’t about “Equal Rights” anymore.\n\n'
        '"It’s a suit over its “Bathing Bill,” which all hate. I’ll stop it."\n\nThe bill took effect in March.'
    )
    (claim,) = summarize(text, engine="extractive").claims
    assert claim.source.name == "Ward"
    assert "I’ll stop it." in claim.text
