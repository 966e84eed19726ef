from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"
QUOTE = "“We opened every sluice before dawn and rang the bell at the market”"


def fact(*reports, word="sluice"):
    made = compare(reports)
    return made, max((one for one in made.facts if word in one.text), key=lambda one: len(one.sides[0].mentions))


def test_two_outlets_that_quote_one_speaker_are_one_origin():
    made, found = fact(
        told(f"{FLOOD}Mayor Ilse Brandt said the sluice of the weir had been left open.", "a"),
        told(f"{FLOOD}The sluice of the weir had been left open, said the mayor, Ilse Brandt.", "b"),
    )
    assert (found.verdict, found.origins) == ("agree", 1)
    assert [one.kind for one in made.origins if one.id in found.sides[0].origins] == ["source"]


def test_the_same_quotation_is_one_origin_whoever_is_named():
    _, found = fact(
        told(f"{FLOOD}{QUOTE}, Ilse Brandt said.", "a"),
        told(f"{FLOOD}{QUOTE}, a statement of the town hall said.", "b"),
    )
    assert found.origins == 1


def test_copied_sentences_are_one_wire_text():
    wire = "The old weir, built of oak in 1931, feeds nine mills and a tannery below the market."
    made, found = fact(told(f"{FLOOD}{wire}", "a"), told(f"{FLOOD}{wire} Rain fell.", "b"), word="oak")
    assert found.origins == 1
    assert [one.kind for one in made.origins if one.id in found.sides[0].origins] == ["wire"]
    assert {place.article for copy in made.copies for place in copy.passages} == {"a", "b"}


def test_a_spokesman_and_his_office_are_one_origin():
    _, found = fact(
        told(f"{FLOOD}The coast guard said the sluice of the weir had been left open.", "a"),
        told(f"{FLOOD}Captain Edda Lorn of the coast guard said the sluice of the weir had been left open.", "b"),
    )
    assert found.origins == 1


def test_two_speakers_are_two_origins():
    _, found = fact(
        told(f"{FLOOD}Mayor Ilse Brandt said the sluice of the weir had been left open.", "a"),
        told(f"{FLOOD}Farmer Olek Moss said the sluice of the weir had been left open.", "b"),
    )
    assert found.origins == 2


def test_what_a_source_has_himself_is_no_other_origin():
    made, found = fact(
        told(f"{FLOOD}Edda Lorn said that laboratory work showed that 40 litres had leaked.", "a"), word="40"
    )
    assert {one.name for one in made.sources} == {"Edda Lorn", "laboratory work"}
    assert found.origins == 1


def test_a_body_without_a_name_is_one_with_the_only_head_of_such_a_body():
    _, found = fact(
        told(f"{FLOOD}Olek Moss, director of Orsk General Hospital, said 31 people had been injured.", "a"),
        told(f"{FLOOD}The city’s hospital said that 31 people were injured.", "b"),
        word="injured",
    )
    assert (found.verdict, found.origins) == ("agree", 1)


def test_the_body_stands_for_its_spokesman():
    made, found = fact(
        told(f"{FLOOD}Captain Edda Lorn of the coast guard said the sluice of the weir had been left open.", "a"),
        told(f"{FLOOD}The coast guard said the sluice of the weir had been left open.", "b"),
    )
    known = next(one.source for one in made.origins if one.id == found.sides[0].origins[0])
    assert next(one.name for one in made.sources if one.id == known).lower().endswith("coast guard")


def test_an_article_that_speaks_of_somebodys_words_is_no_witness_of_them():
    _, found = fact(
        told(f"{FLOOD}Mayor Ilse Brandt repeated her call for a ban on mills below the sluice.", "a"),
        told(f"{FLOOD}The council debated Brandt’s earlier call for a ban on mills below the sluice.", "b"),
    )
    assert (len({one.article for one in found.sides[0].mentions}), found.origins) == (2, 1)


def test_a_person_whom_another_quotes_knows_it_himself():
    made = compare(
        [told(f"{FLOOD}Edda Lorn said that a lock keeper told her that the sluice had been left open.", "a")]
    )
    keeper = next(one.id for one in made.sources if one.name == "a lock keeper")
    assert keeper in {one.source for one in made.origins}


