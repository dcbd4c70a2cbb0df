"""The pages of one language of the site, built by Sphinx from the Markdown of the project as it is."""

import io
import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from pathlib import Path
from typing import Any

from pygments.lexers.special import TextLexer
from sphinx.application import Sphinx
from sphinx.locale import translators
from sphinx.util.console import nocolor
from sphinx.util.docutils import docutils_namespace

from jixiao.docs.diagrams import as_tables
from jixiao.docs.navigation import GROUPS, MODELS
from jixiao.docs.ngrams import CharacterPairs
from jixiao.project import ROOT

LOOK = Path(__file__).with_name("look")
CHINESE = ".zh-CN"
"""Ends the name of a page that is written in Chinese beside an English one."""

_HEAD = "<head>"
_LINK = re.compile(r"(?<=\])\(([\w./-]+?)(?:\.zh-CN)?\.md((?:#[^)]*)?)\)")
_IN_ENGLISH = "english"
"""The scheme of links to pages that are in English alone, until all pages are written."""
_INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_SPOKEN = "Documentation.addTranslations("
"""How the words of a language come; it makes its rule of plurals from a string, which the policy forbids."""
_ONE_PLURAL = """((catalog) => {
  Object.assign(Documentation.TRANSLATIONS, catalog.messages);
  Object.assign(Documentation, { LOCALE: catalog.locale, PLURAL_EXPR: () => 0 });
})("""
"""The same for Chinese, which has one form of a noun."""
_THEME_SAYS = {
    "On this page": "本页内容",
    "Skip to content": "跳到正文",
    "Back to top": "回到顶部",
    "Toggle site navigation sidebar": "展开或收起目录",
    "Toggle table of contents sidebar": "展开或收起本页内容",
    "Toggle Light / Dark / Auto color theme": "切换深浅色",
    "Hide navigation sidebar": "收起目录",
    "Hide table of contents sidebar": "收起本页内容",
}
"""What the theme has no Chinese for."""
_MADE_WITH = re.compile(r"\s*Made with\s*(?:<a [^>]*>Sphinx</a> and\s*)?(?:<a [^>]*>[^<]*</a>'s\s*)?<a [^>]*>Furo</a>")
_FONT = (
    '-apple-system, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", '
    '"Source Han Sans SC", sans-serif'
)
_LIGHT = {
    "font-stack": _FONT,
    "font-stack--headings": _FONT,
    "color-brand-primary": "#2c5f7c",
    "color-brand-content": "#2c5f7c",
    "color-brand-visited": "#2c5f7c",
    "color-foreground-primary": "#1c2024",
    "color-foreground-secondary": "#50565d",
    "color-foreground-muted": "#656c74",
    "color-background-primary": "#fff",
    "color-background-secondary": "#f7f7f5",
    "color-background-border": "#e6e6e2",
}
_DARK = {
    "color-brand-primary": "#86bdd8",
    "color-brand-content": "#86bdd8",
    "color-brand-visited": "#86bdd8",
    "color-foreground-primary": "#e7e8e9",
    "color-foreground-secondary": "#b3b8bd",
    "color-foreground-muted": "#949ba2",
    "color-background-primary": "#17191c",
    "color-background-secondary": "#1e2124",
    "color-background-border": "#2c3034",
}


class BrokenPage(ValueError):
    """A page links to what does not exist, or cannot be read as it is written."""


