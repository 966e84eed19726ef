import pytest

from summarizer.contract.article import Article
from summarizer.contract.draft import DraftClaim
from summarizer.engines.rules.centrality import Topic
from summarizer.engines.rules.engine import draft
from summarizer.engines.rules.key_points import MAX_POINTS, Read
from summarizer.engines.rules.key_points import choose_points as choose

STORY = """Wall at Varn breaks

The harbour wall at Varn broke on Sunday, Mayor Ilse Brandt said. She denied that the town had been warned.

Engineer Tomas Reil said the wall was built in 1911 and never repaired. The company said nothing else was damaged.

"We counted eleven boats adrift," harbour master Jonna Eik said.

"Two boats sank. One was mine. It was all that we had, and now it lies on the ground of the harbour."
"""


def choose_points(*given, **more):
    return choose(*given, **more).points


def article():
    return Article(id="a", text=STORY, title="Wall at Varn breaks")


def points(*claims):
    return choose_points(article(), claims, {number: 10.0 - number for number in range(1, 12)})


def claim(quote, source="Tomas Reil", sentence=4, **more):
    fields = {"kind": "person", "stance": "asserts", "text": quote, **more}
    return DraftClaim(sentence=sentence, quotes=(quote,), source=source, **fields)


def test_a_point_is_a_whole_sentence_with_its_speakers_name():
    found = [one.text for one in choose_points(article(), draft(article()).claims, dict.fromkeys(range(1, 12), 1.0))]
    assert "The harbour wall at Varn broke on Sunday, Mayor Ilse Brandt said." in found
    assert "Engineer Tomas Reil said the wall was built in 1911 and never repaired." in found
    assert not any(text.startswith(("She", "He ", "it ")) for text in found)
    assert all(text[0].isupper() or text[0] in '"“' for text in found)


def test_she_is_called_by_name():
    (found,) = points(
        claim(
            "that the town had been warned",
            "Ilse Brandt",
            3,
            mention="She",
            stance="denies",
            text="Ilse Brandt denied that the town had been warned",
        )
    )
    assert found.text == "Ilse Brandt denied that the town had been warned."
    assert found.sentences == (3,)


def test_a_speaker_whom_nobody_knows_makes_no_point():
    assert points(claim("nothing else was damaged", "company", 5, mention="The company", kind="organization")) == ()


def test_two_claims_of_one_sentence_are_one_point_that_cites_both():
    (found,) = points(
        claim("the wall was built in 1911", mention="Engineer Tomas Reil"),
        claim("never repaired", mention="Engineer Tomas Reil"),
    )
    assert found.claims == (1, 2)


def test_a_quotation_that_names_nobody_stands_behind_its_speakers_name():
    quote = "Two boats sank. One was mine. It was all that we had, and now it lies on the ground of the harbour."
    (found,) = points(claim(quote, "Jonna Eik", 7))
    assert found.text == f"Jonna Eik said: “{quote}”"


def test_a_quotation_of_few_words_and_an_office_without_a_name_make_no_point():
    assert points(claim("One was mine.", "Jonna Eik", 7)) == ()
    office = claim("the wall was built in 1911", "Harbour Secretary", mention="Engineer Tomas Reil")
    assert points(office) == ()


def test_there_are_no_more_points_than_a_reader_reads():
    text = "Wall breaks\n\n" + "\n\n".join(
        f"Mayor {name} Moll said that pier {name}ham and dock {name}ton were lost."
        for name in ("Ana", "Bea", "Cia", "Dea", "Eva", "Fia", "Gia", "Ida")
    )
    told = Article(id="a", text=text, title="Wall breaks")
    assert len(choose_points(told, draft(told).claims, dict.fromkeys(range(1, 12), 1.0))) <= MAX_POINTS


def test_what_the_abstract_tells_makes_no_point():
    claims = draft(article()).claims
    weights = dict.fromkeys(range(1, 12), 1.0)
    everything = choose_points(article(), claims, weights)
    first = everything[0].sentences
    assert not any(
        set(first) & set(one.sentences)
        for one in choose_points(article(), claims, weights, read=Read(sentences=frozenset(first)))
    )


