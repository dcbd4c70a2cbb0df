"""What prints the number of a page: `- 3 -`, `第3页`, `第 3 页 共 9 页`, `3/9`."""

import re

_PAGE_NUMBER = re.compile(
    r"[-—–－]\s*\d{1,4}\s*[-—–－]|第?\s*\d{1,4}\s*页(?:\s*+[,，/]?\s*+共\s*\d{1,4}\s*页)?|\d{1,4}\s*/\s*\d{1,4}"
)


def is_page_number(text: str) -> bool:
    """True for a line that prints nothing but the number of its page."""
    return bool(_PAGE_NUMBER.fullmatch(text.strip()))
