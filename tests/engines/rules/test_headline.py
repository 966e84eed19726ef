import pytest

from summarizer.engines.rules.headline import MAX_HEADLINE, headline_of


def test_of_a_title_of_two_sentences_the_first_is_taken():
    assert headline_of("Wall at Varn breaks again. What now?", []) == "Wall at Varn breaks again"
    assert headline_of("It broke. Wall at Varn was old", []) == "It broke. Wall at Varn was old"


def test_the_stop_behind_a_title_is_left_out_but_not_that_of_an_abbreviation():
    assert headline_of("Wall at Varn breaks.", []) == "Wall at Varn breaks"
    assert headline_of("The Place That Nobody Wants To Move To.", []) == "The Place That Nobody Wants To Move To"
    assert headline_of("Reeve calls the wall ‘a farce.’", []) == "Reeve calls the wall ‘a farce’"
    assert headline_of("Wall built by the U.S.", []) == "Wall built by the U.S."
    assert headline_of("Wall built by Kelp Inc.", []) == "Wall built by Kelp Inc."


def test_the_name_of_a_site_is_left_out():
    assert headline_of("Wall at Varn breaks | Kelp Echo News", []) == "Wall at Varn breaks"
    assert headline_of("Wall breaks — Kelp", [], "Kelp") == "Wall breaks"


def test_what_only_calls_for_a_look_is_left_out():
    assert headline_of("EXCLUSIVE: Wall at Varn breaks", []) == "Wall at Varn breaks"
    assert headline_of("Watch: wall at Varn breaks", []) == "wall at Varn breaks"
    assert headline_of("BREAKING - Wall at Varn is lost", []) == "Wall at Varn is lost"
    assert headline_of("Live music returns: Varn sings", []) == "Live music returns: Varn sings"
    assert headline_of("Reeve on wall: WATCH: it breaks", []) == "Reeve on wall: WATCH: it breaks"


def test_a_lead_that_is_too_long_loses_its_last_clauses_and_is_not_cut_off():
    lead = (
        "The wall at Varn broke on Sunday and flooded nine streets of the old town, " + "which was a great loss, " * 9
    )
    made = headline_of("", [lead + "and nobody knows why."])
    assert made.startswith("The wall at Varn broke on Sunday and flooded nine streets of the old town")
    assert not made.endswith("…")


def test_without_a_title_the_lead_is_the_headline():
    assert headline_of("", ["The wall at Varn broke on Sunday, officials said."]) == "The wall at Varn broke on Sunday"
    assert len(headline_of("", ["The wall broke and " * 30])) <= MAX_HEADLINE
    assert headline_of("", []) == ""


def test_a_first_sentence_that_stands_for_a_title_loses_what_is_added_to_it():
    lead = (
        "A reeve of Varn vowed on Saturday to keep every gate of the harbour shut, defying the council’s orders to let "
        "the herring boats of both banks out."
    )
    assert headline_of("", [lead]) == "A reeve of Varn vowed on Saturday to keep every gate of the harbour shut"
    whole = "The leader of the largest union in the whole of the harbour of Varn, a man of few words, left"
    assert headline_of("", [whole]) == whole


def test_who_wrote_an_article_and_the_time_of_an_entry_are_no_headline() -> None:
    for title in ("BYLINE: Ana Moll", "16:40 Summary: what we know so far"):
        assert headline_of(title, ["The mill of Kell was shut."]) == "The mill of Kell was shut"


def test_of_a_title_that_says_first_what_is_not_both_halves_are_told() -> None:
    for title in ("Reeve isn’t selling the mill. She’s buying it", "This is not the Mill of Kell. It’s a Barn"):
        assert headline_of(f"{title}.", []) == title
    assert headline_of("Reeve will not sell the mill. What now?", []) == "Reeve will not sell the mill"
    assert headline_of("Reeve sells the mill of Kell. She’s rich", []) == "Reeve sells the mill of Kell"


def test_a_long_lead_is_rather_told_whole_than_cut_within_a_clause() -> None:
    lead = (
        "The armed wing of the Kell guild has threatened to burn the boats of every harbour master of the coast if the "
        "herring fishers whom the reeve of Varn locked up on Sunday night, or any of their sons, are sent to Arle."
    )
    assert headline_of("", [lead]) == lead.rstrip(".")


def test_and_between_nouns_is_no_place_to_cut_a_lead() -> None:
    end = (
        "through four streets of the old town of Kell and into the cellars of the guild of herring fishers of the coast"
    )
    shown = (
        f"The harbour wall of Kell broke in the storm of Sunday night before anybody saw the mud and water come {end}"
    )
    assert headline_of("", [shown]) == shown
    done = f"The harbour wall of Kell broke in the storm of Sunday night before anybody was warned and sent mud {end}"
    assert headline_of("", [done]).endswith("warned")


def test_a_lead_keeps_its_reason_where_there_is_room() -> None:
    lead = (
        "Dozens of herring fishers were hurt, some badly, and others were lost at sea after a wall broke in the port "
        "of Kell, burying nine of their boats in mud and stones, crews and reeves of the coast said"
    )
    assert headline_of("", [lead]).endswith("after a wall broke in the port of Kell")


def test_what_is_now_stays_with_what_was() -> None:
    title = "Goats ruled the isle of Kell for ages. Now it turns green."
    assert headline_of(title, []) == title.rstrip(".")
    assert headline_of("Goats ruled the isle of Kell for ages. Herring boats came.", []) == title.partition(".")[0]


@pytest.mark.parametrize(
    ("behind", "is_left"),
    [
        (", but nine others of their crews are still in the harbour of Varn", True),
        (" that the millers of Varn had sold to the guild of Kell", False),
    ],
)
def test_what_is_joined_to_a_very_long_line_is_left_out(behind: str, is_left: bool) -> None:
    line = "The pilots of Kell have brought in a fishing boat of the millers that a storm had driven from the coast"
    assert headline_of("", [f"{line}{behind}."]) == (line if is_left else f"{line}{behind}")


def test_in_a_bid_to_is_left_out_of_a_long_headline() -> None:
    line = "The pilots of Kell and the millers of Varn will take part in talks of the town on Monday afternoon"
    assert headline_of("", [f"{line}, in a bid to end their long row over the price of oats."]) == line


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{} the price of oats on the coast at the old market of Varn", "{} the price of oats on the coast"),
        ("{} the price of oats that were sold", "{} the price of oats that were sold"),
        ("{} no price of oats at the old market of Varn", "{} no price of oats at the old market of Varn"),
        ("{} the boats that were burning in the harbour", "{} the boats that were burning in the harbour"),
    ],
)
def test_where_it_happened_is_left_out_of_a_very_long_headline_but_no_other_words(line: str, told: str) -> None:
    most = "The guild of the pilots of Kell and the guild of the millers of Varn have said to the board of the harbour"
    assert headline_of("", [line.format(most) + "."]) == told.format(most)