def test_whom_the_abstract_names_is_not_introduced_again():
    claims = [claim("the wall was built in 1911", mention="Reil", sentence=5)]
    text = STORY.replace("Engineer Tomas Reil said", "Engineer Tomas Reil came. Reil said")
    told = Article(id="a", text=text)
    (found,) = choose_points(told, claims, {5: 1.0}, read=Read("A wall broke."))
    assert found.text.startswith("Engineer Tomas Reil said")
    (found,) = choose_points(told, claims, {5: 1.0}, read=Read("A wall broke.", met=frozenset({"tomas reil"})))
    assert found.text.startswith("Tomas Reil said")


def test_nobody_speaks_of_himself_by_name():
    text = "Wall breaks\n\nMayor Ilse Brandt left. “Mayor Brandt has no reason to know about that wall,” she said."
    said = "Mayor Brandt has no reason to know about that wall"
    told = DraftClaim(
        sentence=3, quotes=(said,), source="Ilse Brandt", mention="she", kind="person", stance="asserts", text=said
    )
    assert choose_points(Article(id="a", text=text), [told], {3: 1.0}) == ()


def test_a_quotation_without_a_verb_makes_no_point():
    quote = "The support of the whole town for a new and higher wall."
    text = STORY.replace("Two boats sank. One was mine.", quote)
    told = claim(quote, "Jonna Eik", 7)
    assert choose_points(Article(id="a", text=text), [told], {7: 1.0}) == ()


def test_a_quotation_that_would_end_behind_a_title_makes_no_point():
    quote = (
        "The town has had three floods in ten years, and each of them was worse than the one that came before it, so "
        "that nobody who lives beside the harbour will ever believe the board again when it says that all is well and "
        "that the wall will hold. What we all want is a reeve like Mr. Reil, who has built walls that stood for years."
    )
    text = f'Wall breaks\n\nHarbour master Jonna Eik came.\n\n"{quote}"\n'
    told = DraftClaim(
        sentence=3, quotes=(quote,), source="Jonna Eik", mention="", kind="person", stance="asserts", text=quote
    )
    assert not any("Mr.”" in one.text for one in choose_points(Article(id="a", text=text), [told], {3: 1.0}))


def test_no_name_is_put_for_a_pronoun_with_a_verb_behind_it():
    text = (
        "Wall breaks\n\nMayor Ilse Brandt came. She’ll be glad that the wall of Varn has held in the storm, she said."
    )
    said = "be glad that the wall of Varn has held in the storm"
    told = DraftClaim(
        sentence=3, quotes=(said,), source="Ilse Brandt", mention="She", kind="person", stance="asserts", text=said
    )
    assert not any("’ll" in one.text for one in choose_points(Article(id="a", text=text), [told], {3: 1.0}))


def test_german_marks_are_whole_as_they_stand():
    text = "Hafen\n\n„Die Mauer ist weg“, sagte Ilse Brandt. „Wir haben elf Boote gezählt.“\n"
    german = Article(id="a", text=text, title="Hafen", language="de")
    found = [one.text for one in choose_points(german, draft(german).claims, dict.fromkeys(range(1, 12), 1.0))]
    assert "„Die Mauer ist weg“, sagte Ilse Brandt." in found
    assert not any("”" in one for one in found)


MEETING = """Mayor Moll wants to sell mill

Mayor Ana Moll of Kell said on Monday that the town would sell its mill.

"We pay 40,000 marks a year for the mill," treasurer Odd Lind said. "It has no roof."

"I have nothing to add," treasurer Odd Lind said on Tuesday.

"I love the old mill, and I shall miss it," said Bo Karr, who was on the way home.

The ZKV said the mill was sound.
"""


def test_a_point_is_one_sentence_of_the_topic() -> None:
    told = Article(id="a", text=MEETING, title="Mayor Moll wants to sell mill")
    line = "Mayor Ana Moll of Kell said on Monday that the town would sell its mill."
    read = Read(line, frozenset({1, 2}), (frozenset({"mayor", "ana", "moll", "kell", "town", "sell", "mill"}),))
    found = choose_points(told, draft(told).claims, dict.fromkeys(range(1, 12), 1.0), read=read)
    assert [one.text for one in found] == ['"We pay 40,000 marks a year for the mill," treasurer Odd Lind said.']


