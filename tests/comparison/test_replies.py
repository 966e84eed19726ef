import pytest

from summarizer.comparison.replies import find_denied_words, find_replies
from tests.comparison.outlets import passage


def said(text, who, sentence):
    return passage(text, claim=f"c{sentence}", speaker=who, sentence=sentence)


@pytest.mark.parametrize(
    "reply",
    [
        "that was untrue",
        "“It never did,”",
        "The council denied the allegations.",
        "there had been no such alarm",
        "that the council had heard no such siren",
        "the siren had nothing to do with it",
        "that there had been none",
        "that no such alarm had ever reached him",
        "it has no record of such alarms",
        "“That is not our siren,”",
    ],
)
def test_a_bare_denial_answers_what_another_has_just_said(reply):
    passages = [said("the siren sounded", "Edda Lorn", 0), said(reply, "Olek Moss", 40)]
    assert list(find_replies(passages)) == [(0, 1)]


def test_nobody_answers_himself_or_what_was_said_long_ago():
    own = [said("the siren sounded", "Edda Lorn", 0), said("it never did", "Edda Lorn", 40)]
    assert list(find_replies(own)) == []
    gap = [passage("It rained.", sentence=20), passage("It snowed.", sentence=30), passage("It froze.", sentence=35)]
    late = [said("the siren sounded", "Edda Lorn", 0), *gap, said("it never did", "Olek Moss", 40)]
    assert list(find_replies(late)) == []


def test_a_denial_may_name_whose_words_it_answers():
    mayor = said("14 people had died", "Edda Lorn", 0)._replace(role="mayor of Orsk")
    other = said("nine roads were shut", "Ilse Brandt", 20)
    for text in ("the mayor's figure", "Lorn's figure"):
        reply = said(text, "Olek Moss", 40)._replace(stance="denies")
        assert list(find_replies([mayor, other, reply])) == [(0, 2)]
    assert list(find_replies([mayor, other, said("the mayor's figure", "Olek Moss", 40)])) == []


def test_disagreement_with_somebody_answers_his_last_words():
    texts = [said("the council should not meet", "Edda Lorn", 0), said("it rained", "Ilse Brandt", 20)]
    assert list(find_replies([*texts, said("I entirely disagree with Ms. Lorn's position", "Olek Moss", 40)])) == [
        (0, 2)
    ]
    assert list(find_replies([*texts, said("I entirely disagree with Mr. Roe's position", "Olek Moss", 40)])) == []


def test_what_is_called_the_contrary_right_after_it_was_said_is_denied():
    legal = said("the strike is legal", "Edda Lorn", 0)
    assert list(find_replies([legal, said("it unlawful", "Olek Moss", 40)])) == [(0, 1)]
    assert list(find_replies([legal, said("it necessary", "Olek Moss", 40)])) == []


def test_a_denial_of_what_was_just_said_goes_on_with_a_short_quotation():
    pump = said("the pump had been broken for weeks", "Edda Lorn", 0)
    denial = said("this", "Olek Moss", 40)._replace(start=40, end=44, stance="denies")
    quote = said("“It runs well,”", "Olek Moss", 46)._replace(start=46, end=61, is_quoted=True)
    assert list(find_replies([pump, denial, quote])) == [(0, 1), (0, 2)]
    far = quote._replace(start=90, end=105)
    assert list(find_replies([pump, denial, far])) == [(0, 1)]
    assert list(find_replies([pump, denial._replace(stance="asserts")])) == []


def test_who_denies_too_is_answered_by_nobody():
    denial = said("the siren sounded", "Edda Lorn", 0)._replace(stance="denies")
    assert list(find_replies([denial, said("there was no such alarm", "Olek Moss", 40)])) == []


def test_the_contrary_of_whom_was_just_spoken_answers_it():
    first = said("Edda Lorn was dismissed", "Ilse Brandt", 0)
    assert list(find_replies([first, said("that she had resigned", "Edda Lorn", 40)])) == [(0, 1)]
    assert list(find_replies([first, said("that the keeper of the weir at Orsk had resigned", "Olek Moss", 40)])) == []