def test_that_somebody_said_something_is_known_by_the_outlet_that_tells_it():
    made, found = fact(
        told(f"{FLOOD}Mayor Ilse Brandt told the council that 23 people had drowned.", "a"),
        told(f"{FLOOD}A spokesman for Mayor Ilse Brandt denied that the mayor had spoken of 23 drowned people.", "b"),
        word="23",
    )
    kinds = {one.id: one.kind for one in made.origins}
    assert (found.verdict, found.origins) == ("conflict", 2)
    assert sorted(kinds[one] for side in found.sides for one in side.origins) == ["outlet", "source"]


def test_a_headline_is_no_witness_beside_its_article():
    _, found = fact(
        told(
            "Wreck at Orsk: “I counted 60 empty barrels”\n\n"
            "The weir at Orsk broke on Monday. “By noon I had counted 60 barrels,” said farmer Olek Moss.",
            "a",
        ),
        word="counted",
    )
    assert (found.verdict, found.origins) == ("single_source", 1)


def test_a_long_text_that_two_outlets_quote_is_one_origin_however_much_more_one_of_them_quotes():
    law = "whoever opens a sluice or a gate of a public weir without the written leave of the river board"
    more = (
        "and whoever helps him, or hides what he did, or keeps the keys of the gate after he was told to hand them in, "
        "or breaks the seals that the board has put upon the chains, the wheels, the doors and the boats of the keeper"
    )
    _, found = fact(
        told(f"{FLOOD}The law punishes “{law}”.", "a"),
        told(
            f"{FLOOD}Critics say the keeper broke the law. “{law.capitalize()}, {more}, shall pay a fine,” they said.",
            "b",
        ),
        word="weir without",
    )
    assert (len(found.sides[0].mentions), found.origins) == (2, 1)


def test_a_medium_that_tells_what_a_person_told_is_no_origin_beside_him():
    _, found = fact(
        told(f"{FLOOD}Diver Olek Moss said the sluice of the weir had been left open.", "a"),
        told(f"{FLOOD}The Orsk Courier reported that Olek Moss had said the sluice of the weir was left open.", "b"),
    )
    assert found.origins == 1


def conflict(*texts):
    made = compare([told(FLOOD + text, name) for name, text in zip("ab", texts, strict=False)])
    return next(one for one in made.facts if one.verdict == "conflict")


def test_a_body_and_its_officer_who_contradict_one_another_are_two():
    text = "Edda Lorn, the diet's head of sluices, was dismissed, the diet said. Ms. Lorn said that she had resigned."
    assert conflict(text, "It rained.").origins == 2


def test_who_is_said_to_tell_a_number_is_its_origin_and_not_the_outlet():
    found = conflict(
        "Mayor Olek Moss said that nine people had died.",
        "Seven people died, Edda Lorn said. Mayor Olek Moss spoke of nine dead.",
    )
    assert found.origins == 2


def test_who_denies_what_another_says_in_one_sentence_is_an_origin_beside_him():
    found = conflict(
        "The mill gates were locked, Ilse Brandt told the Gazette. The keeper, Edda Lorn, denied this.",
        "The mill gates were open, Olek Moss said.",
    )
    assert found.origins == 3
    assert [len(side.mentions) for side in found.sides] == [1, 2]


def test_an_unnamed_usher_is_the_one_whom_another_outlet_names():
    found = conflict(
        "More than 1,400 people were in the hall, said Janko Weil, an usher.",
        "An usher put the audience at more than 1,400, the Gazette reported. Edda Lorn said 1,180 people were there.",
    )
    assert found.origins == 2


def test_who_gives_a_number_on_some_day_is_its_origin_and_not_the_outlet():
    _, found = fact(
        told(f"{FLOOD}Moss Mills said 64 people had been on the weir.", "a"),
        told(f"{FLOOD}Moss Mills on Friday stood by its figure of 64 people on the weir.", "b"),
        word="people on the weir",
    )
    assert ([len(side.mentions) for side in found.sides], found.origins) == ([2], 1)


