from summarizer.contract.draft import Draft, DraftClaim, DraftKeyPoint, DraftLine
from summarizer.grounding.ground import ground_claim
from summarizer.grounding.summary import ground_summary, propose_lines
from tests.grounding.lines.story import article

QUOTE = "the wall had been checked twice in January"


def summary_of(origin="model", **changes):
    proposal = DraftClaim(
        sentence=3, quotes=(QUOTE,), source="Ilse Brandt", kind="person", stance="asserts", text=QUOTE
    )
    claim = ground_claim(article(), proposal, claim_id="c1", origin=origin)
    fields = {"claims": (proposal,), "headline": "Wall fell", "abstract": "", "key_points": (), **changes}
    return ground_summary(article(), Draft(**fields), (claim,), {1: "c1"}, origin=origin)


def test_every_sentence_is_a_line_with_its_proof():
    found = summary_of(
        headline="Harbour wall at Varn gives way",
        abstract="At least seven people were killed. The council did not answer two letters.",
        key_points=(DraftKeyPoint(text="Brandt said the wall had been checked twice.", claims=(1,)),),
    )
    assert [line.part for line in found.lines] == ["headline", "abstract", "abstract", "key_point"]
    assert all(line.evidence and not line.checks for line in found.lines)
    assert found.lines[-1].claims == ("c1",)
    assert QUOTE in found.lines[-1].evidence[0].quote


def test_a_line_that_nothing_supports_says_so():
    found = summary_of(abstract="At least seven people were killed. Bananas ripen quickly in warm rooms.")
    assert [check.code for check in found.lines[-1].checks] == ["unsupported_line"]


def test_lines_of_rules_rest_on_what_they_were_made_of():
    found = summary_of(
        "rules",
        headline="Harbour wall at Varn gives way after storm",
        abstract="The council did not answer two of them.",
        lines=(DraftLine(text="The council did not answer two of them.", sentences=(8,)),),
        key_points=(DraftKeyPoint(text=f"Ilse Brandt: {QUOTE}", claims=(1,)),),
    )
    assert [line.evidence[0].quote[:15] for line in found.lines] == [
        "Harbour wall at",
        "The council did",
        "Mayor Ilse Bran",
    ]


def test_no_character_of_a_text_is_lost_between_lines():
    lines = list(propose_lines("- One. Two.", "", (), {}, "en"))
    assert "".join(line.text for line in lines).replace(" ", "") == "-One.Two."