def test_the_words_that_another_denies_are_opposed_to_the_denial():
    claim = said("it was right because the keeper struck him", "Olek Moss", 0)
    denial = claim._replace(start=20, text="the keeper struck him", speaker="Edda Lorn", stance="denies")
    assert list(find_denied_words([claim, denial])) == [(0, 1)]
    assert list(find_denied_words([claim._replace(start=25), denial])) == []
    assert list(find_denied_words([claim, denial._replace(speaker="Olek Moss")])) == []
    rebuts = said("Orsk must rebut the keeper’s claims", "Olek Moss", 0)
    assert list(find_denied_words([rebuts, rebuts._replace(start=15, speaker="Orsk", stance="denies")])) == []


def test_who_says_that_it_is_so_answers_what_denies_it():
    shut = said("the lock could not be opened before 2040", "Edda Lorn", 0)
    assert list(find_replies([shut, said("that it can", "Olek Moss", 40)])) == [(0, 1)]
    denied = said("that the lock was rotten", "Edda Lorn", 0)._replace(stance="denies")
    assert list(find_replies([denied, said("it was", "Olek Moss", 40)])) == [(0, 1)]
    assert list(find_replies([said("the lock will open", "Edda Lorn", 0), said("that it will", "Olek Moss", 40)])) == []


def test_who_only_disagrees_denies_what_was_just_said():
    texts = [said("the reeve left of his own accord", "Edda Lorn", 0), said("Olek Moss disagreed.", "Olek Moss", 40)]
    assert list(find_replies(texts)) == [(0, 1)]


def test_a_denial_is_of_all_that_a_sentence_says_and_not_of_the_quotation_that_illustrates_it():
    wrote = said("that she had written to the board", "Edda Lorn", 0)
    asked = said("it to move", "Edda Lorn", 0)._replace(start=50)
    denial = said("it had received no such letter", "the board", 80)
    assert list(find_replies([wrote, asked, denial])) == [(0, 2)]
    sentence = "Relatives said the men had been left in their cells."
    several = said("the men had been left in their cells", "relatives", 0)._replace(
        kind="witness", sentence_text=sentence
    )
    quote = said("“He rang me,”", "Ilse Brandt", 60)._replace(is_quoted=True, lead=f"{sentence} ", start=60)
    reply = said("this", "the guild", 90)._replace(stance="denies")
    assert list(find_replies([several, quote, reply])) == [(0, 2)]
    assert list(find_replies([several._replace(kind="person"), quote, reply])) == [(1, 2)]


def test_a_denial_of_somebodys_words_answers_nobody_else():
    rebuts = said("Orsk must rebut those words", "Ilse Brandt", 0)
    for text, expected in (("Lorn's claims", []), ("the reeve's claims", [(0, 1)]), ("those claims", [(0, 1)])):
        assert list(find_replies([rebuts, said(text, "Olek Moss", 40)._replace(stance="denies")])) == expected, text


def test_in_one_paragraph_the_article_may_go_on_before_another_denies_it():
    sentence = "The mill should have had three guards, the guild said."
    three = said("The mill should have had three guards", "the guild", 0)._replace(sentence_text=sentence)
    own = passage("Two posts have been empty since May.", sentence=60)
    denial = said("that", "Edda Lorn", 100)._replace(stance="denies")
    assert list(find_replies([three, own, denial._replace(lead=f"{sentence} {own.text} ")])) == [(0, 2)]
    far = passage("It rained.", sentence=80)
    assert list(find_replies([three, own, far, denial])) == []


def test_a_thing_of_which_nothing_was_said_had_no_part_in_it():
    fine = said("the clerk was sacked for her speech on the toll", "Edda Lorn", 0)
    for text, count in (("her speech had played no part in it", 1), ("the weather had played no part in it", 0)):
        assert len(list(find_replies([fine, said(text, "Olek Moss", 60)]))) == count, text


