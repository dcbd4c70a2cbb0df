"""What stands in the side bar of the site: groups of pages, each with its name; in Chinese those in Chinese."""

from typing import NamedTuple


class Entry(NamedTuple):
    """A page, by its file without ending, or another file of the site; how it is called in Chinese and in English."""

    page: str
    zh: str
    en: str

    def called(self, language: str) -> str:
        """The name in a language, ``zh`` or ``en``."""
        return self.zh if language == "zh" else self.en


class Group(NamedTuple):
    """Pages under one heading."""

    zh: str
    en: str
    entries: tuple[Entry, ...]


MODELS = "models.html"
"""Beside the folders of both languages: the documentation that dbt makes, in English."""

GROUPS = (
    Group(
        "使用",
        "Use",
        (
            Entry("README", "开始", "Start"),
            Entry("docs/guide", "指南", "Guide"),
            Entry("docs/fetch", "从网址到仓库", "From an address to the warehouse"),
            Entry("docs/bi", "接入 BI 工具", "BI tools"),
            Entry("docs/spark", "Spark", "Spark"),
        ),
    ),
    Group(
        "审计",
        "Audit",
        (
            Entry("docs/rules", "审计规则", "Rules"),
            Entry("docs/analyses", "审计人员的问题", "Questions"),
            Entry("docs/metrics", "度量", "Metrics"),
        ),
    ),
    Group(
        "数据",
        "Data",
        (
            Entry("docs/dictionary", "数据字典", "Dictionary"),
            Entry("docs/model", "模型关系", "The model"),
            Entry(MODELS, "模型与 SQL（英文）", "Models and SQL"),
            Entry("docs/glossary", "术语表", "Glossary"),
            Entry("documents/README", "收录的文件", "Documents"),
        ),
    ),
    Group(
        "项目",
        "Project",
        (
            Entry("docs/reliability", "可靠性", "Reliability"),
            Entry("docs/performance", "性能", "Performance"),
            Entry("docs/peers", "与同类的对照", "Beside others"),
            Entry("CONTRIBUTING", "如何参与", "Contributing"),
            Entry("DECISIONS", "决定", "Decisions"),
            Entry("CHANGELOG", "变更", "Changes"),
        ),
    ),
)