def test_what_the_abstract_tells_in_other_words_makes_no_point() -> None:
    claims = draft(article()).claims
    line = frozenset({"engineer", "tomas", "reil", "wall", "built", "1911", "repaired"})
    found = choose_points(article(), claims, dict.fromkeys(range(1, 12), 1.0), read=Read(lines=(line,)))
    assert not any("1911" in one.text for one in found)


def test_nobody_is_named_of_whom_the_reader_knows_nothing() -> None:
    text = MEETING.replace("treasurer Odd Lind", "Odd Lind").replace('"We pay', '"It has no roof," Lind said. "We pay')
    told = Article(id="a", text=text, title="Mayor Moll wants to sell mill")
    read = Read("Mayor Ana Moll of Kell said on Monday that the town would sell its mill.")
    found = choose_points(told, draft(told).claims, dict.fromkeys(range(1, 12), 1.0), read=read)
    assert not any(one.text.startswith("Odd Lind said") for one in found)


def test_whom_nobody_introduces_makes_no_point_though_its_own_sentence_names_them() -> None:
    text = STORY.replace("Engineer Tomas Reil said", "Tomas Reil said")
    told = [claim("the wall was built in 1911", mention="Tomas Reil")]
    assert choose_points(Article(id="a", text=text), told, {4: 1.0}, read=Read("A wall broke.")) == ()
    (found,) = choose_points(Article(id="a", text=text), told, {4: 1.0}, read=Read("Reil saw the wall break."))
    assert found.text == "Tomas Reil said the wall was built in 1911 and never repaired."


def test_of_several_claims_rather_those_that_speak_of_nothing_untold() -> None:
    said = (
        "the mandate was built upon sand and mud",
        "nine boats were lost in a single night",
        "crews had asked for new lamps",
        "a stone pier would cost 61 million marks",
    )
    text = "Wall at Varn breaks\n\n" + " ".join(f"Engineer Tomas Reil said {one}." for one in said)
    claims = [claim(one, sentence=at, mention="Engineer Tomas Reil") for at, one in enumerate(said, start=2)]
    found = choose_points(Article(id="a", text=text), claims, dict.fromkeys(range(2, 6), 1.0))
    assert [one.claims for one in found] == [(2,), (3,), (4,)]


HEDDA = """Wall breaks

The wall of Varn gave way. The reeve, Heather Lund, came when she heard of it. Lund met Odd Brandt, an engineer.

"The sea has broken eleven piers since the storm of May," he said. "Nobody in Varn has paid for them."
"""


def test_he_who_speaks_is_found_as_a_word_of_its_own() -> None:
    quote = "The sea has broken eleven piers since the storm of May,"
    told = claim(quote, "Odd Brandt", 5, mention="he", role="engineer")
    (found,) = choose_points(Article(id="a", text=HEDDA), [told], {5: 1.0})
    assert "Odd Brandt" in found.text


@pytest.mark.parametrize(
    ("quote", "is_told"),
    [
        ("When you look at somebody who mends walls like Ana Moll of Kell.", False),
        ("When you look at somebody who mends walls like Ana Moll,", False),
        ("When the wall breaks, we see that eleven piers are lost.", True),
        ("The task is to say: 'The wall is not safe, and nobody has paid for it.", False),
        ("The task is to say: 'The wall is not safe, and nobody has paid for it.'", True),
    ],
)
def test_half_a_sentence_and_half_an_inner_quotation_make_no_point(quote: str, *, is_told: bool) -> None:
    text = f'Wall breaks\n\nHarbour master Jonna Eik came.\n\n"{quote}"\n'
    found = choose_points(
        Article(id="a", text=text), [claim(quote, "Jonna Eik", 3, mention="", role="harbour master")], {3: 1.0}
    )
    assert bool(found) is is_told


