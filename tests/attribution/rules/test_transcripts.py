"""Interviews: each turn has a name and a colon, and only what is answered is said."""

from __future__ import annotations

import pytest

from tests.attribution.reading import said_in

INTERVIEW = """We sat down with ferry captain Edda Lorn and her mate Dov Pell to talk of the winter.

Harbour Post: The bay froze. How did you get out?

Edda Lorn: We waited for the tide. It took nine days.

The ice was two feet thick.

Harbour Post: Were you afraid?

Dov Pell: Only of the cold.

Lorn: He slept through it all."""


def test_a_turn_is_its_speaker_s_up_to_the_next() -> None:
    assert [(said.source, said.content) for said in said_in(INTERVIEW)] == [
        ("Edda Lorn", ("We waited for the tide. It took nine days",)),
        ("Edda Lorn", ("The ice was two feet thick",)),
        ("Dov Pell", ("Only of the cold",)),
        ("Lorn", ("He slept through it all",)),
    ]


ASKED = "Five minutes with… Edda Lorn, who lights the pier\n\n" + "\n\n".join(
    f"{question}\n\n{{}}" for question in ("Is it lit?", "Since when?", "A guest told me it was dark. True?", "Why?")
)


def test_questions_and_answers_in_turn_are_an_interview() -> None:
    text = ASKED.format(
        "I lit it in May.", "My son knows it well.", "I was away then. Who was here?", "It was our lamp then."
    )
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("Edda Lorn", ("I lit it in May",)),
        ("Edda Lorn", ("My son knows it well",)),
        ("A guest", ("it was dark",)),
        ("Edda Lorn", ("I was away then. Who was here?",)),
        ("Edda Lorn", ("It was our lamp then",)),
    ]


def test_who_asks_back_once_still_answers() -> None:
    text = (
        "PRESENTER: Is the pier safe, yes or no?\n\nDANA COLE: A closed pier is very safe.\n\nPRESENTER: The council "
        "says it will open in May.\n\nDANA COLE: And in which May?"
    )
    assert [said.source for said in said_in(text)] == ["DANA COLE", "The council", "DANA COLE"]


def test_a_writer_who_asks_and_answers_is_nobody_s_interview() -> None:
    text = ASKED.format("It was lit in May.", "The town paid for it.", "Nobody was there.", "It was an old lamp.")
    assert [said.source for said in said_in(text)] == ["A guest"]


@pytest.mark.parametrize("time", ["[00:00:{}]", "00:{}", "({}:05)"])
def test_the_time_of_a_recording_may_open_a_turn(time: str) -> None:
    turns = ["Ada Lorn: It was late.", "Bo Pell: It was cold.", "Ada Lorn: We left."]
    text = "\n\n".join(f"{time.format(10 + number)} {turn}" for number, turn in enumerate(turns))
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("Ada Lorn", ("It was late",)),
        ("Bo Pell", ("It was cold",)),
        ("Ada Lorn", ("We left",)),
    ]


def test_thanks_before_a_question_are_nobody_s() -> None:
    text = (
        "Ada Lorn: It was a good year.\n\nBo Pell: Hi, thanks for taking my question. A rival said that it was bad. "
        "Was it?\n\nAda Lorn: It was good.\n\nBo Pell: Sure?\n\nAda Lorn: I am."
    )
    assert {said.source for said in said_in(text)} == {"Ada Lorn", "A rival"}


def test_answers_are_of_whom_the_interview_is_with() -> None:
    text = "We spoke to keeper Edda Lorn.\n\nQ: Is it lit?\n\nA: It is lit again.\n\nQ: Since when?\n\nA: May."
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("keeper Edda Lorn", ("It is lit again",)),
        ("keeper Edda Lorn", ("May",)),
    ]


def test_answers_of_nobody_are_left_alone() -> None:
    assert said_in("The lamp.\n\nQ: Is it lit?\n\nA: It is lit again.\n\nQ: Since when?\n\nA: Since May.") == []


def test_full_names_need_two_turns_only() -> None:
    text = "The council met.\n\nChair Edda Lorn: The vote is at ten.\n\nMember Dov Pell: It should be later."
    assert [said.source for said in said_in(text)] == ["Chair Edda Lorn", "Member Dov Pell"]


