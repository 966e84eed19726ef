"""Key points that a reader may refuse stand behind those of which nothing speaks against."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.doubts import is_doubtful, tells_background

TEXT = """The mill of Kell lost its dam in a delay of the works and a broadcast told of it.

Ana Moll said the works had cost 400 marks.
"""
READ = "The mill of Kell loses its dam. Ana Moll leads the guild."


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("Ana Moll said the mill would open on Monday.", False),
        ("Ana Moll said the delay had cost 400 marks.", True),
        ("Ana Moll said the delay of May had cost 400 marks.", False),
        ("In the broadcast, Ana Moll blamed the guild.", True),
        ("In a broadcast, Ana Moll blamed the guild.", False),
        ("“The guild will not draw that distinction,” Ana Moll said.", True),
        ("“This is a farce of the guild,” Ana Moll said.", True),
        ("“The guild will not open this week,” Ana Moll said.", False),
        ("The implication, Ana Moll said, is plain.", True),
        ("Ana Moll went on to speak of the dam.", True),
        ("Ana Moll spoke of the dam.", False),
        ("“I mended nets beside the mill in May,” Ana Moll said.", True),
        ("“The guild mended nets beside the mill in May,” Ana Moll said.", False),
        ("Ana Moll said she would sell “my mill”.", False),
        ("“The guild mended nets beside the mill in May,” said Ana Moll, 61, a miller.", True),
        ("Ana Moll, 61, said the guild had mended nets.", False),
        ("Ana Moll would not say when the mill would open.", True),
        ("“People have wept over tides,” Ana Moll said.", True),
        ("“People have wept over mills,” Ana Moll said.", False),
        ("“People have wept over Ana Moll,” Odd Lind said.", True),
        ("Odd Lind said that people wept.", False),
        ("In a subsequent letter, Ana Moll blamed the guild.", True),
        ("In a letter, Ana Moll blamed the guild.", False),
        ("When Ana Moll did visit the guild, it was shut.", True),
        ("Ana Moll did not visit the guild.", False),
        ("Ana Moll came to the mill that day.", True),
        ("Ana Moll saw herself in that passage and wept.", True),
        ("At first, Ana Moll would blame the guild.", True),
        ("Ana Moll wants these mills mended.", True),
        ("Ana Moll wants mills mended.", False),
        ("During the discussion, Ana Moll blamed the guild.", True),
        ("Shortly after the display, Ana Moll blamed the guild.", True),
        ("Shortly after a display, Ana Moll blamed the guild.", False),
        ("At the end, Ana Moll blamed the guild.", False),
        ("Ana Moll said the scandal had cost 400 marks.", True),
        ("In letters, several said the guild should go.", True),
        ("In letters, several millers said the guild should go.", False),
        ("The mill is a shop of nets beside the dam.", True),
    ],
)
def test_a_line_of_which_an_editor_asks_what_it_means_is_doubtful(line: str, *, doubtful: bool) -> None:
    assert is_doubtful(Article(id="a", text=TEXT), line, (2,), READ) is doubtful


def test_who_is_named_by_surname_alone_or_by_us_is_told_of() -> None:
    text = "The guild met Odd Lind. Kell Water's Ada Moll came. Lind said no. Moll said the guild has nets."
    article = Article(id="a", text=text)
    assert is_doubtful(article, "The guild wrote to Lind.", (1,), "The guild is shut.")
    assert not is_doubtful(article, "The guild wrote to Lind.", (1,), "The guild of Odd Lind is shut.")
    assert is_doubtful(article, "Odd Lind said no to the guild.", (3,), "The guild is shut.")
    assert not is_doubtful(article, "Odd Lind said no to the guild.", (3,), "The guild is shut.", {"odd lind"})
    assert not is_doubtful(article, "Reeve Odd Lind said no to the guild.", (3,), "The guild is shut.")


@pytest.mark.parametrize(
    ("line", "doubtful"),
    [
        ("“Absolutely not. The guild keeps its mill,” Ana Moll said.", True),
        ("“The guild keeps its mill,” Ana Moll said.", False),
        ("Ana Moll was pressed on the mill by the guild.", True),
        ("Despite an old crew, it sold nets to the guild.", True),
        ("Despite an old crew, Ana Moll sold nets to the guild.", False),
        ("Ana Moll, a spokeswoman, said the guild had sold the mill.", True),
        ("Ana Moll, a spokeswoman for the guild, said it had sold the mill.", False),
        ("Ana Moll never named the man who sold the mill.", True),
        ("Ana Moll never named a man who sold the mill.", False),
        ("Ana Moll said the change might help the guild.", True),
        ("Ana Moll said the change of owners might help the guild.", False),
    ],
)
def test_the_man_and_the_change_are_named(line: str, *, doubtful: bool) -> None:
    assert is_doubtful(Article(id="a", text=TEXT), line, (2,), READ) is doubtful


def test_whose_surname_another_one_has_whom_the_reader_met_is_a_stranger() -> None:
    text = "Reeve Odd Lind was shot. Joy Lind wept. The guild left."
    article = Article(id="a", text=text)
    read = "Reeve Odd Lind is dead. Lind led the guild."
    assert is_doubtful(article, "Joy Lind told the guild of it.", (3,), read)
    assert not is_doubtful(article, "Odd Lind had told the guild of it.", (3,), read)


def test_what_was_quoted_before_is_not_quoted_again() -> None:
    article = Article(id="a", text=TEXT)
    read = "The guild of Kell is “a disgrace”, Ana Moll says."
    assert is_doubtful(article, "Ana Moll blasted the guild of Kell as “a disgrace” in May.", (2,), read)
    assert not is_doubtful(article, "Ana Moll blasted the guild of Kell as “a menace” in May.", (2,), read)


def test_whose_remarks_followed_something_tells_what_was_before() -> None:
    assert tells_background("The reeve’s remarks on nets followed a talk.")
    assert not tells_background("The reeve’s remarks on nets angered the guild.")


def test_which_of_two_namesakes_is_meant_may_be_misread() -> None:
    text = "Odd Lind spoke. Joy Lind came. Mr. Lind praised his brother. Joy Lind praised the guild."
    article = Article(id="a", text=text)
    read = "Odd Lind and Joy Lind met the guild."
    assert is_doubtful(article, "Joy Lind praised his brother.", (3,), read)
    assert not is_doubtful(article, "Joy Lind praised the guild.", (4,), read)
