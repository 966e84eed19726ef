from summarizer.comparison.passages import read_passages
from summarizer.comparison.sources import SourceBook
from tests.reports import quoted, report


def book(*told):
    passages = [
        passage
        for name, (words, source) in enumerate(told)
        for passage in read_passages(str(name), report(f"{words}.", [quoted(f"{words}.", words, source)]))
    ]
    return SourceBook(passages), passages


def test_spellings_of_one_name_are_one_source():
    made, passages = book(("The dyke held", "Yusef al-Haddari"), ("It held", "Yousef Al Hadari"))
    assert [one.names for one in made.sources] == [("Yousef Al Hadari", "Yusef al-Haddari")]
    assert len({made.number_of(one) for one in passages}) == 1


def test_those_without_a_name_are_known_in_their_article_only():
    made, _ = book(("The dyke held", "officials"), ("It held well", "officials"))
    assert [one.articles for one in made.sources] == [("0",), ("1",)]
