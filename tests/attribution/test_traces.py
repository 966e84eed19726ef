"""What the rules have not read, and a reader would look at again."""

from __future__ import annotations

import pytest

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.statements import article_statements, article_traces
from summarizer.attribution.traces import (
    FIRST_PERSON,
    NO_SPEAKER,
    REST,
    TITLE,
    UNCLEAR,
    Trace,
    find_traces,
    unread_traces,
)
from summarizer.contract.article import Article
from summarizer.text.words import word_set


def _traces(text: str) -> list[tuple[str, str]]:
    article = Article(id="a", text=text)
    return [(text[one.start : one.end], one.reason) for one in article_traces(article)]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Lund said that the gate was shut.",
        "“The gate is shut,” Ada Lund said. “Nobody has the key.”",
        "The wall held all night. Nobody was hurt.",
        "She was in “High Tide” for a year.",
        "The Reflecting Pool was drained. The report was late.",
        "The boat continued to Kell and published its log.",
        "Two clerks said that the gate was shut, according to the Kell Courier.",
        "Ada Lund said in comments published on Monday that the gate was shut.",
        "Two clerks said that the gate was shut, as first reported by the Kell Courier.",
    ],
)
def test_what_is_read_and_what_nobody_says_leaves_no_trace(text: str) -> None:
    assert _traces(text) == []


def test_a_quotation_without_a_speaker_is_a_trace_with_its_sentence() -> None:
    text = "The gate fell in May.\n\nOver the door stood “never again in our name” in red.\n\nNobody was hurt."
    ((words, reason),) = _traces(text)
    assert "“never again in our name”" in words
    assert reason == NO_SPEAKER


def test_two_words_in_marks_are_no_trace() -> None:
    assert _traces("The gate fell in May. Over the door stood “never again” in red.") == []


def test_a_title_says_that_it_is_taken_for_one() -> None:
    assert [reason for _, reason in _traces("The choir sang on “Good Morning Old Harbour” on Monday.")] == [TITLE]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It was here that, said of old to be deep, the lake was drained, and who said so is lost.", "said"),
        ("Whispered for years in the lanes: the keeper was never paid.", "Whispered"),
        ("The keeper, per harbour rules, insisted.", "insisted"),
    ],
)
def test_a_word_of_saying_that_no_rule_reads_is_named(text: str, cue: str) -> None:
    reasons = [reason for _, reason in _traces(text)]
    is_read = any(text[slice(*one.cue)] == cue for one in article_statements(Article(id="a", text=text)) if one.cue)
    assert is_read or f"{UNCLEAR} “{cue}”" in reasons


def test_a_word_of_many_meanings_counts_beside_a_clause_or_speech_only() -> None:
    marked = Trace(0, 40, (4, 9), "x")
    assert _traces("The keeper added salt to the soup.") == []
    assert unread_traces(Article(id="a", text="The keeper added salt to the soup, and that was it."), [marked], [])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The board has faced criticism from its own divers for the delay.", "criticism"),
        ("The play was cut after a row over claims it was too loud.", "claims"),
        ("Rumours that the kiln was cursed have spread through Varn.", "Rumours"),
        ("The notice on the kiln door gloats that nobody was paid.", "gloats"),
        ("The brewer winked that the kiln was hers.", "winked"),
    ],
)
def test_a_noun_with_its_owner_or_a_clause_that_hangs_on_any_verb_is_a_trace(text: str, word: str) -> None:
    is_read = any(text[slice(*one.cue)] == word for one in article_statements(Article(id="a", text=text)) if one.cue)
    assert is_read or f"{UNCLEAR} “{word}”" in [reason for _, reason in _traces(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The keeper ensured that the lamp was lit.",
        "It so happened that the lamp was lit.",
        "The lamp that the keeper lit was old. The criticism was loud.",
        "On Monday, Per Lund lit the lamp.",
    ],
)
def test_a_clause_that_hangs_on_a_deed_and_a_noun_alone_are_none(text: str) -> None:
    assert _traces(text) == []


