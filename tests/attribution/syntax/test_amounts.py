from __future__ import annotations

import pytest

from summarizer import summarize
from summarizer.attribution.syntax.amounts import begins_amount
from tests.attribution.reading import tokens_of

AMOUNTS = (
    "At least 12", "At most 30", "About 200", "Over 300", "Between 20 and 30", "As many as 40", "As few as six",
    "On average 14", "Well over 100", "Far fewer than 90", "Exactly 16", "Fewer than 15", "Close to half the",
)  # fmt: skip


def said(text: str) -> list[str]:
    return [claim.text for claim in summarize(text, engine="extractive").claims if claim.mode != "none"]


@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("form", ["{0} barges sank, Vera Holm said.", "{0} barges sank, according to Vera Holm."])
def test_an_amount_opens_what_is_said_before_its_cue(form: str, amount: str) -> None:
    assert said(form.format(amount)) == [f"{amount} barges sank"]


@pytest.mark.parametrize("amount", [amount[0].lower() + amount[1:] for amount in AMOUNTS if amount != "About 200"])
@pytest.mark.parametrize("form", ["Vera Holm said {0} barges had sunk.", "Vera Holm told AFP {0} barges had sunk."])
def test_an_amount_opens_what_is_said_after_its_cue(form: str, amount: str) -> None:
    assert said(form.format(amount)) == [f"{amount} barges had sunk"]


@pytest.mark.parametrize("amount", ["half the", "thousands more", "none of the", "one in five", "two out of three"])
def test_an_amount_is_no_part_of_the_name_before_it(amount: str) -> None:
    (claim,) = summarize(f"Vera Holm told AFP {amount} barges had sunk.", engine="extractive").claims
    assert (claim.text, claim.via) == (f"{amount} barges had sunk", ("AFP",))


@pytest.mark.parametrize(
    "text", ["Over two years, Vera Holm said nothing.", "Around the lake, Vera Holm waved.", "About noon, she said no."]
)
def test_a_time_or_a_place_is_no_amount(text: str) -> None:
    assert not any(words.startswith(("Over", "Around", "About")) for words in said(text))


def test_no_amount_begins_past_the_last_word() -> None:
    paragraph = tokens_of("The crew would not say").paragraph
    assert not begins_amount(paragraph, len(paragraph.words))
