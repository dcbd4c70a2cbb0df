"""The outcome of a validation as one page that opens anywhere, without a network."""

from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from expectations.validation import Result, Validation

_STYLE = """
body { font: 15px/1.5 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #222;
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ddd; vertical-align: top; }
article { border-left: 4px solid #2e7d32; padding: .1rem 1rem; margin: 1rem 0; background: #f7f8f7; }
article.failed { border-color: #c62828; background: #fdf3f3; }
.passed b { color: #2e7d32; } .failed b { color: #c62828; }
h3 { margin: .5rem 0 0; font-size: 1rem; } p { margin: .3rem 0; } small { color: #666; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .8rem; background: #fff; padding: .5rem; }
@media (prefers-color-scheme: dark) { body { background: #1b1b1b; color: #ddd; } article { background: #242624; }
  article.failed { background: #2e2222; } pre { background: #151515; } th, td { border-color: #444; } }
"""


def write(validation: Validation, path: Path) -> None:
    """Write the page to ``path``, replacing it. The same validation gives the same bytes. Raises OSError."""
    path.write_text("\n".join(_page(validation)) + "\n", encoding="utf-8")


def _page(validation: Validation) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Validation of the warehouse 数据仓库检验</title>\n<style>{_STYLE}</style>\n</head>\n<body>"
    yield "<h1>Validation of the warehouse 数据仓库检验</h1>"
    yield from _summary(validation)
    for suite, results in groupby(validation.results, key=lambda result: result.suite):
        yield f"<h2>{escape(suite)}</h2>"
        for result in results:
            yield from _article(result)
    yield "</body>\n</html>"


def _summary(validation: Validation) -> Iterator[str]:
    verdict = "passed 通过" if validation.passed else "not passed 未通过"
    held = len(validation.results) - len(validation.failures)
    yield f'<p class="{"passed" if validation.passed else "failed"}"><b>{verdict}</b>: '
    yield f"{held} of {len(validation.results)} expectations hold 项预期成立.</p>"
    yield "<p>An expectation is about the warehouse, not about the documents: a printed total that does not add up is "
    yield "a finding and listed in the marts. 预期针对数据处理过程；文件自身的数字不符属于审计疑点，不在此列。</p>"
    if validation.built_batch:
        yield "<p>Looked at: the departments with documents delivered or replaced "
        yield f"after batch {validation.built_batch}; the others were looked at when they were built. "
        yield "本次检验有新增或替换文件的部门；其余部门在其构建时已经检验，数据未变。</p>"
    yield "<table><thead><tr><th>Suite 类别</th><th>Expectations 预期</th><th>Failed 未成立</th></tr></thead><tbody>"
    for suite, group in groupby(validation.results, key=lambda result: result.suite):
        results = list(group)
        failed = sum(not result.success for result in results)
        yield f"<tr><td>{escape(suite)}</td><td>{len(results)}</td><td>{failed}</td></tr>"
    yield "</tbody></table>"


def _article(result: Result) -> Iterator[str]:
    state, verdict = ("passed", "holds 成立") if result.success else ("failed", "fails 未成立")
    yield f'<article class="{state}" id="{escape(result.name)}">'
    yield f"<h3><b>{verdict}</b> {escape(result.name)} <small>{escape(result.subject)}</small></h3>"
    yield f"<p>{escape(result.why)}</p>"
    if result.exception is not None:
        yield f"<p>Could not be evaluated 无法检验:</p><pre>{escape(result.exception)}</pre>"
    else:
        yield f"<p>Observed 实际: {escape(result.observed)}</p>"
    if result.unexpected:
        yield f"<p>First rows 前 {len(result.unexpected)} 行:</p>"
        yield f"<pre>{escape(chr(10).join(result.unexpected))}</pre>"
    yield "<details><summary>Expected 预期</summary>"
    yield f"<pre>{escape(result.expected)}</pre></details></article>"
