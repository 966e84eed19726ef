"""Two speak by turns: who is not named is the other one."""

from __future__ import annotations

import pytest

from summarizer import summarize


def speakers(text: str) -> list[str]:
    claims = summarize(text, engine="extractive").claims
    return [claim.source.name for claim in claims if claim.mode == "direct"]


def test_short_turns_alternate() -> None:
    text = (
        "“She counts the eggs,” Marit says.\n\n“Somebody has to,” Lena says.\n\n“Nobody has to count eggs here.”\n\n"
        "“You bought forty hens in May.”"
    )
    assert speakers(text) == ["Marit", "Lena", "Marit", "Lena"]


def test_a_quotation_after_one_speaker_s_paragraphs_goes_on() -> None:
    text = "“She counts the eggs,” Marit says.\n\n“She has to,” Marit says.\n\n“Nobody else will count eggs here.”"
    assert set(speakers(text)) == {"Marit"}


@pytest.mark.parametrize("asked", ["“Which boy?” Venner asked.", "“Which of the boys was it?” Venner wondered."])
def test_who_spoke_before_a_question_answers_it(asked: str) -> None:
    text = f"The widow shut her eyes. “My boy,” Orla Kean said at last.\n\n{asked}\n\n“The only one I have left.”"
    assert speakers(text) == ["Orla Kean", "Venner", "Orla Kean"]


def test_who_has_answered_does_not_ask_the_next_question() -> None:
    text = (
        "Judge Harlon asked Ellen Pryce where she had been.\n\n“In the harbour with the boats,” Pryce answered.\n\n"
        "“And you told nobody at all?”"
    )
    assert speakers(text) == ["Ellen Pryce"]


def test_a_long_speech_is_no_turn() -> None:
    long = "“It was a long winter, and " + "the boats were in the ice, and " * 8 + "nobody came,” Lena says."
    text = f"“She counts the eggs,” Marit says.\n\n{long}\n\n“Nobody came at all.”"
    assert speakers(text)[0] == "Marit"
    assert set(speakers(text)[1:]) == {"Lena"}
