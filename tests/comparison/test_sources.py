from summarizer import compare
from summarizer.comparison.sources import SourceBook
from tests.comparison.outlets import passage, told


def book(*told, one_event=True):
    passages = [
        passage(
            f"The dyke held {number}",
            str(number),
            claim="c1",
            speaker=name,
            kind=kind,
            sentence_text=more.get("sentence", ""),
            role=more.get("role", ""),
            forms=more.get("forms", ()),
        )
        for number, (name, kind, more) in enumerate(told)
    ]
    return SourceBook(passages, lambda one, two: one == two or one_event), passages


def joined(*told, **more):
    made, _ = book(*((*one, {})[:3] for one in told), **more)
    return [one.names for one in made.sources]


def test_spellings_of_one_name_are_one_source():
    made, passages = book(("Yusef al-Haddari", "person", {}), ("Yousef Al Hadari", "organization", {}))
    assert [one.names for one in made.sources] == [("Yousef Al Hadari", "Yusef al-Haddari")]
    assert len({made.number_of(one) for one in passages}) == 1


def test_those_without_a_name_are_known_in_their_article_only():
    assert len(joined(("officials", "anonymous"), ("officials", "anonymous"))) == 2


def test_institutions_are_one_in_one_event_and_two_in_two():
    told = (("the coast guard", "government"), ("coast guard", "government"))
    assert len(joined(*told)) == 1
    assert len(joined(*told, one_event=False)) == 2


def test_a_surname_is_the_only_person_who_bears_it():
    told = [("Edda Lorn", "person"), ("Lorn", "person")]
    assert len(joined(*told)) == 1
    assert len(joined(*told, ("Marek Lorn", "person"))) == 3


def test_a_surname_that_is_a_word_of_several_is_a_persons_where_one_bears_it():
    assert len(joined(("Edda Banks", "person"), ("Banks", "anonymous"))) == 1
    assert len(joined(("Edda Lorn", "person"), ("Banks", "anonymous"))) == 2
    assert len(joined(("Edda Banks", "person"), ("banks", "anonymous"))) == 2


def test_two_letters_stand_for_a_body_of_two_words():
    assert len(joined(("the Allied Dykes", "organization"), ("A.D", "organization"), ("AD", "organization"))) == 1
    assert len(joined(("Allied Dykes", "organization"), ("B.D.", "organization"))) == 2
    assert len(joined(("Ada Dorn", "person"), ("A.D.", "person"))) == 2


def test_a_republic_is_its_land():
    assert len(joined(("The Velm Republic", "organization"), ("Velm", "organization"))) == 1
    assert len(joined(("Kingdom of Velm", "government"), ("Velm", "government"))) == 1
    assert len(joined(("Velm Republic Bank", "organization"), ("Velm", "organization"))) == 2


def test_abbreviations_and_bodies_in_other_languages_are_joined():
    assert len(joined(("Popular Rescue Front", "organization"), ("PRF", "organization"))) == 1
    assert len(joined(("Sayad Orun Brigades", "armed_group"), ("Kata'ib Sayad Orun", "armed_group"))) == 1


def test_an_apposition_and_a_role_give_the_name():
    told = (
        ("its operator", "organization", {"sentence": "The ferry was full, its operator, Poe Lines, said."}),
        ("Poe Lines", "organization", {}),
    )
    assert len(book(*told)[0].sources) == 1
    told = (
        ("Olek Brandt", "person", {"role": "director of Orsk General Hospital"}),
        ("the director of Orsk General", "person", {}),
    )
    assert len(book(*told)[0].sources) == 1


def test_a_union_told_by_name_in_another_article_is_one():
    made = compare(
        [
            told("Strike in Orsk\n\nA union of weavers, the Loom League, said the looms of Orsk were unsafe.", "a"),
            told("Looms of Orsk\n\nThe Loom League said the looms of Orsk were unsafe.", "b"),
        ]
    )
    assert [one.articles for one in made.sources] == [("a", "b")]


def test_a_firm_with_two_names_is_an_apposition_as_well():
    sentence = "The builder, Orvane & Daughters, said so."
    assert joined(("builder", "organization", {"sentence": sentence})) == [("Orvane & Daughters", "builder")]


def test_the_holder_of_an_office_of_which_there_is_one_is_who_is_named_elsewhere():
    def of(unnamed, role):
        return len(joined((unnamed, "person", {}), ("Torben Fisk", "person", {"role": role})))

    assert of("The mayor", "Mayor") == 1
    assert of("the fire chief", "Fire chief") == 1
    assert of("the mayor", "Deputy Mayor") == 2
    assert of("the engineer", "Engineer") == 2
    two = ({"role": "Mayor"}, {"role": "Mayor"})
    assert (
        len(joined(("the mayor", "person", {}), ("Torben Fisk", "person", two[0]), ("Ilse Brandt", "person", two[1])))
        == 3
    )


def test_a_body_without_a_name_is_the_one_that_another_article_calls_so():
    def of(*sentences, unnamed="The shipping company"):
        named = [
            (name, "organization", {"sentence": sentence})
            for name, sentence in zip(("Rask Lines", "Moss Freight"), sentences, strict=False)
        ]
        return len(joined(*named, (unnamed, "organization", {})))

    assert of("He said that the shipping company, Rask Lines, had paid.") == 1
    assert of("Rask Lines, a shipping company, has paid.") == 1
    assert of("The shipping company Rask Lines has paid.", unnamed="the company") == 1
    assert of("Rask Lines has paid the shipping company.") == 2
    assert of("The shipping company Rask Lines has paid.", "The shipping company Moss Freight has not.") == 3


def test_a_body_called_by_its_sort_alone_is_the_only_one_of_that_sort_with_a_name():
    def of(*names):
        return len(joined(("the chamber", "organization", {}), *((name, "organization") for name in names)))

    assert of("Chamber of Commerce") == 1
    assert of("Orsk Chamber") == 1
    assert of("Chamber of Commerce", "Orsk Chamber") == 3
    assert of("Orsk Lines") == 2


def test_who_keeps_the_office_of_something_is_the_only_one_called_so():
    office = ("The caretaker of the school in Orsk", "anonymous", {})
    assert len(joined(office, ("Ants Moll", "person", {"role": "caretaker"}))) == 1
    two = (("Ants Moll", "person", {"role": "caretaker"}), ("Ines Roe", "person", {"role": "caretaker"}))
    assert len(joined(office, *two)) == 3
    assert len(joined(("a caretaker", "anonymous", {}), ("Ants Moll", "person", {"role": "caretaker"}))) == 2


def test_a_department_goes_by_what_it_is_for():
    assert len(joined(("Interior", "person"), ("Interior Department", "government"))) == 1
    assert len(joined(("Interior", "person"), ("Interior Bank", "organization"))) == 2
