"""Right claims in somebody's own words pass all checks together, and their wrong twins do not."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.line_checks import check_line
from tests.grounding.checks.beside import passage_of

CASES = [
    ("Lorn meets each member one-on-one.", "Lorn is holding one-on-ones with all the members.", None),
    ("Lorn told every guild member.", "Lorn told every one of the guild members.", "Lorn told some guild members."),
    ("Lorn knows little about the ferry.", "Lorn doesn't know much about the ferry.", "Lorn knows the ferry."),
    ("Nine divers died in the storm.", "Nine divers lost their lives in the storm.", "Ten divers died in the storm."),
    ("Lorn made her first trip to Varn.", "Lorn made her maiden trip to Varn.", "Lorn made her second trip to Varn."),
    ("Varn is second only to Orsk in size.", "Varn is the second largest town, next to Orsk.", None),
    ("New Varners like the pier.", "The people of New Varn like the pier.", "New Orskers like the pier."),
    ("Lorn asked for boats quickly.", "Lorn asked for boats as quickly as possible.", None),
    ("Lorn, who turned down the offer, left Varn.", "Lorn, who rebuffed the offer, left Varn.", None),
    ("The storm kept crews from tending nets.", "Crews were not allowed to tend nets in the storm.", None),
    ("Most divers drown young.", "Divers are most likely to drown young.", None),
    ("Lorn rejected the idea that ice broke it.", "Lorn scoffed at the idea that ice broke it.", None),
    ("Varn and Orsk are level, with Varn just ahead.", "Varn and Orsk are level; by an inch Varn is ahead.", None),
    ("Lorn wants a review of boats over six years.", "Lorn wants a review of boats over a six-year span.", None),
    ("The guild fines firms that dump nets.", "The guild fines firms if they dump nets.", None),
    ("Lorn called the ferry small several times.", "Lorn called the ferry small multiple times.", None),
    ("Lorn will be ready on the first day.", "On Day 1 Lorn will be ready.", "Lorn will be ready on the second day."),
    ("Lorn gave up her bid in May.", "Lorn, who dropped her bid in May, rests.", None),
    ("Of 2,047 divers half row.", "In a poll of 2047 divers half row.", "Of 2,074 divers half row."),
    ("Since March 2031 the mill is shut.", "The mill is shut since March, 2031, at last.", None),
    ("Lorn has not said whether it will open.", "Lorn has not indicated whether it will open.", None),
    ("The margin is plus or minus two percent.", "The margin is only plus or minus two percent.", None),
    ("Lorn let them wait.", "Lorn's guild allowed them to wait.", None),
    ("Lorn criticized Moll for letting boats go empty.", "Lorn criticized Moll for allowing boats to go empty.", None),
    (
        "Moll has had no rest for 90 days.",
        "It's been 90 days since Moll has had a rest.",
        "Moll has had no rest for 80 days.",
    ),
    (
        "Lorn scolded the guild for failing to mention ice.",
        "Lorn scolded the guild for its failure to mention ice.",
        "Lorn scolded the guild for mentioning ice.",
    ),
    ("Lorn blamed fog for the failure to sail.", "Lorn blamed fog for the failure of the guild to sail.", None),
    ("Lorn suggested that the guild send nets.", "Lorn suggested the guild should send nets.", None),
    ("The second step is to mend the nets.", "One, count the boats. Two, mend the nets. Three, sail.", None),
    ("Lorn was first with 36 votes.", "Lorn was at the top with 36 votes.", "Lorn was second with 36 votes."),
    ("Since Mar. 15 Lorn rests.", "Since March 15 Lorn rests.", "Since Mar. 25 Lorn rests."),
    (
        "The guild does not punish rowing.",
        "The guild did not and does not punish rowing.",
        "The guild does punish rowing.",
    ),
    ("The suit bars defamatory notes.", "The suit bars false, defamatory and cruel notes.", None),
    ("The vote moved Varn to the left.", "The vote moved Varn leftward on issues including ice.", None),
    (
        "Lorn must win 58 percent and Moll 64 percent.",
        "Lorn (who has 231 boats) must win 58 percent, while Moll (who has 110) must win 64 percent.",
        "Lorn must win 64 percent and Moll 58 percent.",
    ),
    ("Lorn was at 3 or 4 percent.", "Lorn was at 3, 4 percent.", "Lorn was at 5 or 6 percent."),
    ("Lorn rests for four or five days.", "Lorn rests for four days, five days.", "Lorn rests for six or seven days."),
    ("Lorn put off voters.", "Lorn was putting off potential voters.", None),
    ("Lorn's faults go beyond the toll.", "Lorn's faults are not confined to the toll.", None),
    ("The guild has seats in the U.S. Senate.", "The guild has seats in the United States Senate.", None),
    ("Lorn said the guild needs ice.", "Lorn said: This is not what the guild needs. It needs ice.", None),
    (
        "Varn trails by 5 points and Orsk by 10.",
        "Both Varn and Orsk trail the capital by 5 and 10 points, respectively.",
        "Varn trails by 10 points and Orsk by 5.",
    ),
    (
        "Edda Lorn had 10 percent and Ilse Moll 7.",
        "Sen. Edda Lorn, L-Varn, was at 10 percent. Sen. Ilse Moll, G-Orsk, was at seven percent.",
        "Edda Lorn had 7 percent and Ilse Moll 10.",
    ),
    (
        "Lorn tops Moll by 41-40, while Moll beats Rask 42-40.",
        "Lorn tops Moll 41-40; Moll ties Brand at 40-40, and Moll beats Rask 42-40.",
        "Lorn tops Moll by 41-40, while Moll beats Rask 44-40.",
    ),
    (
        "Moll would get 42 percent, Lorn 34 and Ana Rask 11.",
        "In a race between Lorn, Moll and Ana Rask, Moll won 42 percent, Lorn 34 percent and Rask 11 percent.",
        "Lorn would get 42 percent, Moll 34 and Ana Rask 11.",
    ),
    ("The note from Lorn to Moll concerns the pier.", "The note to Moll from Lorn concerns the pier.", None),
    ("Flipping a coin was not rash.", "Using a coin flip was not rash.", None),
    (
        "Last July Lorn called the toll a shame.",
        "In a speech last July, Lorn said: The toll is a shame.",
        "Last June Lorn called the toll a shame.",
    ),
    (
        "Brand would serve under either Lorn or Moll.",
        "Brand would serve under both ruling front-runner Edda Lorn and Green front-runner Ilse Moll.",
        "Brand would serve under either Lorn or Rask.",
    ),
    (
        "The Guild club Open Nets sent a letter.",
        "Open Nets, a Guild club, sent a letter.",
        "The Guild club Open Nets sent no letter.",
    ),
]


@pytest.mark.parametrize(("text", "sentence", "wrong"), CASES)
def test_who_says_the_same_in_other_words_is_let_alone(text: str, sentence: str, wrong: str | None) -> None:
    right = passage_of(text, sentence)
    assert check_line(right.article, text, right.spans) == ()
    if wrong is not None:
        assert check_line(right.article, wrong, right.spans) != ()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Lorn would have come in time.", "Lorn might have come in time."),
        ("Lorn's help would have made a difference.", "Lorn's help could have made a difference."),
        ("Divers will vote for Lorn.", "Divers made clear that they are not voting for Lorn."),
        ("Lorn should be charged.", "Moll says Lorn should face no criminal charges."),
        ("Lorn is inclined to build a pier.", "Lorn doesn't think she is inclined to build a pier."),
        ("The book makes the case against the pier.", "The book makes the case for the pier."),
        ("The mill gave a reason for Lorn's absence.", "No reason was given by the mill for Lorn's absence."),
        ("Ana Rask won over Edda Lorn.", "Edda Lorn won over Ana Rask."),
        ("Lorn asked for all of the nets.", "Lorn asked for a lot of those nets."),
        ("The toll has ruined Varn.", "The toll has arguably ruined Varn."),
        ("The guild needs a smaller pier.", "The guild needs a greater pier."),
        ("Lorn will have half of the votes by noon.", "Lorn could have half of the votes by noon."),
        ("The guilds have reconsidered.", "The guilds pledged to Lorn may reconsider."),
        ("Lorn is a friend of the guild.", "Lorn is supposed to be a friend of the guild."),
        ("That captain is Lorn.", "That captain may be Lorn."),
        (
            "The ferry is reckless.",
            "The ferry, built in Varn as if in disregard of ice, could even be called reckless.",
        ),
        ("The toll may bring traders to Varn.", "The toll will bring traders to Varn."),
        ("A guild which bars Lorn really wants a pier.", "A guild which bars Lorn doesn't really want a pier."),
        ("The nets were taken illegally.", "The nets were taken legally."),
        ("Lorn called it effective advice.", "Lorn called it ineffective advice."),
        ("The review came in a suit against the guild.", "The review came in a suit by the guild."),
        ("Lorn, a guild pick, left.", "Lorn, a potential guild pick, left."),
        ("It was odd for a president of Varn.", "It was odd for a vice president of Varn."),
        ("Lorn finished a close second.", "Lorn finished a distant second."),
    ],
)
def test_who_says_something_else_is_told(text: str, sentence: str) -> None:
    wrong = passage_of(text, sentence)
    assert check_line(wrong.article, text, wrong.spans) != ()
    assert check_line(wrong.article, sentence, wrong.spans) == ()


def test_two_of_one_name_may_be_named_by_their_first_names() -> None:
    text = "Edda and Bo Lorn came to Varn."
    sentence = "Lorn and her husband, the pilot Bo Lorn, came to Varn."
    right = passage_of(text, sentence, before="The baker Edda Lorn slept.", evidence=sentence)
    assert check_line(right.article, text, right.spans) == ()
    wrong = text.replace("Edda", "Ilse")
    assert check_line(right.article, wrong, right.spans) != ()
