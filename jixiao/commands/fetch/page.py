"""A page as a reader sees it: its title and date, the files it offers, the pages it lists, where it leads by itself."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlsplit

from lxml import etree

from ingest.errors import DocumentRejected
from ingest.readers.html.reader import parse_page
from jixiao.commands.fetch.names import address_name, ending_of
from jixiao.commands.fetch.told import Failure
from jixiao.commands.fetch.web.address import is_same_site, section_of, whole
from jixiao.commands.fetch.words import words

_SPACE = re.compile(r"\s+")
_DATE = re.compile(r"(?<!\d)(\d{4})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)")
_REFRESH = re.compile(r"\s*(\d{1,3})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\"']+)", re.IGNORECASE)
_LONGEST_REFRESH = 10
_LARGEST = 16 * 2**20
# createPageHTML(5, 0, "index", "htm"): five pages, index.htm, index_1.htm to index_4.htm
_NUMBERED = re.compile(r"createPageHTML\(\s*(\d{1,4})\s*,\s*\d+\s*,\s*[\"'](\w+)[\"']\s*,\s*[\"'](\w+)[\"']")
_MOST_NUMBERED = 200
_PAGE = re.compile(r"(?:[-_/](?:\d+|index)\.s?html?|[?&](?:page|pageno|currentpage|pn|p)=\d+|/)$", re.IGNORECASE)
_SHORT_TEXT, _ONLY_A_NOTE = 1500, 200
_FRAMES = {"iframe": "src", "embed": "src", "object": "data", "frame": "src"}
_PAGES = ("html", "htm", "shtml", "jsp", "jhtml", "php", "asp", "aspx", "do", "action", "")


@dataclass(frozen=True, slots=True)
class Link:
    """A file that a page offers; ``is_named`` where its name or address says so, not only the words of the link."""

    address: str
    is_named: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows. ``refresh`` is where it leads by itself; ``is_lost`` says that it is no page but an error."""

    title: str
    published_on: date | None
    files: tuple[Link, ...]
    articles: tuple[str, ...]
    more: tuple[str, ...]
    refresh: str | None
    is_lost: bool


def read_page(data: bytes, address: str) -> Page:
    """The page that was answered for ``address``. Raises Failure where it cannot be read."""
    if len(data) > _LARGEST:
        raise Failure("too_large", limit=_LARGEST >> 20)
    try:
        root, encoding = parse_page(data)
    except DocumentRejected as rejected:
        raise Failure("page_damaged", why=rejected.message) from rejected
    declared = next((whole(e.get("href") or "", address, encoding) for e in root.iter("base")), None)
    reading = _Reading(root, encoding, address, declared or address)
    title, files = reading.title(), tuple(reading.files())
    return Page(
        title,
        reading.published_on(),
        files,
        tuple(dict.fromkeys(reading.articles())),
        tuple(dict.fromkeys(reading.more())),
        reading.refresh(),
        not files and reading.is_lost(title),
    )