def test_an_unquoted_i_is_a_trace_of_its_paragraph() -> None:
    text = "The gate fell in May.\n\nI was on the wall that night, and my lamp was out. It rained.\n\nIt rained again."
    assert _traces(text) == [("I was on the wall that night, and my lamp was out. It rained.", FIRST_PERSON)]


def test_a_quoted_i_is_none() -> None:
    assert _traces("“I was on the wall,” Ada Lund said.") == []


def test_the_rest_of_a_sentence_as_long_as_the_statement_in_it_is_a_trace() -> None:
    article = Article(
        id="a", text="Ada Lund denied the theft, with two of her oldest friends and the keeper at her side."
    )
    (statement,) = article_statements(article)
    cut = statement._replace(content=((16, 25),))
    (rest,) = unread_traces(article, [], [cut])
    assert (article.text[rest.start : rest.end], rest.reason) == (
        "with two of her oldest friends and the keeper at her side.",
        REST,
    )


def test_in_other_languages_there_are_none() -> None:
    assert article_traces(Article(id="a", text="«Das Tor ist zu», sagte sie. I said so.", language="nl")) == ()


def test_languages_with_words_of_their_own_have_traces() -> None:
    (trace,) = article_traces(Article(id="a", text="Tolm\n\n„Das Tor ist leider zu.“", title="Tolm", language="de"))
    assert trace.reason == NO_SPEAKER


def test_every_family_of_the_list_is_in_the_lexicon() -> None:
    cues = [cue for entries in load_lexicon().cues.values() for cue in entries]
    families = {cue.family.replace("_", " ") for cue in cues}
    assert word_set("traces.families.of_deeds", "traces.families.without_quotation") <= families


def test_a_paragraph_without_marks_and_cues_gives_nothing() -> None:
    from summarizer.attribution.syntax.paragraph import read_paragraphs  # noqa: PLC0415  one test

    (paragraph,) = read_paragraphs(Article(id="a", text="The wall held all night in the storm."))
    assert list(find_traces(paragraph, [])) == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Pell spoke briefly about the end of his contract.", "spoke briefly about"),
        ("Pell talked at length about the strike.", "talked at length about"),
        ("The Bell has seen harbour records listing crews with burns.", "listing"),
        ("The Bell reported on Monday, if Lund wins, the race is over.", "reported"),
    ],
)
def test_a_word_of_saying_is_a_trace_whatever_stands_beside_it(text: str, mark: str) -> None:
    ((words, reason),) = _traces(text)
    assert (words.rstrip("."), reason) == (text.rstrip("."), f"{UNCLEAR} “{mark}”")


@pytest.mark.parametrize(
    "text", ["Pell spoke on Monday.", "Pell walked briskly about the yard.", "She sold records of two crews."]
)
def test_who_only_speaks_leaves_no_trace(text: str) -> None:
    assert _traces(text) == []


def test_what_goes_on_past_who_says_it_is_a_trace_unless_it_is_read() -> None:
    ((words, reason),) = _traces("The ferry was old, Pell said, and left it at that pier.")
    assert (words, reason) == ("and left it at that pier.", REST)
    assert _traces("The ferry was old, Pell said, and had been mended twice.") == []
    assert _traces("“The ferry is old,” Pell said, and left it at that pier.") == []


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        (
            "Early results of polls by two networks show two thirds of voters, most of them young, like Pell.",
            "show",
        ),
        ("Pell opened with a call for the guild to “embrace” his plan.", "call"),
    ],
)
def test_what_polls_show_and_a_call_for_something_are_traces(text: str, mark: str) -> None:
    ((_, reason),) = _traces(text)
    assert reason == f"{UNCLEAR} “{mark}”"


def test_what_a_poll_has_shown_is_read() -> None:
    assert _traces("A poll has shown that Lund leads.") == []
    assert _traces("The film was shown in Arle. The log had led him there.") == []
