"""The outcome of a validation as one page in Chinese and English that opens anywhere, without a network."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path

from expectations.validation import Result, Validation

Translate = Callable[[str], str]
"""Gives an English sentence in Chinese."""

_STYLE = """
:root { color-scheme: light; --paper: #fff; --ground: #f7f7f5; --ink: #1c2024; --ink-3: #656c74; --line: #e6e6e2;
  --line-strong: #cfcfc9; --accent: #2c5f7c; --high: #b3261e; --good: #2e6b45;
  --font: -apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC",
    "Source Han Sans SC", sans-serif; }
[data-theme="dark"] { color-scheme: dark; --paper: #17191c; --ground: #1e2124; --ink: #e7e8e9; --ink-3: #949ba2;
  --line: #2c3034; --line-strong: #43494f; --accent: #86bdd8; --high: #f2938b; --good: #86c79d; }
html[lang|="zh"] [lang="en"], html[lang="en"] [lang|="zh"] { display: none; }
body { font: 15px/1.6 var(--font); color: var(--ink); background: var(--paper); max-width: 62rem; margin: 0 auto;
  padding: 1rem 1.5rem 4rem; }
header { display: flex; justify-content: space-between; align-items: center; gap: 1rem; padding-bottom: .6rem;
  border-bottom: 1px solid var(--line); }
button { font: inherit; color: var(--ink-3); background: none; border: 0; padding: .3rem .5rem; cursor: pointer; }
h1 { font-size: 26px; line-height: 1.35; font-weight: 650; margin: 1.5rem 0 .25rem; }
h2 { font-size: 17px; margin: 2.5rem 0 .5rem; } h3 { font-size: 1rem; font-weight: 400; margin: 0; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; font-size: 14px; }
th, td { text-align: left; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 500; font-size: 13px; color: var(--ink-3); border-color: var(--line-strong); }
a { color: var(--accent); text-decoration: none; }
article { border-top: 1px solid var(--line); padding: .7rem 0; }
article.failed { border-left: 3px solid var(--high); padding-left: 1rem; }
.passed b { color: var(--good); } .failed b { color: var(--high); }
p { margin: .3rem 0; } small, summary { color: var(--ink-3); font-size: 13px; }
pre, code { font: 12px/1.5 ui-monospace, "SF Mono", Consolas, "Noto Sans Mono CJK SC", monospace; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; background: var(--ground); padding: .6rem .8rem; }
@media print { button { display: none; } body { max-width: none; } article { break-inside: avoid-page; } }
"""

_SCRIPT = """
const kept = (name) => { try { return localStorage.getItem("jixiao." + name); } catch { return null; } };
const root = document.documentElement;
const speak = (language) => { root.lang = language === "en" ? "en" : "zh-CN"; };
speak(kept("language") ?? (navigator.language.startsWith("zh") ? "zh" : "en"));
root.dataset.theme = kept("theme") ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
addEventListener("DOMContentLoaded", () => {
  document.querySelector("button").addEventListener("click", () => {
    const next = root.lang === "en" ? "zh" : "en";
    speak(next);
    try { localStorage.setItem("jixiao.language", next); } catch { /* a page that keeps nothing */ }
  });
});
"""


def write(validation: Validation, path: Path, in_chinese: Translate) -> None:
    """Write the page to ``path``, replacing it. The same validation gives the same bytes. Raises OSError."""
    path.write_text("\n".join(_Page(in_chinese).lines(validation)) + "\n", encoding="utf-8")


class _Page:
    """The lines of the page: every sentence stands in both languages, of which the reader sees one."""

    def __init__(self, in_chinese: Translate) -> None:
        self._in_chinese = in_chinese

    def lines(self, validation: Validation) -> Iterator[str]:
        title = "Validation of the warehouse"
        yield '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{escape(self._in_chinese(title))} {title}</title>\n<style>{_STYLE}</style>"
        yield f"<script>{_SCRIPT}</script>\n</head>\n<body>"
        yield '<header><span>绩效 Jixiao</span><button type="button">'
        yield '<span lang="zh-CN">English</span><span lang="en">中文</span></button></header>'
        yield f"<main><h1>{self._said(title)}</h1>"
        yield from self._summary(validation)
        for suite, results in groupby(validation.results, key=lambda result: result.suite):
            yield f'<section id="suite-{escape(suite)}"><h2>{self._suite(suite)}</h2>'
            for result in results:
                yield from self._article(result)
            yield "</section>"
        yield "</main>\n</body>\n</html>"

    def _said(self, english: str) -> str:
        """A sentence in both languages; once where it is the same in both."""
        chinese = self._in_chinese(english)
        if chinese == english:
            return escape(english)
        return f'<span lang="zh-CN">{escape(chinese)}</span><span lang="en">{escape(english)}</span>'

    def _suite(self, suite: str) -> str:
        chinese = escape(self._in_chinese(f"suite {suite}"))
        return f'<span lang="zh-CN">{chinese}</span><span lang="en">{escape(suite)}</span>'

    def _summary(self, validation: Validation) -> Iterator[str]:
        held, asked = len(validation.results) - len(validation.failures), len(validation.results)
        yield f'<p class="{"passed" if validation.passed else "failed"}">'
        yield f"<b>{self._said('passed' if validation.passed else 'not passed')}</b> "
        yield self._said(f"{held} of {asked} expectations hold.") + "</p>"
        yield f"<p>{self._said(_ABOUT)}</p>"
        if validation.built_batch:
            yield f"<p>{self._said(_LOOKED_AT.format(validation.built_batch))}</p>"
        heads = "".join(f'<th scope="col">{self._said(head)}</th>' for head in ("Suite", "Expectations", "Failed"))
        yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
        for suite, group in groupby(validation.results, key=lambda result: result.suite):
            results = list(group)
            failed = sum(not result.success for result in results)
            link = f'<a href="#suite-{escape(suite)}">{self._suite(suite)}</a>'
            yield f"<tr><td>{link}</td><td>{len(results)}</td><td>{failed}</td></tr>"
        yield "</tbody></table>"

    def _article(self, result: Result) -> Iterator[str]:
        state, verdict = ("passed", "holds") if result.success else ("failed", "fails")
        yield f'<article class="{state}" id="{escape(result.name)}">'
        yield f"<h3><b>{self._said(verdict)}</b> {self._said(result.why)}</h3>"
        yield f"<p><small><code>{escape(result.name)}</code> {escape(result.subject)}</small></p>"
        if result.exception is not None:
            yield f"<p>{self._said('Could not be evaluated')}</p><pre>{escape(result.exception)}</pre>"
        elif not result.success:
            yield f"<p>{self._said('Observed')} {self._said(result.observed)}</p>"
        if result.unexpected:
            yield f"<p>{self._said(f'First {len(result.unexpected)} rows')}</p>"
            yield f"<pre>{escape(chr(10).join(result.unexpected))}</pre>"
        yield f"<details><summary>{self._said('Expected')}</summary>"
        yield f"<pre>{escape(result.expected)}</pre></details></article>"


_ABOUT = (
    "An expectation is about the warehouse, not about the documents: a printed total that does not add up is a finding "
    "and listed in the marts."
)
_LOOKED_AT = (
    "Looked at: the departments with documents delivered or replaced after batch {}; the others were looked at when "
    "they were built."
)


def _policy() -> str:
    """Nothing is loaded, and nothing runs but the script and the style of the page."""
    script, style = (b64encode(sha256(text.encode()).digest()).decode() for text in (_SCRIPT, _STYLE))
    return f"default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'"
