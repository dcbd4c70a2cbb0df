"""The section on mutants of docs/reliability.md, written from the committed results."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.mutants.planted import mutants

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "docs" / "reliability" / "mutants.json"
PAGES = {"en": ROOT / "docs" / "reliability.md", "zh": ROOT / "docs" / "reliability.zh-CN.md"}

_SECTION = re.compile(r"(?<=<!-- mutants -->\n).*?(?=<!-- end of mutants -->)", re.DOTALL)
_OUTCOMES = {
    "en": {"refused": "refused", "published": "published", "same": "no effect"},
    "zh": {"refused": "拒绝", "published": "发布", "same": "无影响"},
}
_TOLD = {
    "en": """{tried} of the {all} defects in the lists were tried, {earlier} of them with earlier code.
{effective} changed what a build does; the build refused {refused} of these
({share}) and published {published} with other marts. {same} had no effect on the collection.""",
    "zh": """清单中的 {all} 个缺陷试了 {tried} 个，其中 {earlier} 个用的是较早的代码。
{effective} 个改变了构建的结果；其中构建拒绝了 {refused} 个
（{share}），发布了 {published} 个，各表与原来不同。{same} 个对这批文件没有影响。""",
}
_TESTED = {
    "en": "Of {tested} published ones that were run against the tests of the project, tests found {found}.",
    "zh": "发布的缺陷中有 {tested} 个用项目的测试试过，测试发现了 {found} 个。",
}
_HEADS = {"en": "| defect | file | build | how it shows |", "zh": "| 缺陷 | 文件 | 构建 | 如何显出 |"}


def read() -> dict[str, Any]:
    """The committed results; nothing where there are none."""
    found: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    return found


def page(text: str, results: dict[str, Any], language: str) -> str:
    """The page with the section of these results."""
    return _SECTION.sub(lambda _: "\n".join(_section(results, language)) + "\n", text)


def _section(results: dict[str, Any], language: str) -> Iterator[str]:
    tried = list(results.get("mutants", {}).values())
    outcomes = _OUTCOMES[language]
    counts = {outcome: sum(one["outcome"] == outcome for one in tried) for outcome in outcomes}
    effective = counts["refused"] + counts["published"]
    yield ""
    yield _TOLD[language].format(
        tried=len(tried),
        all=len(mutants()),
        earlier=sum(one["code"] != results["code"] for one in tried),
        effective=effective,
        share=f"{counts['refused'] / effective:.0%}" if effective else "none",
        **counts,
    )
    tested = [one for one in tried if "test" in one]
    if tested:
        yield _TESTED[language].format(tested=len(tested), found=sum(bool(one["test"]) for one in tested))
    yield ""
    yield _HEADS[language]
    yield "| --- | --- | --- | --- |"
    for one in tried:
        detail = one["detail"].replace("|", "\\|").replace("*", "\\*")
        test = f"; test `{one['test']}`" if one.get("test") else ""
        yield f"| {one['what']} | `{one['file']}` | {outcomes[one['outcome']]} | {detail}{test} |"
    yield ""


def write() -> None:
    """Write the section into the page of each language."""
    for language, path in PAGES.items():
        path.write_text(page(path.read_text(encoding="utf-8"), read(), language), encoding="utf-8")


if __name__ == "__main__":
    write()
