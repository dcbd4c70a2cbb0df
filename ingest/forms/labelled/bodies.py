"""Names of bodies (局, 委员会, 中心), told by how they end."""

from ingest.forms.labelled.labels import fold_label
from ingest.grammar.codes import split_code
from ingest.source.printed import Printed
from ingest.vocabulary import words


def is_name_of_body(text: str) -> bool:
    """True for a text that ends as the name of a body does, whatever stands beside it: 局（本级）, 101-局."""
    name = split_code(Printed(text, range(len(text)))).name.text
    return fold_label(name).removesuffix("本级").endswith(words("name_endings", "unit"))