class Language:
    """The pages of a language below a folder of its name; ``own`` replaces the texts of some files.

    ``beside`` are further links of the side bar, from the folder of the site, by address.
    """

    def __init__(self, name: str, own: Mapping[str, str], beside: Mapping[str, str]) -> None:
        self.name = name
        self._own = own
        self._beside = beside

    def build(self, folder: Path, aside: Path) -> None:
        """Write the pages into ``folder``; ``aside`` keeps what Sphinx keeps. Raises BrokenPage for any warning."""
        warnings = io.StringIO()
        nocolor()
        translators.clear()  # those of a language built before would go on
        with docutils_namespace():  # what one site registers is no concern of the next
            site = Sphinx(
                ROOT, None, folder, aside, "html", self._settings(), status=None, warning=warnings, freshenv=True
            )
            site.add_search_language(CharacterPairs)
            site.add_lexer("csv", TextLexer)  # shown as it is
            site.connect("source-read", self._read)
            site.connect("html-page-context", self._frame, priority=900)  # after the theme
            site.build()
        if said := warnings.getvalue().strip():
            raise BrokenPage(said)
        for words in folder.glob("_static/translations.js"):
            words.write_text(words.read_text(encoding="utf-8").replace(_SPOKEN, _ONE_PLURAL), encoding="utf-8")
        for page in folder.rglob("*.html"):
            up = "../" * len(page.relative_to(folder).parts)
            text = self._translated(page.read_text(encoding="utf-8")).replace(f'href="{_IN_ENGLISH}:', f'href="{up}en/')
            page.write_text(_policed(text), encoding="utf-8")

    def _translated(self, page: str) -> str:
        """A page in this language, without the theme's mention of itself; what scrolls is reached by keyboard."""
        page = _MADE_WITH.sub("", page)
        page = page.replace("<pre>", '<pre tabindex="0">').replace(
            '<div class="table-wrapper', '<div tabindex="0" class="table-wrapper'
        )
        if self.name == "zh":
            for english, chinese in _THEME_SAYS.items():
                page = re.sub(rf"(?<=[>\"])(\s*){re.escape(english)}(\s*)(?=[<\"])", rf"\g<1>{chinese}\g<2>", page)
        return page

    def pages(self) -> list[str]:
        """The files of the pages in this language, without their ending."""
        names = [path.relative_to(ROOT).as_posix().removesuffix(".md") for path in _files()]
        return [name for name in names if name.endswith(CHINESE) == (self.name == "zh")]

    def _settings(self) -> dict[str, Any]:
        pages = self.pages()
        kept = {page.partition("/")[0] for page in pages}
        return {
            "extensions": ["myst_parser"],
            "project": "绩效 Jixiao",
            "html_title": "绩效 Jixiao",
            "language": "zh_CN" if self.name == "zh" else "en",
            "root_doc": "README" + CHINESE if self.name == "zh" else "README",
            "include_patterns": [f"{page}.md" for page in pages],
            "exclude_patterns": [path.name for path in ROOT.iterdir() if path.is_dir() and path.name not in kept],
            "suppress_warnings": ["toc.not_included"],
            "smartquotes": False,
            "myst_heading_anchors": 4,
            "myst_url_schemes": ["http", "https", "mailto", _IN_ENGLISH],
            "myst_disable_syntax": ["html_block", "html_inline", "myst_role", "myst_target", "myst_line_comment"],
            "html_theme": "furo",
            "html_theme_options": {
                "light_css_variables": _LIGHT,
                "dark_css_variables": _DARK,
                "top_of_page_buttons": [],
            },
            "pygments_style": "default",
            "templates_path": [str(LOOK / "templates")],
            "html_static_path": [str(LOOK / "static")],
            "html_css_files": ["site.css"],
            "html_sidebars": {
                "**": [
                    "sidebar/brand.html",
                    "languages.html",
                    "sidebar/search.html",
                    "sidebar/scroll-start.html",
                    "sidebar/navigation.html",
                    "sidebar/scroll-end.html",
                ]
            },
            "html_search_language": "zh",
            "html_show_search_summary": False,  # it is fetched, which a page opened from a file may not
            "html_use_index": False,
            "html_copy_source": False,
            "html_show_sphinx": False,
            "html_show_copyright": False,
        }

    def _here(self, page: str) -> str | None:
        """The file of a page in this language, without its ending; None where it is in English alone."""
        if self.name == "en":
            return page
        return page + CHINESE if (ROOT / f"{page}{CHINESE}.md").is_file() else None

    def _read(self, _: Sphinx, name: str, source: list[str]) -> None:
        """The text of a page, whose links lead to pages of this language.

        The link to itself in the other language is left out: the side bar has it.
        """
        text = self._own.get(f"{name}.md", source[0])
        other = Path(name).name.removesuffix(CHINESE) + ("" if name.endswith(CHINESE) else CHINESE)
        text = re.sub(rf"\[[^\[\]]*\]\({re.escape(other)}\.md\)\n*", "", text)

        def led(link: re.Match[str]) -> str:
            page = ((ROOT / f"{name}.md").parent / link[1]).resolve()
            if not page.is_relative_to(ROOT):
                return link[0]
            asked = page.relative_to(ROOT).as_posix()
            if here := self._here(asked):
                return f"({Path(link[1]).parent.joinpath(Path(here).name).as_posix()}.md{link[2]})"
            return f"({_IN_ENGLISH}:{asked}.html{link[2]})"

        source[0] = _LINK.sub(led, as_tables(text, self.name))

    def _frame(self, site: Sphinx, name: str, _: str, context: dict[str, Any], __: object) -> None:
        """The side bar of a page, and where the page is in the other language."""
        up = "../" * (name.count("/") + 1)  # out of the folder of the language
        lines = []
        for group in GROUPS:
            heading = group.zh if self.name == "zh" else group.en
            lines.append(
                f'<p class="caption" role="heading" aria-level="2"><span class="caption-text">{heading}</span></p><ul>'
            )
            for entry in group.entries:
                page = self._here(entry.page)
                if entry.page == MODELS:
                    to = up + MODELS
                elif page:
                    to = context["pathto"](page)
                else:
                    continue
                current = " current current-page" if page == name else ""
                link = f'<a class="reference internal" href="{escape(to)}">{entry.called(self.name)}</a>'
                lines.append(f'<li class="toctree-l1{current}">{link}</li>')
            lines.append("</ul>")
        context["furo_navigation_tree"] = "\n".join(lines)
        page = name.removesuffix(CHINESE)
        other = page
        if self.name == "en":
            other = (page if (ROOT / f"{page}{CHINESE}.md").is_file() else "README") + CHINESE
        context["other_language_name"] = "English" if self.name == "zh" else "中文"
        context["other_language"] = f"{up}{'en' if self.name == 'zh' else 'zh'}/{other}.html"
        context["beside"] = [(label, up + address) for address, label in self._beside.items()]


def _files() -> list[Path]:
    """The Markdown of the project that the site shows."""
    return [path for folder in (ROOT, ROOT / "docs", ROOT / "documents") for path in sorted(folder.glob("*.md"))]


def _policed(page: str) -> str:
    """A page that may run the scripts of the site and of its theme alone, and load nothing from elsewhere."""
    digests = {b64encode(sha256(text.encode()).digest()).decode() for text in _INLINE.findall(page)}
    scripts = " ".join(["'self' file:", *(f"'sha256-{digest}'" for digest in sorted(digests))])
    policy = (
        f"default-src 'none'; script-src {scripts}; style-src 'self' file: 'unsafe-inline'; "
        "img-src 'self' file: data:; form-action 'self' file:; base-uri 'none'"
    )
    return page.replace(_HEAD, f'{_HEAD}\n<meta http-equiv="Content-Security-Policy" content="{policy}">', 1)
