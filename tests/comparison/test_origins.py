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
