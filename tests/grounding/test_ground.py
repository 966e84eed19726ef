import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.contract.answer import Answer
from summarizer.contract.article import Article
from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint
from summarizer.contract.report import Rejected, Report
from summarizer.grounding.ground import ground
from summarizer.reading.layout.layout import sentences_of

STORY = """Dam at Varn held, mayor says

“The dam held,” Mayor Ilse Brandt said on Monday. “The dam held because people worked all night.”

Engineer Tomas Reil said 2,500 sandbags were used. He denied that the council had been warned.

The council met twice, according to the Varn Echo.

Post a comment

Your email address will not be published.
"""


def article(text=STORY):
    return Article(id="varn", text=text, title="Dam at Varn held, mayor says")


def number_of(words, text=STORY):
    at = text.index(words)
    return next(one.number for one in sentences_of(article(text)) if one.start <= at < one.end)


def claim(quote, source="Ilse Brandt", **changes):
    fields = {"kind": "person", "stance": "asserts", "text": quote}
    fields["sentence"] = changes.pop("sentence", None) or number_of(quote.split("|")[0])
    return DraftClaim(quotes=tuple(quote.split("|")), source=source, **{**fields, **changes})


def report_of(*claims, points=(), refused=()):
    draft = Draft(claims=claims, headline="Dam held", abstract="The dam held.", key_points=points)
    answer = Answer(draft=draft, engine="llm", refused=refused)
    return ground(article(), answer, origin="model")


def test_a_true_quote_becomes_evidence_at_its_offsets():
    report = report_of(claim("2,500 sandbags were used", source="Tomas Reil", mention="Engineer Tomas Reil"))
    (found,) = report.claims
    (piece,) = found.evidence
    assert STORY[piece.start : piece.end] == piece.quote == "2,500 sandbags were used"
    assert found.source.name == "Tomas Reil"
    assert found.source.span.text == "Engineer Tomas Reil"
    assert found.mode == "indirect"
    assert [figure.value for figure in found.figures] == [2500]


def test_a_split_quotation_is_one_claim_with_two_pieces():
    (found,) = report_of(claim("The dam held,|The dam held because people worked all night.")).claims
    assert [piece.quote for piece in found.evidence] == [
        "The dam held,",
        "The dam held because people worked all night.",
    ]
    assert found.mode == "direct"


def test_a_claim_without_a_text_of_its_own_says_what_all_its_quotes_say():
    (found,) = report_of(claim("The dam held,|The dam held because people worked all night.", text="")).claims
    assert found.text == "The dam held. The dam held because people worked all night."
    assert not found.checks


@pytest.mark.parametrize("quote", ["2,600 sandbags were used", "Your email address will not be published", "…"])
def test_what_title_and_body_do_not_hold_is_rejected_and_listed(quote):
    report = report_of(claim(quote, sentence=3), claim("The dam held,"))
    assert len(report.claims) == 1
    (refused,) = report.rejected
    assert refused.quote == quote
    assert refused.reason


def test_one_false_piece_rejects_the_claim():
    report = report_of(claim("The dam held,|people worked all week", sentence=2))
    assert not report.claims
    assert report.rejected[0].quote == "people worked all week"


def test_the_same_claim_twice_is_given_once_and_the_second_listed():
    report = report_of(claim("The dam held,"), claim("The dam held,", text="It held."))
    assert len(report.claims) == 1
    assert "claim c1" in report.rejected[0].reason


def test_the_same_words_of_two_sources_are_two_claims():
    report = report_of(claim("2,500 sandbags were used", source="Tomas Reil"), claim("2,500 sandbags were used"))
    assert len(report.claims) == 2


def test_key_points_cite_the_claims_that_stand():
    points = (DraftKeyPoint(text="It held.", claims=(1, 2)), DraftKeyPoint(text="It fell.", claims=(1, 9)))
    report = report_of(claim("2,600 sandbags were used", sentence=3), claim("The dam held,"), points=points)
    assert [point.claims for point in report.summary.key_points] == [("c1",), ()]


def test_a_source_that_the_article_does_not_name_is_doubted():
    (found,) = report_of(claim("The dam held,", source="Otto Frisch")).claims
    assert "name_not_in_article" in {check.code for check in found.checks}


def test_a_short_name_is_given_in_full():
    (found,) = report_of(claim("2,500 sandbags were used", source="Reil")).claims
    assert found.source.name == "Tomas Reil"


def test_what_the_engine_could_not_put_as_a_claim_is_listed_first():
    lost = Rejected(text="?", source="", quote="", reason="not of the schema")
    assert report_of(claim("The dam held,"), refused=(lost,)).rejected == (lost,)


def test_no_link_comes_out_that_the_article_does_not_hold():
    (found,) = report_of(claim("The dam held,", text="See https://evil.example/x for the dam.")).claims
    assert "evil.example" not in found.text


TEXTS = st.sampled_from([STORY[:60], STORY[70:110], "“The dam held,”", "he", "2,500", "", "\x00", "https://a.example"])


@given(
    st.lists(
        st.builds(
            DraftClaim,
            sentence=st.integers(-3, 99),
            quotes=st.lists(st.one_of(TEXTS, st.text(max_size=20)), min_size=1, max_size=3).map(tuple),
            source=st.one_of(TEXTS, st.text(max_size=20)),
            mention=st.one_of(TEXTS, st.text(max_size=5)),
            kind=st.sampled_from(["person", "outlet", "anonymous", "document"]),
            stance=st.sampled_from(["asserts", "denies"]),
            via=st.lists(st.text(max_size=9), max_size=2).map(tuple),
            text=st.one_of(TEXTS, st.text(max_size=40)),
        ),
        max_size=4,
    )
)
def test_any_draft_gives_a_valid_report_that_loses_nothing(claims):
    report = report_of(*claims)
    assert Report.model_validate_json(report.model_dump_json()) == report
    assert len(report.claims) + len(report.rejected) == len(claims)


def test_the_span_of_a_models_source_is_the_mention_that_attributes_the_evidence():
    (found,) = report_of(claim("the council had been warned", source="Tomas Reil", mention="Tomas Reil")).claims
    assert found.source.span.text == "He"


@pytest.mark.parametrize(("source", "kind", "via"), [("", "outlet", ("Zenit Press",)), ("Tomas Reil", "person", ())])
def test_what_the_article_says_itself_came_by_the_agency_that_it_credits(source, kind, via):
    text = STORY.replace("Post a comment", "(with information from Zenit Press)")
    proposal = claim("2,500 sandbags were used", source=source, kind=kind)
    draft = Draft(claims=(proposal,), headline="h", abstract="a", key_points=())
    report = ground(article(text), Answer(draft=draft, engine="llm"), origin="model")
    assert report.claims[0].via == via
