"""The words by which the site is searched: Latin words, and Chinese characters one by one and in pairs.

Pairs need no dictionary and miss no term; the page of the search splits what is asked for in the same way.
"""

import re

from sphinx.search import SearchLanguage

_LATIN = re.compile(r"[a-z0-9_]+")
_HAN = re.compile(r"[\u3400-\u9fff]+")


class CharacterPairs(SearchLanguage):  # type: ignore[misc]
    """Splits texts of both languages of the site."""

    lang = "zh"
    language_name = "Chinese"
    js_splitter_code = """
function splitQuery(query) {
  const text = query.toLowerCase();
  const pairs = (text.match(/[\\u3400-\\u9fff]+/g) ?? []).flatMap((run) =>
    run.length === 1 ? [run] : [...run.slice(1)].map((next, place) => run[place] + next));
  return [...(text.match(/[a-z0-9_]+/g) ?? []), ...pairs];
}
"""

    def split(self, text: str) -> list[str]:
        """The words of a text that are searched for."""
        words = _LATIN.findall(text.lower())
        for run in _HAN.findall(text):
            words += [*run, *(run[place : place + 2] for place in range(len(run) - 1))]
        return words

    def word_filter(self, word: str) -> bool:
        """Every word that is no number."""
        return not word.isdigit()