def test_who_tells_what_a_log_shows_is_its_origin():
    one = "The sluice log shows that the sluice had been left open, said Edda Lorn, an engineer. She read it."
    two = "Edda Lorn said that the sluice had been left open. “It was left so for a week,” she said."
    _, found = fact(told(f"{FLOOD}{one}", "a"), told(f"{FLOOD}{two}", "b"), word="left open")
    assert found.origins == 1


def test_whom_a_paper_cites_by_his_office_is_the_origin():
    one = "Mayor Olek Moss said that 63 houses by the sluice were gone."
    two = "The Orsk Star reported that 63 houses by the sluice were destroyed, citing the mayor."
    _, found = fact(told(f"{FLOOD}{one}", "a"), told(f"{FLOOD}{two}", "b"), word="houses")
    assert (len(found.sides[0].mentions), found.origins) == (2, 1)


def test_who_tells_what_a_body_told_him_is_the_origin_of_that():
    made = compare(
        [
            told(
                f"{FLOOD}Harl Dorn, a clerk, said that the army had told the town of the sluice two days before.", "a"
            ),
            told(f"{FLOOD}Harl Dorn said that the army had told the town of the sluice 48 hours in advance.", "b"),
        ]
    )
    sides = [
        side for one in made.facts for side in one.sides if any("army" in mention.text for mention in side.mentions)
    ]
    found = {one.id: one for one in made.origins}
    names = {one.id: one.name for one in made.sources}
    assert sides
    assert {names[found[one].source] for side in sides for one in side.origins} == {"Harl Dorn"}


def test_whose_words_a_headline_gives_is_told_by_a_text():
    made = compare(
        [
            told(f"{FLOOD}“This is a sluice problem and nothing else,” said Harl Dorn, a clerk of the town.", "a"),
            told(f"{FLOOD}Harl Dorn called it a “sluice problem and nothing else,” and left.", "b"),
            told(f"Brandt calls it a 'sluice problem and nothing else'\n\n{FLOOD[15:]}Ilse Brandt left.", "c"),
        ]
    )
    found = [one for one in made.facts if "problem" in one.text]
    assert found
    assert {one.origins for one in found} == {1}


def test_who_raises_a_toll_tells_it():
    made = compare(
        [
            told(f"{FLOOD}Nine people died at the weir, the Rescue Ministry said.", "a"),
            told(f"{FLOOD}The Rescue Ministry on Thursday raised the death toll at the weir to nine.", "b"),
        ]
    )
    assert [one.origins for one in made.facts if "nine" in str(one.sides).lower()] == [1]


CRACK = "Edda Lorn, a rafter, said that she heard a loud crack a minute before the dike broke."


def origins(one, two, word):
    made = compare([told(f"{FLOOD}{text}", name) for name, text in (("a", one), ("b", two))])
    return {fact.origins for fact in made.facts if word in fact.text and len(fact.sides[0].mentions) > 1}


def test_what_somebody_heard_an_outlet_knows_from_him():
    assert origins(CRACK, "Edda Lorn, one of the rafters, heard a loud crack before the dike broke.", "crack") == {1}
    assert origins(CRACK, "Edda Lorn heard a loud crack before the dike broke.", "crack") == {1}
    assert origins(CRACK, "A loud crack was heard by Edda Lorn before the dike broke.", "crack") == {2}


def test_an_office_without_its_holder_and_its_report_are_one():
    one = "The guild's inspector general said in a report that 38 of the toll receipts had been hidden."
    two = "The inspector general found that 38 of the toll receipts had been hidden."
    report = "The report found that 38 of the toll receipts had been hidden by clerks."
    assert origins(one, two, "receipts") == {1}
    assert origins(one, f"{two}\n\n{report}".replace("found that", "said in a report that", 1), "receipts") == {1}
    assert origins(one, report, "receipts") == {2}


def test_an_account_on_the_web_is_nobodys_account_of_it():
    one = "Reeve Edda Lorn said that a picture of a goose was sent to a weaver of Orsk on Sunday."
    two = "A picture of a goose was sent on Sunday from Lorn's Twitter account to a weaver of Orsk."
    assert origins(one, two, "goose") == {2}
    assert origins(one, "In Lorn's account a picture of a goose was sent on Sunday to a weaver of Orsk.", "goose") == {
        1
    }
