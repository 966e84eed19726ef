"""Where the news stands."""

from __future__ import annotations

import pytest

from summarizer.contract.article import Article
from summarizer.engines.rules.candidates import find_candidates
from summarizer.engines.rules.centrality import weigh_sentences, words_of
from summarizer.engines.rules.lead import find_lead
from summarizer.reading.layout.layout import layout_of

TITLE = "Herring fishers of Kell run short of crews"
NUT = "But herring fishers all along the coast of Kell run short of hands, and two in nine boats stay in the harbour."


def lead(body: str, title: str = TITLE) -> str:
    article = Article(id="a", text=body, title=title)
    layout = layout_of(article)
    texts = [body[one.start : one.end] for one in layout.sentences]
    pairs = list(zip(layout.sentences, weigh_sentences(texts, words_of(title)), strict=True))
    found = find_lead(find_candidates(article, layout, pairs, title))
    return found.text if found else ""


@pytest.mark.parametrize(
    "scene",
    [
        "Ana Moll strode along the pier in a red coat and a pair of her grandmother’s rubber boots.",
        "On her kitchen wall, Ana Moll has a map of the harbour with nine pins in it.",
        "Ana Moll took the stage at the fair of Varn to the sound of an old brass band.",
        "It was a cold grey morning when Ana Moll mended the last of her nets.",
        "Ana Moll was sitting on an upturned barrel with a mug of tea and an old dog.",
    ],
)
def test_behind_a_scene_the_news_is_what_turns_from_it(scene: str) -> None:
    more = "The dog barked at every gull that came down from the roofs. Tomas Reil waved at boys on bicycles."
    assert lead(f"{scene} {more}\n\n{NUT} Ana Moll has one boat and no crew.") == NUT


@pytest.mark.parametrize(
    "news",
    [
        "Herring fishers of Kell walked out on Sunday, leaving boats short of crews.",
        "Thousands of fishers stood by their boats on Sunday as herring crews of Kell ran short.",
        "Herring fishers of Kell are so short of crews that two in nine boats lay idle on Sunday.",
    ],
)
def test_news_that_opens_a_text_stays(news: str) -> None:
    assert lead(f"{news} The dog of the harbour master barked at every gull.\n\n{NUT}") == news


def test_what_stands_behind_the_word_abstract_is_the_news() -> None:
    told = "While crews are short, the reeve has called the summer a good one."
    first = "Herring fishers of Kell lined up at the guild of Kell one night in May for want of crews."
    assert lead(f"ABSTRACT.\n\n{told}\n\nFULL TEXT.\n\n{first}\n\n{NUT}") == told
    assert lead(f"{first}\n\n{told}\n\n{NUT}") != told


def test_a_summary_that_leaves_a_name_to_the_title_is_not_the_news() -> None:
    told = "Herring crews are short, and the candidate has called the summer a good one."
    first = "Reeve Odd Lind of Kell has asked for herring crews from Arle."
    assert lead(f"ABSTRACT.\n\n{told}\n\nFULL TEXT.\n\n{first}") == first
    named = told.replace("the candidate", "the candidate Ana Moll")
    assert lead(f"ABSTRACT.\n\n{named}\n\nFULL TEXT.\n\n{first}") == named


def test_below_a_line_that_announces_it_the_news_may_rest_on_the_title() -> None:
    line = "Boats lie idle along the old pier."
    news = "Fishers of Kell run short of herring crews, and nobody had foreseen the uproar."
    more = "The guild of Kell met on Sunday to hear what crews earn in Varn."
    assert lead(f"{line}\n\n{news}\n\n{more}") == news
    assert lead(f"Boats lie idle along the pier, Ana Moll said.\n\n{news}\n\n{more}") != news


def test_where_nothing_is_told_nothing_is_the_news() -> None:
    assert lead("Who mends the nets of Kell, and who pays?") == ""