class _Reading:
    def __init__(self, root: etree._Element, encoding: str, address: str, base: str) -> None:
        self._root, self._encoding, self._address, self._base = root, encoding, address, base
        self._links = list(self._all_links())
        self._meta = {
            (e.get("name") or e.get("property") or "").strip().lower(): (e.get("content") or "").strip()
            for e in root.iter("meta")
        }

    def _all_links(self) -> Iterator[tuple[etree._Element, str, str]]:
        """The links of the page: element, whole address, text."""
        for element in self._root.iter("a", "area", *_FRAMES):
            href = element.get(_FRAMES.get(str(element.tag), "href"))
            target = self._whole(href) if href and not href.lstrip().startswith("#") else None
            if target:
                yield element, target, _text(element) or (element.get("title") or "").strip()

    def _whole(self, href: str) -> str | None:
        return whole(href, self._base, self._encoding)

    def title(self) -> str:
        """The title that the page's own data give, else its only heading, else its title without the site's."""
        given = next((self._meta[name] for name in words("title_meta") if self._meta.get(name)), "")
        headings = [text for element in self._root.iter("h1") if (text := _text(element))]
        heads = [text for element in self._root.iter("title") if (text := _text(element))]
        found = given or (headings[0] if len(headings) == 1 else "") or (heads[0] if heads else "")
        return _as_cell(found)

    def published_on(self) -> date | None:
        """The day that the page says it was published; None where it says none, or several."""
        surely = [value for name, value in self._meta.items() if name in words("published_meta")]
        text = self._text()
        said = {day for value in surely for day in _days(value)[:1]} | _after_labels(text, "published")
        days = said or _after_labels(text, "published_perhaps")
        return next(iter(days)) if len(days) == 1 else None

    def _text(self) -> str:
        """What the page prints, white space as one blank."""
        return _SPACE.sub(" ", " ".join(self._texts()))

    def _texts(self) -> Iterator[str]:
        for element in self._root.iter():
            if isinstance(element.tag, str) and element.tag not in ("script", "style", "option") and element.text:
                yield element.text
            if element.tail:
                yield element.tail

    def files(self) -> Iterator[Link]:
        """Links to files: by the ending of a name, else by words that speak of attachments."""
        seen: set[str] = set()
        for element, target, text in self._links:
            target = self._in_viewer(target)
            is_named = bool(ending_of(address_name(target)) or ending_of(text) or element.get("download") is not None)
            is_named = is_named or _is_download(target)
            is_spoken_of = any(word in text for word in words("attachment") if not word.isascii())
            if target not in seen and target != self._address and (is_named or is_spoken_of):
                seen.add(target)
                yield Link(target, is_named)

    def _in_viewer(self, target: str) -> str:
        """The file that a viewer on the page is told to show (viewer.html?file=/a.pdf); else the target itself."""
        parts = urlsplit(target)
        if not parts.path.endswith(("viewer.html", "viewer.htm")):
            return target
        value = next((pair.partition("=")[2] for pair in parts.query.split("&") if pair.startswith("file=")), "")
        inner = self._whole(value.replace("%2F", "/").replace("%2f", "/").replace("%3A", ":")) if value else None
        return inner or target

    def articles(self) -> Iterator[str]:
        """Pages of this site that the page lists: below its folder, or by words of the field."""
        section = section_of(self._address)
        for element, target, text in self._links:
            path = urlsplit(target).path
            if element.tag != "a" or not is_same_site(target, self._address) or not _is_page(path):
                continue
            is_below = section != "/" and path.startswith(section) and path != section
            called = text + (element.get("title") or "")
            if target != self._address and (is_below or any(word in called for word in words("article"))):
                yield target

    def more(self) -> Iterator[str]:
        """The other pages of the same list: 下一页, numbers of pages, and those a script of the site would number."""
        folder = section_of(self._address)
        for element, target, text in self._links:
            word = re.sub(r"\s+|\xa0", "", text).lower()
            is_number = word.strip("[]").isdecimal() and len(word) <= 4 and bool(_PAGE.search(target))
            is_here = is_same_site(target, self._address) and section_of(target) == folder
            leads_on = is_number or word.strip("[]()（）") in words("next_page")
            if element.tag == "a" and is_here and target != self._address and leads_on:
                yield target
        for script in self._root.iter("script"):
            found = _NUMBERED.search(script.text or "")
            if found:
                for number in range(1, min(int(found[1]), _MOST_NUMBERED)):
                    numbered = self._whole(f"{found[2]}_{number}.{found[3]}")
                    if numbered:
                        yield numbered

    def refresh(self) -> str | None:
        """Where the page leads by itself within seconds."""
        for element in self._root.iter("meta"):
            if (element.get("http-equiv") or "").strip().lower() == "refresh":
                found = _REFRESH.match(element.get("content") or "")
                if found and int(found[1]) <= _LONGEST_REFRESH:
                    return self._whole(found[2])
        return None

    def is_lost(self, title: str) -> bool:
        """True for a short page, or one so titled, that says that there is nothing; a 404 alone may be a number."""
        text = self._text()
        said = title if len(text) > _SHORT_TEXT else f"{title} {text}"
        head = f"{title} {text}" if len(text) < _ONLY_A_NOTE else title
        return any(_stands(word, head.lower()) if word.isascii() else word in said for word in words("lost"))


def _stands(word: str, text: str) -> bool:
    """True where a Latin word or a number stands in a text as a whole."""
    return bool(re.search(rf"(?<![\w.,]){re.escape(word)}(?![\w.,%])", text))


def _is_download(target: str) -> bool:
    """True for an address that speaks of a download and ends in no page: download.jsp?id=7."""
    parts = urlsplit(target)
    latin = f"{parts.path}?{parts.query}".lower()
    is_page = parts.path.lower().endswith((".html", ".htm", ".shtml", "/"))
    return not is_page and any(word in latin for word in words("attachment") if word.isascii())


def _is_page(path: str) -> bool:
    name = path.rpartition("/")[2]
    return (name.rpartition(".")[2].lower() if "." in name else "") in _PAGES


def _after_labels(text: str, kind: str) -> set[date]:
    """The days behind the labels of a kind: 发布日期：2024年2月1日."""
    labels = "|".join(sorted(map(re.escape, words(kind)), key=len, reverse=True))
    found = re.finditer(rf"(?:{labels})\s*[:：\]】]?\s*(?={_DATE.pattern})", text)
    return {day for label in found for day in _days(text[label.end() : label.end() + 20])[:1]}


def _days(text: str) -> list[date]:
    """The days that a text names, none of the future; a site's day may be ahead of ours by its time zone."""
    latest = datetime.now(UTC).date() + timedelta(days=1)
    found = []
    for year, month, day in _DATE.findall(text):
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return [day for day in found if date(1990, 1, 1) <= day <= latest]


def _text(element: etree._Element) -> str:
    return _SPACE.sub(" ", "".join(element.itertext())).strip()


def _as_cell(text: str) -> str:
    """A text that may stand in a table: one line, and no formula to a spreadsheet."""
    return "".join(char for char in _SPACE.sub(" ", text) if char.isprintable()).lstrip("=+-@ ").strip()[:200]
