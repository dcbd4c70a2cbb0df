"""Acts that a report says were not done, which an actual value supposes: a survey 问卷调查, an acceptance 竣工验收."""

import re
from collections.abc import Iterable
from functools import cache

from ingest.vocabulary import words

_ACTS = ("survey", "acceptance")


def denied_clause(indicator_name: str, actual: str, paragraphs: Iterable[str]) -> str | None:
    """The clause that denies what the numeric actual value of an indicator supposes; None where none does."""
    if not re.search("[0-9]", actual):
        return None
    for act in _ACTS:
        if not any(word in indicator_name for word in words("form_labels", f"{act}_indicator_word")):
            continue
        for paragraph in paragraphs:
            for clause in re.split("[。；;，,]", paragraph):
                if _denial(act).search(clause):
                    return clause
    return None


@cache
def _denial(act: str) -> re.Pattern[str]:
    """尚未组织竣工验收, 未开展满意度问卷调查."""
    no, own = ("|".join(words("form_labels", kind)) for kind in ("denial_word", f"{act}_word"))
    return re.compile(f"(?:{no})[^0-9。；;，,]{{0,8}}(?:{own})")