def test_a_role_may_stand_behind_the_name() -> None:
    text = "Ada Lorn, mayor: We keep the toll.\n\nDov Pell, keeper: It ruins us.\n\nTor Vall, guild: I pay."
    assert [said.source for said in said_in(text)] == ["Ada Lorn", "Dov Pell", "Tor Vall"]


def test_an_interview_without_names_is_read_where_it_says_that_it_is_one() -> None:
    text = (
        "We spoke with keeper Edda Lorn. The interview has been edited.\n\nIs the lamp lit?\n\nIt is lit again, I know."
        "\n\nSince when?\n\nWe lit it in the spring of the year.\n\nWho pays?\n\nI do, and so does my son."
        "\n\nDov Pell is a writer for the Post."
    )
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("keeper Edda Lorn", ("It is lit again, I know",)),
        ("keeper Edda Lorn", ("We lit it in the spring of the year",)),
        ("keeper Edda Lorn", ("I do, and so does my son",)),
    ]
    assert said_in(text.replace("The interview has been edited.", "")) == []


def test_a_recipe_and_a_timetable_are_no_transcript() -> None:
    assert said_in("Flour: two cups of it.\n\nMethod: Beat the eggs and add milk.\n\nServes: Four.") == []


def test_notes_on_teams_are_no_transcript() -> None:
    text = "NOTES\n\nGulls: F Dov Pell sat out the game.\n\nTerns: Edda Lorn fell.\n\nGulls: Visit the Terns on Friday."
    assert said_in(text) == []


def test_letters_with_full_stops_are_turns_too() -> None:
    text = (
        "We asked keeper Edda Lorn about the lamp.\n\nQ. Is it lit?\n\nA. It is lit again.\n\nQ. Since when?\n\nA. May."
    )
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("keeper Edda Lorn", ("It is lit again",)),
        ("keeper Edda Lorn", ("May",)),
    ]


QUESTIONS = """Keeper Edda Lorn talks of the winter.

How did you get out?

Edda Lorn: We waited for the tide.

The ice was two feet thick.

Were you afraid?

Lorn: Only of the cold."""


def test_questions_may_have_no_name_before_them() -> None:
    assert [(said.source, said.content) for said in said_in(QUESTIONS)] == [
        ("Edda Lorn", ("We waited for the tide",)),
        ("Edda Lorn", ("The ice was two feet thick",)),
        ("Lorn", ("Only of the cold",)),
    ]


def test_one_question_makes_no_interview() -> None:
    assert said_in("How was it lost?\n\nEdda Lorn: a life on the ferry\n\nThe ice was two feet thick.") == []


def test_initials_stand_for_who_is_named_above() -> None:
    text = (
        "Keeper Edda Lorn (EL) talks to Bo Hase (BH) about the lamp.\n\nBH: Is it lit?\n\nEL: It is lit again.\n\n"
        "BH: Since when?\n\nEL: It has burnt since May."
    )
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("Edda Lorn", ("It is lit again",)),
        ("Edda Lorn", ("It has burnt since May",)),
    ]


def test_initials_of_two_are_nobody_s() -> None:
    text = "Edda Lorn met Emil Lang.\n\nBH: Is it lit?\n\nEL: It is lit.\n\nBH: Why?\n\nEL: It is dark."
    assert {said.source for said in said_in(text)} == {"EL"}


def test_what_a_question_tells_of_others_is_theirs() -> None:
    text = (
        "The mayor met the press.\n\nREPORTER: Some guests say they were cold.\n\nMAYOR LORN: I regret it.\n\n"
        "REPORTER: Did the guild say that it was safe?\n\nMAYOR LORN: It did not."
    )
    assert [(said.source, said.content) for said in said_in(text)] == [
        ("Some guests", ("they were cold",)),
        ("MAYOR LORN", ("I regret it",)),
        ("MAYOR LORN", ("It did not",)),
    ]


def test_what_a_page_is_called_takes_no_turn() -> None:
    text = (
        "Transcript: the mayor's talk on the flood\n\nIt has been edited.\n\nMAYOR LORN: It was late.\n\n"
        "DR. PELL: It was cold.\n\nMAYOR LORN: We were there."
    )
    assert [said.source for said in said_in(text)] == ["MAYOR LORN", "DR. PELL", "MAYOR LORN"]
