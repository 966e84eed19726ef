"""Title and the line below it are found where both end in a full stop, and are told from a short first sentence."""

from __future__ import annotations

import pytest

from summarizer import Article
from summarizer.engines.rules.title import find_title

BODY = (
    "The council of Varn voted on Tuesday to rebuild the sea wall that broke in March, its clerk said.\n\n"
    "The work will cost 14 million crowns and last three years, according to the plan that was laid before it."
)


def found(*lines: str) -> tuple[str, tuple[int, ...], set[int]]:
    text = "\n\n".join((*lines, BODY))
    title = find_title(Article(id="1", title="", text=text, language="en"))
    return title.text, title.sentences, set(title.above)


@pytest.mark.parametrize(
    "line",
    [
        "Varn votes to rebuild wall.",
        "Reeve says wall can stand, blames rain.",
        "Reeve calls plan for Varn 'a farce.'",
        "'We are wet and cold': A town waits for the wall.",
        "Report: Half of Varn's wall was hollow; council says it was 'checked.'",
        "Rep. Moll to back Kroon for reeve.",
        "Wall-builders, here are some reasons to hope (and some not to.)",
    ],
)
def test_a_short_first_line_with_a_stop_is_the_title(line: str) -> None:
    assert found(line) == (line, (1,), {1})


def test_a_first_line_of_few_words_is_a_title_with_the_line_below_it() -> None:
    assert found("Game lost.", "Who will pay for the wall?")[0] == "Game lost. Who will pay for the wall?"
    assert found("Walls?")[0] == "Walls?"
    assert found("OPINION")[0] != "OPINION."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Moll says that her walk is not a sign of doubt.", True),
        ("Ana Moll says that her walk is not a sign of doubt.", True),
        ("Ana Moll said that her walk is not a sign of doubt.", False),
        ("Reil says that his walk is not a sign of doubt.", False),
        ("Ana Moll says that her long walk on the wall of Varn in the rain of May is not a sign of doubt.", False),
    ],
)
def test_above_whom_the_text_names_in_full_stands_a_title(line: str, expected: bool) -> None:
    body = f"Reeve Ana Moll of Varn walked along the broken sea wall in the rain.\n\n{BODY}"
    article = Article(id="1", title="", text=f"{line}\n\n{body}", language="en")
    assert (find_title(article).text == line) is expected


def test_above_a_dateline_stands_a_title() -> None:
    line = "The reeve says that his walk along the wall is not a sign of doubt."
    article = Article(id="1", title="", text=f"{line}\n\nVARN - {BODY}", language="en")
    assert find_title(article).text == line
    assert found(line)[0] == ""


def test_a_question_below_the_title_is_not_the_title() -> None:
    line = "Varn votes to rebuild wall."
    assert found(line, "Who will pay for the wall of Varn?")[0] == line
    assert found("Who will pay for the wall of Varn?")[0] == "Who will pay for the wall of Varn?"


def test_a_line_with_capitals_is_a_title_though_it_is_two_sentences() -> None:
    line = "Varn Just Chose A Diver To Be Its Reeve. That Is A First."
    assert found(line) == (line, (1, 2), {1, 2})


@pytest.mark.parametrize(
    "line",
    [
        "The sea wall at Varn has broken, the reeve says.",
        "A new reeve came to Varn on Tuesday.",
        '"It broke," she says.',
    ],
)
def test_a_short_first_sentence_of_a_report_is_none(line: str) -> None:
    assert found(line) == ("", (), set())


@pytest.mark.parametrize(
    "below", ["Clerk criticizes builders and timing of council's vote.", "Lack of stone hurting builders Kroon, Moll."]
)
def test_the_line_below_a_title_is_told_no_more_than_the_title(below: str) -> None:
    assert found("Varn votes to rebuild wall.", below) == ("Varn votes to rebuild wall.", (1,), {1, 2})


@pytest.mark.parametrize(
    "lead",
    [
        "Nobody in Varn had seen the sea so high, not in their lives.",
        "Stone isn't cheap, at least when it comes by sea.",
        "Ada Kroon said builders would come.",
    ],
)
def test_a_short_lead_is_no_line_below_the_title(lead: str) -> None:
    assert found("Varn votes to rebuild wall.", lead)[2] == {1}


