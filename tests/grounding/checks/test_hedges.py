"""What the evidence says may be is not given as sure, nor what is sure as what may be."""

from __future__ import annotations

import pytest

from summarizer.grounding.checks.hedges import hedge_difference
from tests.grounding.checks.beside import beside


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The strike will last a week.", "The strike may last a week."),
        ("The wall is cracked.", "The wall appears to be cracked."),
        ("The wind will ease by noon.", "The wind should ease by noon."),
        ("The council will double the toll.", "The council hopes to double the toll."),
        ("He touched the lever.", "He allegedly touched the lever."),
        ("The guild is asked about theft.", "The guild is asked about possible theft."),
        ("The guild will open a shop.", "The guild is expected to open a shop."),
        ("The lamp points at a leak.", "It seems that the “lamp” was pointed at a leak."),
        ("The crew faces an impossible task.", "The crew faces a near impossible task."),
        ("A pump would have saved the pier.", "A pump could have saved the pier."),
        ("The crew may strike.", "The crew will strike, if they are asked."),
        ("The guild lacks the boats.", "It is likely that Ana Moll lacks the boats."),
        ("It will discuss the sinking of boats by Kelp.", "It will discuss allegations that Kelp sank boats by night."),
        ("The crews have deployed more pumps.", "The crews are in discussions about the deployment of more pumps."),
        ("He said Moll and Brandt will show their boats.", "He expects Moll and Brandt to show their boats."),
        ("The chief said he might win.", "“I’d win,” said the chief."),
        ("The crews will remain for years.", "Crews are likely to stay for years, the chief said."),
        ("Debris will someday fall on the pier.", "Debris can someday fall on the pier."),
        ("The mayor might resign.", "The mayor must resign."),
        ("The mayor has closed the pier.", "The mayor can close the pier."),
        ("The pier was sold to a bank.", "The pier will be sold to a bank."),
        ("The wall will hold.", "The wall will hold if the wind drops tonight."),
        ("The wall leaks because the wind keeps blowing.", "The wall leaks if the wind keeps blowing."),
        ("A part of the wall has fallen.", "It is feared that a part of the wall has fallen."),
        ("The loss may be heavy.", "The loss will be heavy."),
        ("The mayor will call off the planned march.", "The mayor could call off the planned march."),
        ("The panel has heard the diver.", "The panel expects to hear the diver."),
        ("A leak cannot lead to a flood.", "A leak is unlikely to lead to a flood."),
        ("It was a leak.", "It seemed to be more of a leak."),
        ("Loud words always cause a storm.", "Loud words can cause a storm."),
        ("Moll left the pier and sold the boat.", "Moll reportedly left the pier by selling the boat."),
        ("The guild will win the ferry.", "The guild stands a good chance to win the ferry."),
        ("The crew has its best hopes in Kelp.", "The crew may have its best hopes in Kelp."),
        ("The guild has banned lamps on the pier.", "The guild has proposed banning lamps on the pier."),
        ("The board was cutting grants to the ferry.", "The board kept the right of cutting grants to the ferry."),
        ("The chief said the guild would leave the pier.", "The guild will probably leave the pier."),
        ("The crew may have found nine bodies, they said.", "The crew say they have found nine bodies."),
        ("The mayor will have to pay for the pier.", "The mayor may yet have to pay for the pier."),
        ("Friends say he will join the guild.", "Friends say he is probably inclined to join the guild."),
        ("About 900 guests came from 14 towns.", "About 900 guests are expected from 14 towns."),
        ("The guild has brought bakers to Kelp.", "The guild is looking to bring bakers to Kelp."),
        ("She will visit the crews next week.", "She wanted to visit the crews when it would not disturb them."),
        ("Her father was dismayed by the song.", "Her father would be so dismayed by the song."),
        ("The song of the guild is a puzzle to the ferry.", "The song of the guild could pose a puzzle to the ferry."),
        ("Most readers tuned in.", "Most readers say they intend to tune in."),
    ],
)
def test_a_hedge_that_is_lost_or_added_is_told(text: str, held: str) -> None:
    assert hedge_difference(beside(text, held)) is not None


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The strike could last a week.", "The strike may last a week."),
        ("The guild is to open a shop.", "The guild is expected to open a shop."),
        ("The task is on the pier.", "The task is near the pier."),
        ("A pump could have saved the pier.", "A pump could have saved the pier."),
        ("The guild came soon.", "The guild came as soon as possible."),
        ("Nine clerks are under investigation for theft.", "Police investigate nine clerks on suspicion of theft."),
        ("The count is nearly identical.", "The count is almost the same number."),
        ("The toll seems to weigh on trade.", "The toll has apparently weighed on trade, or seems to weigh on it."),
        ("There is a risk that the strike lasts a week.", "The strike may last a week."),
        ("The council aims to double the toll.", "The council hopes to double the toll."),
        ("The wall is cracked.", "The wall is cracked."),
        ("A report in May warned of rust.", "A diver's report in May warned of rust."),
        ("Brandt was unable to comment.", "Brandt could not comment."),
        ("The guns aimed at the pier fell silent.", "The guns that were aimed at the pier fell silent."),
        ("He said they deserved two goals.", "They should have had two goals, he said."),
        ("Brandt has denied it.", "It was alleged that Brandt fled. Brandt has denied it."),
        ("She has plans of her own.", "He dismissed any thought she might have her own plans."),
        ("The toll may rise.", "Whether the toll will rise is not known."),
        ("The wall would hold if the wind dropped.", "The wall will hold if the wind drops tonight."),
        ("The wall should hold once the wind drops.", "The wall will hold if the wind drops tonight."),
        ("The pier has been shut since May.", "The pier has been shut since May and can be seen from here."),
        ("A report had warned of rust.", "A diver's report in May warned of rust."),
        ("The port has cut the fee and may lower it again.", "The port lowered the fee. It could lower it further."),
        ("The wind is likely to ease by noon.", "The wind should ease by noon."),
        ("The panel is going to hear the diver.", "The panel expects to hear the diver."),
        ("A leak will probably not lead to a flood.", "A leak is unlikely to lead to a flood."),
        ("Divers feared that the wall had fallen.", "Divers feared that the wall had fallen."),
        ("Those who may fish have yet to ask for a boat.", "Those who have the right to fish must ask for a boat."),
        ("She is fond of Moll and likely to back her.", "She likes Moll and is probably inclined to back her."),
        ("Some 900 guests from 14 towns are to come.", "About 900 guests are expected from 14 towns."),
        ("She hopes she will visit the crews.", "She wanted to visit the crews when it would not disturb them."),
        ("Most readers mean to tune in.", "Most readers say they intend to tune in."),
        ("Two divers were held for selling bells.", "Two divers were held for allegedly selling bells."),
        ("A clerk was charged with burning the ledger.", "A clerk allegedly burned the ledger."),
        ("Three are accused of robbing the mill.", "Three allegedly robbed the mill."),
        ("Lorn never came to the guild.", "Lorn said she would probably come to the guild."),
        ("The rally was long.", "Lorn would probably rally for the guild."),
        ("The ferry belongs in a museum.", "The ferry should be in a museum."),
        ("She rang and they came at night.", "She used to ring, and they would come at night."),
        ("He lit the lamp for her to see the pier.", "He lit the lamp so that she could see the pier."),
    ],
)
def test_a_hedge_in_other_words_is_kept(text: str, held: str) -> None:
    assert hedge_difference(beside(text, held)) is None


def test_what_is_twice_as_likely_happens_twice_as_often() -> None:
    held = "Boats are twice as likely to sink in the strait."
    assert hedge_difference(beside("Boats sink twice as often in the strait.", held)) is None
    assert hedge_difference(beside("Boats sink in the strait.", "Boats are likely to sink in the strait."))
