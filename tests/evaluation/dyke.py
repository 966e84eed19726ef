"""An article with gold, and the claims of a perfect report on it."""

from summarizer.evaluation.gold import Gold
from tests.reports import quoted

TEXT = (
    "Home | Dykes and weather | Tide tables\n"
    "“The western dyke will hold,” chief engineer Anna Reil said. "
    "At least 40 farms are under water, the mayor of Ostmark told Dyke Radio. "
    "Bo Lind denied that the pumps had failed.\n"
    "“The western dyke will hold,” chief engineer Anna Reil said.\n"
)
GOLD = Gold.model_validate(
    {
        "article": "dyke",
        "statements": [
            {"content": "“The western dyke will hold,”", "source": "Anna Reil", "kind": "person", "stance": "asserts"},
            {
                "content": "At least 40 farms are under water",
                "source": "mayor of Ostmark",
                "kind": "government",
                "via": ["Dyke Radio"],
                "stance": "asserts",
                "figures": [{"value": 40, "qualifier": "at_least"}],
            },
            {"content": "the pumps had failed", "source": "Bo Lind", "kind": "person", "stance": "denies"},
        ],
        "furniture": ["Home | Dykes and weather | Tide tables"],
        "repeats": ["“The western dyke will hold,” chief engineer Anna Reil said."],
    }
)
REIL = quoted(TEXT, "“The western dyke will hold,”", "Anna Reil")
MAYOR = quoted(
    TEXT, "At least 40 farms are under water", "mayor of Ostmark", kind="government", via=("Dyke Radio",), figures=[40]
)
LIND = quoted(TEXT, "the pumps had failed", "Bo Lind", stance="denies")
