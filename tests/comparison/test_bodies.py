from summarizer import compare
from tests.comparison.outlets import told

FLOOD = "Flood at Orsk\n\nThe weir at Orsk broke on Monday and the flood reached the market.\n\n"


def origins(one, two):
    """How many origins the fact about the sluice has that two outlets tell by a sentence each."""
    facts = compare([told(f"{FLOOD}{one}", "a"), told(f"{FLOOD}{two}", "b")]).facts
    return max((fact for fact in facts if "sluice" in fact.text), key=lambda fact: len(fact.sides[0].mentions)).origins


def test_bodies_of_one_sort_that_give_one_answer_are_one_origin_where_nothing_tells_them_apart():
    def of(one, two):
        return origins(
            f"{one} said it was treating 38 people who had been hurt at the sluice.",
            f"{two} said 38 people hurt at the sluice were being treated there.",
        )

    assert of("The regional hospital", "The hospital in Orsk") == 1
    assert of("The children’s hospital", "The military hospital") == 2


def test_a_holder_of_an_office_speaks_for_its_body():
    def of(*speakers):
        return origins(*(f"{one} said the sluice of the weir had been left open." for one in speakers))

    assert of("Fire chief Edda Lorn", "The fire brigade") == 1
    assert of("Interior Minister Edda Lorn", "The Interior Ministry") == 1
    assert of("Fire chief Edda Lorn", "The Interior Ministry") == 2


def of_speakers(*speakers):
    one, two = (f"{one} said the sluice of the weir had been left open." for one in speakers)
    return origins(one, f"{two} It rained.")


def test_an_office_is_one_with_the_only_holder_of_its_title():
    assert of_speakers("The reeve’s office", "Reeve Edda Lorn") == 2  # no office that anybody is known to hold
    assert of_speakers("The mayor’s office", "Mayor Edda Lorn") == 1
    assert of_speakers("The district governor’s office", "Governor Olek Moss") == 1
    assert of_speakers("The mayor’s office", "Deputy Mayor Edda Lorn") == 2
    assert of_speakers("The mayor’s office", "Governor Olek Moss") == 2


def test_the_people_of_a_service_are_one_and_who_leads_them_speaks_for_them():
    assert of_speakers("Army engineers", "The army engineers") == 1
    assert of_speakers("Navy divers", "Navy divers") == 1
    assert of_speakers("Navy divers", "Army engineers") == 2
    assert of_speakers("Army veterans", "Army veterans") == 2
    assert of_speakers("Army engineers", "Colonel Ilse Brandt, who leads the army engineers,") == 1
    assert of_speakers("The water board", "Olek Moss, who heads the water board,") == 1
    assert of_speakers("The water board", "Olek Moss, who heads the hunters’ club,") == 2


def test_who_was_with_a_body_once_does_not_speak_for_it():
    assert of_speakers("The water board", "Olek Moss, director of the water board,") == 1
    assert of_speakers("The water board", "Olek Moss, a former director of the water board,") == 2


def test_a_firm_and_its_manager_who_contradict_one_another_are_two():
    facts = compare(
        [
            told(f"{FLOOD}Edda Lorn, the manager of the mill company, said the sluice was shut.", "a"),
            told(f"{FLOOD}Edda Lorn resigned on Monday, the company said. She said that she had been dismissed.", "b"),
        ]
    ).facts
    assert next(fact for fact in facts if fact.verdict == "conflict").origins == 2


def test_its_director_is_who_heads_the_body_that_the_sentence_names():
    def of(one, two):
        return origins(
            f"Ilse Brandt, who heads {one}, said 22 people hurt at the sluice were being treated there.",
            f"Twenty-two people hurt at the sluice are in {two}, according to its director.",
        )

    assert of("Orsk Infirmary", "Orsk Infirmary") == 1
    assert of("Velm Infirmary", "Orsk Infirmary") == 2


def test_whom_one_outlet_does_not_name_is_whom_another_cites_from_it():
    first = "A lock officer told the Courier that his crew had tried to close the sluice."
    cited = "The Orsk Courier reported, citing an officer, that the lock crew had tried to close the sluice."
    of_another = "A lock officer told the Velm Mirror that his crew had tried to close the sluice."
    assert origins(first, cited) == 1
    assert origins(first, of_another) == 2


def test_its_founder_is_the_only_founder_of_whom_the_articles_tell():
    founder = "Edmund Marr, the founder of Delph & Marr, said the firm had been warned of the loose sluice."
    its = "The firm has changed its account. On Friday its founder said the firm had been warned of the loose sluice."
    assert origins(founder, its) == 1
    rival = f"{founder} Ines Moll, the founder of a rescue club, said the bell had rung."
    assert origins(rival, its) == 2


def test_who_measures_something_tells_it():
    assert (
        origins(
            "The national weather office measured gusts of 84 kilometres an hour at the sluice on Monday.",
            "The weather office recorded gusts of 84 kilometres an hour at the sluice.",
        )
        == 1
    )


def test_a_body_and_its_head_in_the_next_sentence_are_one_origin():
    head = "Calder Freight said it would appeal. Its chief executive, Wade Moll, said the sluice would cost 500 jobs."
    other = "The sluice would cost 500 jobs, Calder Freight said."
    assert origins(head, other) == 1
    assert origins(head.replace("Its chief executive, Wade", "A local singer, Wade"), other) == 2
