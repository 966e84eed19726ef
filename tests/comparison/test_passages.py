from summarizer.comparison.passages import read_passages
from tests.reports import quoted, report

TEXT = "Dyke holds\n\nThe dyke at Orsk held through the night, the mayor said. Nine farms were flooded on Tuesday."


def test_claims_and_the_articles_own_sentences_are_passages():
    made = report(TEXT, [quoted(TEXT, "The dyke at Orsk held through the night", "the mayor")])
    found = read_passages("a", made)
    assert [(one.text, one.speaker) for one in found] == [
        ("Dyke holds", ""),
        ("The dyke at Orsk held through the night", "the mayor"),
        ("Nine farms were flooded on Tuesday.", ""),
    ]
    assert [one.value for one in found[2].figures] == [9]
    assert all(TEXT[one.start : one.end] == one.text for one in found)


def test_what_the_article_itself_says_has_no_speaker():
    made = report(TEXT, [quoted(TEXT, "Nine farms were flooded", "Orsk Post", kind="outlet")])
    assert [one.speaker for one in read_passages("a", made) if one.claim] == [""]