@pytest.mark.parametrize(
    ("when", "count"), [("told the Kell Post then", 0), ("said at the time", 0), ("said in Kell", 1)]
)
def test_what_somebody_said_in_another_matter_makes_no_point(when: str, count: int) -> None:
    quote = "Nobody in Varn has paid for eleven piers"
    text = f"Wall breaks\n\n“{quote},” Engineer Tomas Reil {when}.\n"
    told = claim(quote, sentence=2, mention="Engineer Tomas Reil", role="engineer")
    assert len(choose_points(Article(id="a", text=text), [told], {2: 1.0})) == count


def test_a_short_claim_makes_a_point_where_its_sentence_tells_more() -> None:
    lines = "Mayor Ilse Brandt told the Varn Echo that she would not resign, ending a row of weeks."
    text = f"Wall breaks\n\nOn Monday, {lines}"
    told = claim("she would not resign", "Ilse Brandt", 2, mention="Mayor Ilse Brandt", role="Mayor")
    asked = "The mayor of Varn was asked to resign."
    read = Read(asked, topic=Topic(asked, ()))
    assert len(choose_points(Article(id="a", text=text), [told], {2: 1.0}, read=read)) == 1
    beside = read._replace(topic=Topic("A wall of Varn broke.", ()))
    assert choose_points(Article(id="a", text=text), [told], {2: 1.0}, read=beside) == ()
    short = "Wall breaks\n\nMayor Ilse Brandt said that she would not resign."
    assert choose_points(Article(id="a", text=short), [told], {2: 1.0}, read=read) == ()


def test_of_several_claims_rather_what_the_article_tells_than_a_quotation() -> None:
    said = ("crews had asked for lamps", "boats had gone adrift", "builders wanted stone")
    names = ("Ana Moll", "Bo Karr", "Odd Lind")
    text = "Wall breaks\n\n“Nobody has paid for the eleven piers,” Engineer Tomas Reil said.\n\n" + "\n\n".join(
        f"Pilot {name} said that {one}." for name, one in zip(names, said, strict=True)
    )
    claims = [claim("Nobody has paid for the eleven piers", sentence=2, mention="Engineer Tomas Reil", role="engineer")]
    for at, (name, one) in enumerate(zip(names, said, strict=True), start=3):
        claims.append(claim(one, name, at, mention=f"Pilot {name}", role="pilot"))
    found = choose_points(Article(id="a", text=text), claims, {2: 1.1, 3: 1.0, 4: 1.0, 5: 1.0})
    assert [one.claims for one in found] == [(2,), (3,), (4,)]


@pytest.mark.parametrize(
    ("quote", "count"), [("We were as glad as anyone", 0), ("Nobody has paid for the eleven piers", 1)]
)
def test_a_quotation_of_few_words_makes_no_point_though_its_sentence_is_long(quote: str, count: int) -> None:
    text = f"Wall breaks\n\n“{quote},” said Jonna Eik, harbour master of the Port Institute of Varn.\n"
    told = claim(quote, "Jonna Eik", 2, mention="Jonna Eik", role="harbour master")
    assert len(choose_points(Article(id="a", text=text), [told], {2: 1.0})) == count


def test_what_one_speaker_says_twice_makes_one_point() -> None:
    said = ("surplus stone harms all trade along the coast", "surplus stone ruins harbours and builders")
    text = "Wall breaks\n\n" + "\n\n".join(f"Engineer Tomas Reil said that {one}." for one in said)
    claims = [claim(one, sentence=at, mention="Engineer Tomas Reil", role="engineer") for at, one in enumerate(said, 2)]
    assert len(choose_points(Article(id="a", text=text), claims, {2: 1.0, 3: 1.0})) == 1
    other = claims[1].model_copy(update={"source": "Ana Moll", "mention": "Pilot Ana Moll", "role": "pilot"})
    text = text.replace(f"Engineer Tomas Reil said that {said[1]}", f"Pilot Ana Moll said that {said[1]}")
    assert len(choose_points(Article(id="a", text=text), [claims[0], other], {2: 1.0, 3: 1.0})) == 2


def test_who_declines_to_say_something_makes_no_point() -> None:
    text = "Wall breaks\n\nMayor Ilse Brandt declined to repeat her words about the wall and its builders."
    told = claim(
        "declined to repeat her words about the wall", "Ilse Brandt", 2, mention="Mayor Ilse Brandt", role="Mayor"
    )
    assert choose_points(Article(id="a", text=text), [told], {2: 1.0}) == ()


