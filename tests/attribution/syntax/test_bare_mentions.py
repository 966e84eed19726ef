"""A mention of a source loses the verb that it begins with and the medium that asked, or is no mention."""

from __future__ import annotations

import pytest

from summarizer.attribution.syntax.bare_mentions import without_holder, without_verb
from tests.attribution.reading import said_in, tokens_of


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("The plan has [come under fire from drivers who] say it is late.", "drivers who"),
        ("[The mayor of Arle] says it is late.", "The mayor of Arle"),
        ("[Responding] says it is late.", None),
        ("[There] says it is late.", None),
    ],
)
def test_a_mention_begins_with_who_it_is(marked: str, left: str | None) -> None:
    tokens = tokens_of(marked)
    assert tokens.words(without_verb(tokens.paragraph, tokens.content)) == left


@pytest.mark.parametrize(
    ("marked", "left"),
    [
        ("[A guard contacted by] the Herald said it rained.", "A guard"),
        ("[A memo seen by] the Herald said it rained.", "A memo seen by"),
        ("[A guard of the palace] said it rained.", "A guard of the palace"),
    ],
)
def test_who_was_asked_by_a_medium_keeps_no_medium(marked: str, left: str) -> None:
    tokens = tokens_of(marked)
    assert tokens.words(without_holder(tokens.paragraph, tokens.content)) == left


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Less than a third of sailors said the port should wait.", "Less than a third of sailors"),
        ("More than half said the port should wait.", "More than half"),
        ("At least two sailors said the port was shut.", "At least two sailors"),
        ("No more than that: two sailors said the port was shut.", "two sailors"),
        ("The port was shut, he said, for more than two weeks.", "he"),
    ],
)
def test_a_share_keeps_what_it_is_measured_by(text: str, source: str) -> None:
    assert [one.source for one in said_in(text)] == [source]


@pytest.mark.parametrize("sent", ["emailed backers", "texted friends"])
def test_whom_somebody_writes_to_is_no_part_of_who_writes(sent: str) -> None:
    (said,) = said_in(f"The senator {sent} saying: “The fight goes on in every town.”")
    assert said.source == "The senator"
