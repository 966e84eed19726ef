import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.article import Article
from summarizer.engines.rules.engine import answer_by_rules, draft
from summarizer.grounding.ground import ground

STORY = """Council rejects bridge plan

The council of Elmsworth rejected the plan. “It costs too much,” Mayor Caspar Lund told reporters. “We will not pay.”

Engineer Oona Pell vowed to present a new plan. She said that the old bridge would stand for at least six years.

Share this article
"""


def report_of(text, **fields):
    article = Article(id="a", text=text, **fields)
    return ground(article, answer_by_rules(article), origin="rules")


def claim_with(report, words):
    return next(one for one in report.claims if any(words in piece.quote for piece in one.evidence))


def test_a_split_quotation_has_its_speaker_by_full_name():
    found = claim_with(report_of(STORY), "It costs too much")
    assert found.source.name == "Caspar Lund"
    assert found.mode == "direct"
    assert any("We will not pay" in piece.quote for piece in found.evidence)


def test_a_clause_is_put_without_that_and_a_pronoun_is_resolved():
    found = claim_with(report_of(STORY), "the old bridge would stand")
    assert found.text == "the old bridge would stand for at least six years"
    assert found.source.name == "Oona Pell"
    assert found.source.span.text == "She"


def test_a_phrase_is_put_with_its_source_and_cue():
    found = claim_with(report_of(STORY), "to present a new plan")
    assert found.text == "Oona Pell vowed to present a new plan"
    assert found.stance == "promises"


def test_a_negation_before_the_cue_is_kept():
    report = report_of("Spokesman Jon Brask did not condemn the raid on Kell. He was in Varn that day.\n")
    assert claim_with(report, "the raid").text == "Jon Brask did not condemn the raid on Kell"


def test_no_two_claims_have_one_text():
    text = "Two clerks said a diver's report warned of “rust and broken strands”. The mayor read it in the evening.\n"
    texts = [one.text for one in report_of(text).claims]
    assert len(texts) == len(set(texts)) >= 2


def test_furniture_gives_nothing():
    report = report_of(STORY)
    said = report.summary.headline + report.summary.abstract + "".join(one.text for one in report.claims)
    assert "Share this" not in said


def test_everything_that_was_found_is_grounded():
    report = report_of(STORY)
    assert not report.rejected
    assert report.coverage.covered == report.coverage.statements > 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("市长说：“大坝没有倒塌，我们会继续工作。”工程师表示同意。", "zh"),
        ("De burgemeester zei maandag: „De dijk heeft de hele nacht gehouden.” Hij prees de helpers.", "nl"),
    ],
)
def test_other_languages_give_direct_quotations_and_say_so(text, language):
    report = report_of(text, language=language)
    assert report.claims
    assert all(one.mode == "direct" for one in report.claims)
    assert all("language_not_supported" in {check.code for check in one.checks} for one in report.claims)
    assert report.summary.abstract


@given(st.text(max_size=300))
def test_any_text_gives_a_valid_report_and_the_same_one_again(text):
    first = report_of(text)
    assert first == report_of(text)


@given(st.text(alphabet="ab said“”\".,'he He\n", max_size=300))
def test_any_jumble_of_cues_and_marks_gives_a_valid_report(text):
    assert draft(Article(id="a", text=text)) == draft(Article(id="b", text=text))
    report_of(text)


@st.composite
def damaged_news(draw):
    """A news text as a bad scraper leaves it: words lost, moved and joined by whatever stood between them."""
    words = draw(st.permutations(STORY.split()) if draw(st.booleans()) else st.just(STORY.split()))
    joints = st.sampled_from([" ", " ", " ", "  ", "\n", "\n\n", ", ", ",  ", ". ", "", "\u00a0", " “", "” ", "\u0301"])
    return "".join(word + draw(joints) for word in words if draw(st.integers(0, 15)))


@given(damaged_news())
def test_a_damaged_article_gives_a_valid_report(text):
    report = report_of(text)
    assert all(text[one.start : one.end] == one.quote for claim in report.claims for one in claim.evidence)


def test_a_passive_without_an_agent_is_an_unnamed_source():
    found = claim_with(report_of("The keeper is believed to have fled to Kell. Nobody saw him go.\n"), "have fled")
    assert found.source.kind == "anonymous"
    assert found.source.span is None
    assert {check.code for check in found.checks} <= {"weak_attribution"}


def test_quotation_marks_of_the_wrong_table_are_not_in_a_claim():
    text = "The lamp was out. â€œWe saw the boats go down at nine,â€ said Ada Lund.\n"
    found = claim_with(report_of(text), "We saw the boats")
    assert found.text == "We saw the boats go down at nine"
    assert found.source.name == "Ada Lund"


@pytest.mark.parametrize("cue", ["denied", "doubted", "hoped", "did not confirm"])
def test_what_is_denied_or_hoped_does_not_read_as_said(cue):
    report = report_of(f"Mayor Caspar Lund {cue} that the council had known of the crack. Nobody else spoke.\n")
    assert claim_with(report, "council had known").text == f"Caspar Lund {cue} that the council had known of the crack"


def test_a_claim_told_apart_keeps_its_negation():
    report = report_of("The clerk said the guild had not ruled out any loss of grain. Nobody else spoke.\n")
    texts = [one.text for one in report.claims]
    assert len(set(texts)) == len(texts) == 2
    assert all("not ruled out any loss" in text for text in texts)


def test_what_a_page_prints_twice_is_one_claim_at_its_first_place_and_not_missed():
    text = (
        "Mayor Anna Lund condemned the raids in Arlemouth.\n\nThe harbour was closed for a day.\n\n"
        "Mayor Anna Lund condemns the raids in Arlemouth.\n\nMinister Tom Vik confirmed the raids in Arlemouth."
    )
    report = report_of(text)
    quotes = [(claim.source.name, claim.stance, claim.evidence[0].start) for claim in report.claims]
    second = text.index("the raids", text.index("confirmed"))
    assert quotes == [("Anna Lund", "condemns", text.index("the raids")), ("Tom Vik", "confirms", second)]
    assert report.coverage.statements == 3
    assert report.coverage.missed == ()


def test_what_one_source_condemns_and_confirms_is_two_claims():
    report = report_of("Anna Lund condemned the raids in Arlemouth. Later Anna Lund confirmed the raids in Arlemouth.")
    assert [claim.stance for claim in report.claims] == ["condemns", "confirms"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Arle lost a match that coach Bo Roe called “a fluke”.", "called it a fluke"),
        ("The mayor resigned over what Bo Roe called “a fluke”.", "called it a fluke"),
        ("The guild said it was late. It says that Bo Roe called the cup “old”.", " called the cup old"),
    ],
)
def test_what_is_called_so_before_its_cue_is_told_as_it(text, told):
    assert report_of(text).claims[-1].text.replace("“", "").replace("”", "").endswith(told)
