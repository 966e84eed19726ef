"""What the article reports is added to a short list of key points."""

from __future__ import annotations

from summarizer.contract.article import Article
from summarizer.engines.rules.candidates import find_candidates
from summarizer.engines.rules.centrality import weigh_sentences, words_of
from summarizer.engines.rules.key_points import Read
from summarizer.engines.rules.reported import with_reported
from summarizer.reading.layout.layout import layout_of

TEXT = """Mayor Ana Moll shut the bridge of Kell after engineers had found a crack in its main cable on Monday.

About 18,000 cars cross the bridge a day.

It was a long day in Kell.

The town has sold its mill, its tannery and its barns to pay builders from Arle for a new bridge of stone.
"""


TITLE = "Cars leave the bridge of Kell as town sells its mill and barns"


def added(read: Read) -> list[str]:
    article = Article(id="a", text=TEXT)
    layout = layout_of(article)
    weighed = weigh_sentences([TEXT[one.start : one.end] for one in layout.sentences], words_of(TITLE))
    found = find_candidates(article, layout, list(zip(layout.sentences, weighed, strict=True)), "")
    return [one.text for one in with_reported((), found, read)]


def test_a_short_sentence_is_added_for_its_figure() -> None:
    told = added(Read("Mayor Ana Moll shut the bridge of Kell.", frozenset({1})))
    assert "About 18,000 cars cross the bridge a day." in told
    assert any(line.startswith("The town has sold") for line in told)
    assert "It was a long day in Kell." not in told


def test_she_is_named_whom_the_reader_has_met() -> None:
    text = "Mayor Ana Moll shut the bridge of Kell on Monday.\n\nShe won the medal of the town for bridges in 1983."
    article = Article(id="a", text=text)
    layout = layout_of(article)
    weighed = weigh_sentences([text[one.start : one.end] for one in layout.sentences], ())
    found = find_candidates(article, layout, list(zip(layout.sentences, weighed, strict=True)), "")
    met = Read("Mayor Ana Moll shut the bridge of Kell.", frozenset({1}), met=frozenset({"ana moll"}))
    assert [one.text for one in with_reported((), found, met)] == [
        "Moll won the medal of the town for bridges in 1983."
    ]
    assert with_reported((), found, Read("The bridge of Kell is shut.", frozenset({1}))) == ()


def test_what_names_nobody_and_counts_nothing_is_colour() -> None:
    text = (
        "Mayor Ana Moll shut the bridge of Kell on Monday.\n\n"
        "Not all towns choose to mend old bridges before winter storms, traffic and salt have ruined them.\n\n"
        "Not all towns beside the Sel choose to mend old bridges before winter storms have ruined their cables."
    )
    article = Article(id="a", text=text)
    layout = layout_of(article)
    title = words_of("Towns beside Sel choose to mend bridges before storms")
    weighed = weigh_sentences([text[one.start : one.end] for one in layout.sentences], title)
    found = find_candidates(article, layout, list(zip(layout.sentences, weighed, strict=True)), "")
    told = with_reported((), found, Read("Mayor Ana Moll shut the bridge of Kell.", frozenset({1})))
    assert [one.sentences for one in told] == [(3,)]


def test_where_nothing_else_is_told_one_sentence_of_less_weight_will_do() -> None:
    text = "Mayor Ana Moll shut the bridge of Kell on Monday.\n\n" + "It was late.\n\n" * 2
    last = "Builders from Arle wait for timber, ropes, nails and tar from the coast."
    article = Article(id="a", text=text + last)
    layout = layout_of(article)
    weighed = weigh_sentences([article.text[one.start : one.end] for one in layout.sentences], ())
    found = find_candidates(article, layout, list(zip(layout.sentences, weighed, strict=True)), "")
    assert found[-1].weighed.weight < 0.6
    told = with_reported((), found, Read("Mayor Ana Moll shut the bridge of Kell.", frozenset({1})))
    assert [one.text for one in told] == [last]


def test_what_the_first_line_has_told_is_no_point() -> None:
    text = (
        "Mayor Ana Moll shut the bridge of Kell on Monday.\n\n"
        "Mayor Ana Moll shut the old bridge of Kell on Monday after nine years, to the dismay of Varn."
    )
    article = Article(id="a", text=text)
    layout = layout_of(article)
    weighed = weigh_sentences([text[one.start : one.end] for one in layout.sentences], ())
    behind = find_candidates(article, layout, list(zip(layout.sentences, weighed, strict=True)), "")[1:]
    first = frozenset(words_of("Mayor Ana Moll shut the bridge of Kell on Monday."))
    assert with_reported((), behind, Read("", frozenset({1}), lines=(first,))) == ()
    assert len(with_reported((), behind, Read("", frozenset({1})))) == 1
