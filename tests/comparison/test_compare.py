import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer import compare
from tests.comparison.outlets import told
from tests.reports import quoted, report

STORIES = Path(__file__).parent / "stories"


def test_nothing_compared_is_an_empty_comparison():
    made = compare([])
    assert (made.articles, made.facts) == ((), ())


def test_one_article_reported_twice_is_one_witness():
    made = told("The dam at Orsk held all night, Mayor Ilse Brandt said.")
    assert compare([made, made]) == compare([made])


@pytest.mark.parametrize("name", ["", " ", "“”", ".", "the", "Ann Poe and Roe", "安娜", "-", "O'", "12", "Mr."])
@pytest.mark.parametrize("kind", ["person", "organization", "anonymous", "media"])
def test_whatever_a_report_calls_a_source_it_is_compared(name, kind):
    text = "The dyke of Orsk held, the mayor said."
    claims = [quoted(text, "The dyke of Orsk held", name, kind=kind)]
    made = [report(text + more, claims) for more in ("", " It rained.")]
    found = compare(made)
    assert len(found.articles) == 2
    assert found.facts


# Of each story, three invented articles: the words of two sides of each conflict.
CONFLICTS = {
    "quarry-slide": [
        {"11", "14 people"},
        {"84 people", "110 people"},
        {"the warning siren did not sound", "the siren had sounded twice"},
        {"the embankment was inspected in May", "there had been no inspection since 2021"},
        {
            '"We were never told of any cracks,"',
            "she had warned the company about cracks in the embankment in a report in February",
        },
    ],
    "tram-strike": [
        {"3,000", "more than 8,000"},
        {"1,200 drivers", "1,450 drivers"},
        {"2 million florins", "5 million florins"},
        {"the union had received an offer", "the union had never received an offer"},
        {"The strike is legal", "called it unlawful"},
    ],
}  # fmt: skip


def story(name):
    return compare(told(path.read_text(), path.stem) for path in sorted((STORIES / name).glob("*.txt")))


@pytest.mark.parametrize("name", CONFLICTS)
def test_the_conflicts_of_a_story_are_found(name):
    found = [{side.position for side in one.sides} for one in story(name).facts if one.verdict == "conflict"]
    assert [sides for sides in CONFLICTS[name] if not any(sides <= one for one in found)] == []


@pytest.mark.parametrize(
    ("name", "sides", "origins"),
    [
        ("quarry-slide", {"about 30", "31"}, 2),  # the hospital and its director are one
        ("tram-strike", {"four people", "nine people"}, 1),  # an update, by the police and their spokeswoman
        ("tram-strike", {"70 percent"}, 1),
    ],
)
def test_what_outlets_agree_on_is_counted_by_who_knows_it(name, sides, origins):
    found = [one for one in story(name).facts if {side.position for side in one.sides} == sides]
    assert [(one.verdict, one.origins) for one in found] == [("agree", origins)]


def test_a_number_of_another_accident_takes_part_in_no_conflict():
    for name, other in (("quarry-slide", "hikers"), ("quarry-slide", "Ostrel"), ("tram-strike", "water main")):
        conflicts = [one for one in story(name).facts if one.verdict == "conflict"]
        assert not [one for one in conflicts for side in one.sides for said in side.mentions if other in said.text]


def test_the_same_bytes_whatever_order_python_gives_the_members_of_sets(tmp_path):
    reports = tmp_path / "reports.jsonl"
    told_ones = [told(path.read_text(), path.stem) for path in sorted((STORIES / "tram-strike").glob("*.txt"))]
    reports.write_text("".join(one.model_dump_json() + "\n" for one in told_ones))
    command = [sys.executable, "-m", "summarizer", "compare", str(reports), "--format", "json"]
    made = [
        subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True).stdout
        for seed in ("1", "2")
    ]
    assert made[0] == made[1]


def test_python_looks_for_what_it_can_throw_away_again_after_a_comparison_that_fails():
    def broken():
        yield told("The dam at Orsk held all night, Mayor Ilse Brandt said.")
        raise LookupError

    with pytest.raises(LookupError):
        compare(broken())
    assert gc.isenabled()