def test_a_claim_that_another_calls_nonsense_is_denied_in_the_sentence_that_makes_it():
    sentence = "Edda Lorn said the weir was rotten, a claim that Olek Moss called “{}”."
    for word, count in (("nonsense", 1), ("brave", 0)):
        whole = sentence.format(word)
        start = whole.index("a claim")
        more = {"sentence": 0, "sentence_text": whole, "kind": "person"}
        rotten = passage(whole[16:], claim="c1", speaker="Edda Lorn", start=16, end=len(whole), **more)
        called = passage(
            "a claim", claim="c2", speaker="Olek Moss", stance="condemns", start=start, end=start + 7, **more
        )
        assert len(list(find_denied_words([rotten, called]))) == count, word


def test_a_part_of_a_statement_that_is_taken_for_anothers_words_is_not_what_is_answered():
    text = "the reeve had not asked him to go"
    more = {"sentence": 0, "sentence_text": f"Edda Lorn said {text}.", "kind": "person"}
    whole = passage(text, claim="c1", speaker="Edda Lorn", start=15, end=15 + len(text), **more)
    part = passage("him to go", claim="c2", speaker="the reeve", start=39, end=48, **more)
    had = said("she had", "Olek Moss", 60)._replace(start=60, end=67)
    assert list(find_replies([whole, part, had])) == [(0, 2)]


@pytest.mark.parametrize(
    ("clause", "tail", "answered"),
    [
        ("The two islets lie within the waters of Velm, ", "although Orsk disputes ", 1),
        ("The wool of the upland farms is paid for in grain, ", "but the guild denies ", 1),
        ("", "The keepers’ guild of Orsk, a small one, denies ", 0),
    ],
)
def test_a_denial_at_the_end_of_a_sentence_answers_the_clause_before_it(clause, tail, answered):
    whole = f"{clause}{tail}this."
    at = 100
    own = [passage(clause.strip(" ,"), start=at, end=at + len(clause) - 2, sentence=at)] if clause else []
    reply = passage(
        "this",
        claim="c2",
        speaker="Orsk",
        stance="denies",
        start=at + len(whole) - 5,
        end=at + len(whole) - 1,
        sentence=at,
        sentence_text=whole,
    )
    passages = [said("the siren sounded", "Edda Lorn", 0), *own, reply]
    assert list(find_replies(passages)) == [(answered, len(passages) - 1)]


def test_a_denial_is_not_of_a_sentence_before_where_its_own_tells_what_is_denied():
    before = said("the weir cost 5 million marks", "Edda Lorn", 0)
    own = passage("The divers came after an hour, complained their guild", sentence=40)
    assert list(find_replies([before, own, said("this", "Olek Moss", 40)._replace(stance="denies")])) == []
    assert list(find_replies([before, said("this", "Olek Moss", 40)._replace(stance="denies")])) == [(0, 1)]


def test_who_denies_an_account_denies_what_it_began_with():
    passages = [
        said("the miller flew to Velm five times", "Edda Lorn", 0),
        said("“Everybody knew,”", "Edda Lorn", 40),
        said("the account", "Olek Moss", 60)._replace(stance="denies"),
    ]
    assert list(find_replies(passages)) == [(0, 2)]
    assert list(find_replies([*passages[:2], passages[2]._replace(text="that")])) == [(1, 2)]


def test_a_denial_of_an_accusation_answers_what_accuses_somebody():
    accusing = said("the wardens of having opened the weir", "Edda Lorn", 0)._replace(stance="accuses")
    told = said("52 sheep were saved", "Piet Harl", 40)
    denial = said("the accusation", "Olek Moss", 80)._replace(stance="denies")
    assert list(find_replies([accusing, told, denial])) == [(0, 2)]
    beside = denial._replace(lead="The wardens slept. 52 sheep were saved")
    assert list(find_replies([accusing, told, beside])) == [(1, 2)]
    assert list(find_replies([told, denial])) == [(0, 1)]
