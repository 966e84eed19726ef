"""What a verb says with its subject and what stands after it."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in


def test_nothing_is_said_where_the_text_breaks_off_behind_the() -> None:
    assert said_in("Lund rejected the") == []
    assert said_in("Lund rejected the ") == []


def test_what_points_back_is_not_said() -> None:
    assert said_in("He cannot do what he promises to do.") == []
    assert said_in("Half said so in May.") == []


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        ("The cook fell sick in May of bad eels, which confirmed what the guests had feared.", []),
        ("She grew pale, which showed that she knew.", []),
        ("The quay sank by a foot in June, which proved that the divers were right.", []),
        ("He printed a letter, which showed that she knew.", ["a letter, which"]),
        ("She phoned the ministry, which confirmed that it knew.", ["the ministry, which"]),
    ],
)
def test_how_somebody_is_or_what_befalls_him_shows_nothing(text: str, sources: list[str]) -> None:
    assert [one.source for one in said_in(text)] == sources


def test_some_quoted_words_after_that_are_said_by_who_adds_them() -> None:
    said = said_in("Pell cannot say that “from his side,” Lund added.")
    assert [one.source for one in said] == ["Lund"]


@pytest.mark.parametrize(
    "text",
    [
        "One method called port cloning intended to create cells was lost.",
        "It is worth noting that the port is old.",
        "As Pell joked with his friend at the table, his brother grew tired.",
        "Those cells can grow in dishes, “lines” used for a range of research projects.",
    ],
)
def test_what_no_speaker_means_or_does_is_not_said(text: str) -> None:
    assert not said_in(text)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The guild intended to sell the boat.", "The guild", "to sell the boat"),
        ("Lund left, noting that the port is old.", "Lund", "that the port is old"),
        ("As Pell joked, the port is where ships go to die.", "Pell", "the port is where ships go to die"),
        ("The survey shows only a small gap.", "The survey", "only a small gap"),
    ],
)
def test_what_a_speaker_means_or_says_is_read(text: str, source: str, content: str) -> None:
    assert [(one.source, one.content) for one in said_in(text)] == [(source, (content,))]


@pytest.mark.parametrize("span", ["an hour", "two hours", "more than a week", "a while"])
def test_how_long_somebody_spoke_is_not_what_was_said(span: str) -> None:
    assert said_in(f"Lund pleaded for {span}.") == []


def test_what_somebody_pleaded_for_may_have_a_length() -> None:
    assert [said.content for said in said_in("Lund pleaded for two hours of calm.")] == [("two hours of calm",)]


def test_what_happened_earlier_is_said() -> None:
    assert [said.content for said in said_in("Lund said it fell earlier.")] == [("it fell earlier",)]
    assert said_in("Lund said so two months ago.") == []


def test_how_a_hall_voted_is_not_said() -> None:
    assert said_in("The guild rejected the plan by nine votes to four.") == []


@pytest.mark.parametrize("tale", ["the story of a keeper who sailed", "the truth"])
def test_a_tale_is_told_and_nobody_is_told_it(tale: str) -> None:
    assert said_in(f"The film tells {tale}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Lund smiled, and the way she had explained her plans for the pier was odd.",
        "The rule by which harbours such as Arle, Ostby and Fell added berths had long been old.",
        "The Arle backed loan is one of the last to be paid.",
        "The Velmark condemned ferry was towed away.",
        "Lund told him why.",
        "Lund’s crew hit back hard.",
    ],
)
def test_a_cue_inside_a_subject_or_before_one_word_makes_no_statement(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("And in a note in which Lund says the pier is unsafe, she asks why.", "the pier is unsafe"),
        ("Lund backed plans that were old.", "plans that were old"),
        ("Lund said in a statement marking the day that while the pier was old, it had held.", "that while the pier"),
        ("The guild pledged Friday to not only mend it, but paint it.", "to not only mend it, but paint it"),
        ("Lund asked the guild on Friday to wait.", "the guild on Friday to wait"),
        ("Lund promised never to sell it.", "never to sell it"),
    ],
)
def test_the_content_begins_behind_days_and_occasions(text: str, content: str) -> None:
    assert said_in(text)[0].content[0].startswith(content)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The man who found the dog said it was his.", "The man"),
        ("A guard who saw the men said they ran.", "A guard"),
    ],
)
def test_the_verb_of_the_sentence_is_not_part_of_what_was_found(text: str, source: str) -> None:
    (said,) = said_in(text)
    assert said.source.startswith(source)
    assert said.cue == "said"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Lund rejected a rumour, spread on Chirp, that the pier had sunk.",
            "a rumour, spread on Chirp, that the pier had sunk",
        ),
        ("Lund cautioned against too much haste at the pier.", "too much haste at the pier"),
        ("Lund demanded more boats for the guild.", "more boats for the guild"),
    ],
)
def test_what_belongs_to_a_phrase_stays_with_it(text: str, content: str) -> None:
    assert said_in(text)[0].content == (content,)


@pytest.mark.parametrize(
    "text",
    [
        "In May the sailor John Pell wrote a book about the inventor, who had been a friend.",
        "They look around and see sailors such as Lund and Pell making a fortune.",
        "The pier is run by clerks, cooks, and volunteers who serve as guides in 85 towns.",
        "Lund called the boat Millrace and sold it.",
        "Arle raised the gate, hoping to drain the dock.",
    ],
)
def test_works_names_and_purposes_are_not_said(text: str) -> None:
    assert said_in(text) == []


def test_what_somebody_does_not_get_is_not_denied() -> None:
    assert said_in("The court denies him a berth at the pier.") == []
    assert [one.content for one in said_in("Lund denied the theft.")] == [("the theft",)]


@pytest.mark.parametrize(
    "text",
    [
        "She has beaten Osk among older voters, which describes most of the coast.",
        "He has lost the sailors, which suggests a hard race.",
        "The new study demonstrates the danger that Lund still faces.",
        "The poll reflects the anger of the coast.",
        "Lund met critics who may find the plan late.",
        "Berg will stay, as her friends have begged her to do.",
    ],
)
def test_what_is_only_plain_possible_or_done_is_not_said(text: str) -> None:
    assert said_in(text) == []


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("He has lost the guild, which suggests a new vote.", "the guild, which"),
        ("The study showed a rise in theft.", "The study"),
        ("The study demonstrates that the fish are ill.", "The study"),
        ("Her friends have begged her to do something about it.", "Her friends"),
    ],
)
def test_who_suggests_shows_or_begs_still_says_so(text: str, source: str) -> None:
    assert [said.source for said in said_in(text)] == [source]


@pytest.mark.parametrize(
    "text",
    [
        "A plurality of guests admitted to the hall from all towns are old.",
        "Many sailors admitted to the United Guild have been old.",
    ],
)
def test_a_participle_whose_sentence_has_another_verb_says_nothing(text: str) -> None:
    assert said_in(text) == []


def test_what_is_said_may_hold_a_clause_of_its_own() -> None:
    assert [one.source for one in said_in("Lund rejected the plan the guild had made.")] == ["Lund"]
    assert [one.source for one in said_in("Lund admitted to the theft of the boat.")] == ["Lund"]