def test_a_trifle_makes_no_point_beside_others() -> None:
    said = ("the wall was built in 1911", "nine boats were lost in the storm")
    text = "Wall breaks\n\n" + " ".join(f"Engineer Tomas Reil said {one}." for one in said)
    claims = [claim(one, sentence=at, mention="Engineer Tomas Reil", role="engineer") for at, one in enumerate(said, 2)]
    one_article = Article(id="a", text=text)
    assert len(choose_points(one_article, claims, {2: 1.0, 3: 1.0})) == 2
    assert len(choose_points(one_article, claims, {2: 1.0, 3: 0.1})) == 1
    assert len(choose_points(one_article, claims, {2: 0.1, 3: 0.1})) == 1


@pytest.mark.parametrize(("mention", "count"), [("The pilots' union ZKV", 1), ("The ZKV", 0)])
def test_initials_are_known_where_the_article_says_beside_them_what_they_are(mention: str, count: int) -> None:
    text = f"Wall breaks\n\n{mention} said it would ballot its 3,100 members for a strike."
    told = claim("it would ballot its 3,100 members for a strike", "ZKV", 2, mention=mention, kind="organization")
    assert len(choose_points(Article(id="a", text=text), [told], {2: 1.0}, read=Read("A wall broke."))) == count


def test_a_short_denial_makes_a_point() -> None:
    text = "Wall breaks\n\nMayor Ilse Brandt denied that jobs would go."
    told = claim(
        "jobs would go",
        "Ilse Brandt",
        2,
        mention="Mayor Ilse Brandt",
        role="Mayor",
        stance="denies",
        text="Ilse Brandt denied that jobs would go",
    )
    assert len(choose_points(Article(id="a", text=text), [told], {2: 1.0})) == 1


@pytest.mark.parametrize("said", ["would not say", "wouldn’t discuss", "did not answer", "declined to tell"])
def test_what_somebody_does_not_say_makes_no_point(said: str) -> None:
    text = f"Wall breaks\n\nMayor Ilse Brandt {said} whether the wall of Varn would be built anew by the guild."
    told = claim(
        "whether the wall of Varn would be built anew",
        "Ilse Brandt",
        2,
        mention="Mayor Ilse Brandt",
        role="Mayor",
        text=f"Ilse Brandt {said} whether the wall of Varn would be built anew",
    )
    assert choose_points(Article(id="a", text=text), [told], {2: 1.0}) == ()


@pytest.mark.parametrize(("kind", "count"), [("anonymous", 0), ("organization", 1)])
def test_nobody_without_a_name_is_put_before_a_quotation(kind: str, count: int) -> None:
    quote = "Nobody in Varn has paid for the eleven piers that broke in May"
    text = f"Wall breaks\n\nPilots who think “{quote} are wrong,” she said.\n"
    told = claim(quote, "Kelp Pilots", 2, mention="Kelp Pilots who", kind=kind)
    assert len(choose_points(Article(id="a", text=text), [told], {2: 1.0})) == count


def test_a_point_does_not_begin_with_the_mark_that_closes_a_quotation() -> None:
    text = (
        'Wall breaks\n\n"We mend it. "We have boats." Odd Lind, a reeve, said the wall broke in nine places on Sunday.'
    )
    told = claim("the wall broke in nine places on Sunday", "Odd Lind", 4, mention="Odd Lind, a reeve,")
    found = choose_points(Article(id="a", text=text), [told], dict.fromkeys(range(1, 9), 1.0))
    assert not any(one.text.startswith('" ') for one in found)


def test_what_may_be_refused_is_kept_apart() -> None:
    told = claim("the wall was built in 1911", mention="Engineer Tomas Reil")
    text = STORY.replace("Engineer Tomas Reil said the wall", "Engineer Tomas Reil went on to say that the wall")
    found = choose(Article(id="a", text=text, title="Wall at Varn breaks"), [told], {4: 1.0})
    assert found.points == ()
    assert [one.text.split()[0] for one in found.refused] == ["Engineer"]