def test_behind_a_semicolon_a_title_goes_on_in_the_next_line() -> None:
    assert found("Absent Kroon derides vote;", "Now she fields the reeve's attacks.") == (
        "Absent Kroon derides vote;",
        (1,),
        {1, 2},
    )
    assert found("Kroon wins;", "But Moll still has the votes.")[0] == "Kroon wins; But Moll still has the votes."


def test_a_line_in_which_somebody_says_something_may_be_a_title() -> None:
    body = "The head of the millers of Kell is glad that the new mill will stand, because she fears for her trade."
    article = Article(id="a", text=f"Guild chief says mill can stand.\n\n{body}\n\nIt opens in May.")
    assert find_title(article).text == "Guild chief says mill can stand."
    quoted = Article(id="a", text=f"The new mill will stand, says Ana Moll.\n\n{body}\n\nIt opens in May.")
    assert find_title(quoted).text == ""


def test_between_a_title_and_the_report_stands_a_line_that_says_what_the_report_tells() -> None:
    line = "Oh well: Ana Moll backs Kroon, who says she is glad of it."
    below = "The reeve says that she cannot let the harbour guild win."
    body = f"Reeve Ana Moll of Varn is to vote for the harbour master Ada Kroon in May.\n\n{BODY}"
    article = Article(id="1", title="", text=f"{line}\n\n{below}\n\n{body}", language="en")
    title = find_title(article)
    assert (title.text, title.above) == (line, {1, 2})
    said = Article(id="1", title="", text=f"{line}\n\n{below.replace('says', 'said')}\n\n{body}", language="en")
    assert find_title(said).text == ""


def test_a_label_below_a_title_of_few_words_is_no_half_of_it() -> None:
    assert found("Game lost.", "ABSTRACT.")[0] == "Game lost."


@pytest.mark.parametrize(
    "line",
    [
        "The wall of Varn has broken in two places.",
        "A new reeve will be chosen in the town of Varn today.",
        "Palls of smoke are rising from the old mill of Varn.",
        "Divers of Varn have found nine more boats in two harbours.",
    ],
)
def test_a_short_first_sentence_that_reports_is_no_title(line: str) -> None:
    assert found(line)[1] == ()


@pytest.mark.parametrize("line", ["Varn has best wall on coast.", "Reeve was wrong on wall of Varn."])
def test_a_title_may_have_a_verb_of_reports(line: str) -> None:
    assert found(line)[1] == (1,)


def test_two_short_sentences_above_a_paragraph_are_a_title() -> None:
    assert found("The old reeve is back. Varn must live with him.")[1] == (1, 2)
    assert found("The old reeve of Varn is back in the harbour town for good. Varn must live with him.")[1] == ()


def test_two_short_lines_above_a_report_are_a_title_and_the_line_below_it() -> None:
    title, below = "As storms shine on Varn, Kell is gathering its boats.", "Lack of nets hurting pilots Moll, Lind."
    text = "Amid the din of the harbour of Varn you can be forgiven for not knowing of the boats of Kell. " * 3
    assert found(title, below, text) == (title, (1,), {1, 2})


@pytest.mark.parametrize(
    "line",
    [
        "De Moll says storm was an 'act of God.'",
        "Reeve says that the wall was 'hollow' and that a new one has to wait.",
        "Guild called harbour 'a grave', and it was shut.",
    ],
)
def test_a_line_that_quotes_with_single_marks_is_the_title_of_a_text_that_has_double_ones(line: str) -> None:
    said = "“It was an act of God,” Mayor Odd de Moll said on Monday, after nine boats were lost."
    assert found(line, said)[0] == line
    assert found(line.replace("'", "“", 1).replace("'", "”", 1), said)[0] == ""
    assert found("The mill of Kell's guild was shut on Monday in Varn.", said)[0] == ""


def test_a_surname_in_a_short_line_of_whom_the_report_gives_the_first_name_makes_it_a_title() -> None:
    line = "Moll's old doctor has a boat full of critics."
    assert found(line, "Ada Lund sells nets that nobody buys.", "Then Anna Moll came, who leads the guild.")[0] == line
    assert found(line, "Ada Lund sells nets that nobody buys.", "Then Port Moll was shut for a week.")[0] == ""
