"""A Markdown file of the project as a page that opens from a folder: escaped, styled, without anything from outside."""

import re
from collections.abc import Mapping
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from markdown_it import MarkdownIt
from markdown_it.token import Token

_STYLE = """
:root { color-scheme: light dark; }
body { font: 16px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif; max-width: 70rem;
  margin: 0 auto; padding: 1rem 1.5rem 4rem; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding-bottom: .5rem; border-bottom: 1px solid #8886; }
a { color: light-dark(#0b57d0, #8ab4f8); text-decoration: none; } a:hover { text-decoration: underline; }
h1, h2, h3 { line-height: 1.25; margin: 1.8em 0 .5em; } h1 { font-size: 1.8rem; } h2 { font-size: 1.35rem; }
table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid #8884; padding: .25rem .6rem; text-align: left; vertical-align: top; }
th { background: #8881; }
code { font: .9em ui-monospace, Consolas, monospace; background: #8882; padding: .1em .25em; border-radius: 3px; }
pre { background: #8881; padding: .75rem 1rem; overflow-x: auto; } pre code { background: none; padding: 0; }
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:"


class BrokenLink(ValueError):
    """A page links to a file that does not exist."""


def html_page(title: str, body: str, navigation: Mapping[str, str]) -> str:
    """A whole page; ``navigation`` gives labels by address."""
    links = "".join(f'<a href="{escape(to)}">{escape(label)}</a>' for to, label in navigation.items())
    return (
        f'<!doctype html>\n<html lang="zh">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>{escape(title)}</title>\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<nav>{links}</nav>\n<main>\n{body}</main>\n</body>\n</html>\n"
    )


def title_of(text: str) -> str:
    """The first heading of a Markdown text."""
    found = re.search(r"^# (.+)$", text, re.MULTILINE)
    return found.group(1) if found else ""


def body_of(
    text: str, name: PurePosixPath, root: Path, addresses: Mapping[PurePosixPath, str]
) -> tuple[str, set[Path]]:
    """A Markdown text of the file ``name`` below ``root`` as HTML, and the files it links to that are no pages.

    ``addresses`` are the pages by file. HTML in the text is shown, not obeyed. Raises BrokenLink.
    """
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = markdown.parse(text)
    files: set[Path] = set()
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and after:
            token.attrSet("id", _anchor(after.content))
        for inline in token.children or []:
            _lead(inline, name, root, addresses, files)
    return markdown.renderer.render(tokens, markdown.options, {}), files


def _lead(
    token: Token, name: PurePosixPath, root: Path, addresses: Mapping[PurePosixPath, str], files: set[Path]
) -> None:
    """Point a link or picture to where its file stands in the site."""
    attribute = {"link_open": "href", "image": "src"}.get(token.type)
    link = urlsplit(str(token.attrGet(attribute) or "")) if attribute else None
    if attribute is None or link is None or link.scheme or not link.path:
        return
    target = (root / name.parent / unquote(link.path)).resolve()
    if not target.is_relative_to(root) or not target.is_file():
        raise BrokenLink(f"{name} links to {link.path}, which is no file")
    relative = PurePosixPath(target.relative_to(root).as_posix())
    if relative in addresses:
        address = addresses[relative]
    else:
        files.add(target)
        address = "files/" + quote(relative.as_posix())
    token.attrSet(attribute, address + (f"#{link.fragment}" if link.fragment else ""))


def _anchor(heading: str) -> str:
    """The anchor of a heading, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