def test_the_first_sentence_is_the_news_where_it_tells_of_a_day() -> None:
    title = "Long run of quiet winters ends in Kell"
    first = "A gale broke nine masts in the port of Kell on Sunday, the guild of pilots said."
    later = "The long run of quiet winters, of which Kell was so proud, is at its end."
    assert lead(f"{first}\n\n{later}", title) == first
    assert lead(f"{first.replace(' on Sunday', '')}\n\n{later}", title) == later


def test_no_summary_opens_with_these_things_of_which_only_the_title_tells() -> None:
    text = """These mills were lost to the guild of Kell in the storm of the ninth of May.

The guild of Kell has lost four mills to the storm, its reeve Ana Moll said on Monday, and these mills were its last.
"""
    assert lead(text, "Mills of the guild of Kell lost to storm").startswith("The guild of Kell has lost")


def test_a_quotation_is_the_news_only_where_nothing_else_is() -> None:
    text = """“I would love to sell the mill, and I would love to see who buys it,” Ana Moll said of the mill of Kell.

After months of quarrels, the reeve of Kell, Ana Moll, has found somebody to buy the mill of Kell.
"""
    assert lead(text, "Ana Moll finds buyer for mill of Kell").startswith("After months of quarrels")


def test_what_comes_as_something_else_happens_is_not_the_news() -> None:
    first = "Herring fishers say they have taken the harbour office."
    then = "The uproar comes as the reeve of Kell looks for crews of herring boats that lie idle in the harbour."
    assert lead(f"{first}\n\n{then}\n\nThe pier is shut.", "") == first


def test_some_people_may_open_a_text() -> None:
    first = "Some herring fishers of Kell are so short of crews that they sell their boats."
    assert lead(f"{first}\n\nThe harbour of Arle has no boats.\n\nCrews left it.") == first


def test_behind_a_dateline_too_it_is_nothing_that_a_text_can_open_with() -> None:
    first = "KELL, O.M. — It had all that herring crews of Kell run short of: boats, nets and hands."
    news = "Two in nine herring boats of Kell stay in the harbour for want of crews."
    assert lead(f"{first}\n\n{news}\n\nThe pier is shut.") == news


def test_this_town_is_no_town_that_a_text_may_open_with() -> None:
    first = "Herring crews of Kell look at this small town with new eyes since boats run short."
    news = "Two in nine herring boats of Kell stay in the harbour for want of crews."
    assert lead(f"{first}\n\n{news}\n\nThe pier is shut.") == news


def test_a_quotation_alone_opens_no_summary() -> None:
    first = "“Herring crews of Kell run short of hands, of boats and of nets.”"
    news = "Two in nine herring boats of Kell stay in the harbour for want of crews."
    assert lead(f"{first}\n\n{news}\n\nThe pier is shut.") == news


@pytest.mark.parametrize(
    ("first", "leads"),
    [
        ("Although it was far from the end of the row, the board of Kell closed the mill on Monday.", True),
        ("While she was far from the town, Ana Moll said on Monday that the mill of Kell would close.", True),
        ("Although it was far from the end of the row, he left the town on Monday.", False),
        ("While she was far from the town, the guild met on Monday to speak of its boats.", False),
    ],
)
def test_an_aside_may_open_the_news_that_the_title_names(first: str, leads: bool) -> None:
    text = f"{first}\n\nOdd Lind, the head of the guild, will speak to the pilots of Varn in May about his boats.\n"
    assert (lead(text, "Board closes the mill of Kell") == first) == leads


def test_a_third_man_may_be_the_news() -> None:
    first = "A third man has been charged with the theft of nine boats from the harbour of Kell, police said."
    text = f"{first}\n\nOdd Lind, 61, from Kell, is accused of a theft of boats and will be heard in May.\n"
    assert lead(text, "Third man charged over boats") == first


def test_the_first_sentence_of_a_text_may_say_one_or_so() -> None:
    first = "The boat “Salt” of the guild of Kell won six prizes on Monday, before the “Sel”, which went home with one."
    text = (
        f"{first}\n\nOdd Lind, who built the boat in nineteen days with his cousins, is the youngest builder to win.\n"
    )
    assert lead(text, "“Salt” wins prizes of Kell") == first
