"""Codes beside names, `[015001]名`, `776001-名`, `(433)名(部门)`, `名 105`, `名[050]`, seals behind, marks: `★名`."""

import re
from typing import NamedTuple

from ingest.grammar.places import find_place
from ingest.source.printed import NOTHING, Printed

_BRACKETED = (
    r"[\[【(（〔]\s*+(?:[\u4e00-\u9fff]{{0,6}}(?:代码|编码|编号)\s*+[:：]?+\s*+)?+"
    r"(?P<{}>[0-9A-Za-z][0-9A-Za-z\-]{{1,24}})\s*[\]】)）〕]"
)
# a long one of digits with a letter inside is a code without a gap, too: a line broke in it, 51000123R000008841020名
# never 2024-2025年名 and never a year: 2024名; 2086 is none; only a long code stands before a year: T000010263-2023年名
_BEFORE = re.compile(
    rf"(?:{_BRACKETED.format('inside')}|(?!20\d\d\D)(?P<plain>(?=[A-Z]*\d{{2}})[0-9A-Z]{{2,24}})(?:\s*+[-—_－]++|\s)"
    r"|(?P<glued>\d{6,10}[A-Z][0-9A-Z]{5,13}\d))\s*+"
    r"(?=[\u4e00-\u9fff（(《“]|(?<=[0-9A-Z]{11}[-—_－])\d++[\u4e00-\u9fff])"
)
# only behind a name in characters: GZIT2023-SM-003 is a name itself
_BEHIND = re.compile(
    rf"(?<=[\u4e00-\u9fff)）》”])(?:\s*{_BRACKETED.format('inside')}|\s*[-—_－]+\s*(?P<dashed>\d{{3,24}})|\s+(?P<plain>(?!20[0-4]\d$)\d{{2,24}}))$"
)
_SEAL = re.compile(r"(?<!\s)\s*+[（(]\s*+(?:盖章|公章|签章|章|部门|单位|汇总|合并)\s*[)）]$|(?<=[局委会厅办院])汇总$")
_CLOSED = ("]", "】", ")", "）", "〕")
# What a name with a code before it begins with; one with a code or a seal behind it ends with a digit or with these.
_BEGINS_WITH_ONE = re.compile(r"[\[【(（〔0-9A-Z]")
_ENDS_OF_ONE = (*_CLOSED, "汇总")

MARKS = "★☆▲△▼◆◇●■※＊*•▪"
_MARK_BEFORE = re.compile(r"\s*+(?P<mark>[★☆▲△▼※]++|[◆◇●■＊*•▪])(?![★☆▲△▼※◆◇●■＊*•▪])\s*+")
_MARK_BEHIND = re.compile(r"(?<![★☆▲△▼※◆◇●■＊*•▪\s])\s*+(?P<mark>[★☆▲△▼※]++|[◆◇●■＊*•▪])\s*+$")
_ALL_MARKS = frozenset(MARKS)


class CodedName(NamedTuple):
    """A name, the code printed beside it (NOTHING where none is), and other texts beside it, such as a seal."""

    name: Printed
    code: Printed
    others: tuple[Printed, ...]


def may_be_marked(text: str) -> bool:
    """True for a text that holds a mark, wherever it stands."""
    return not _ALL_MARKS.isdisjoint(text)


def split_mark(name: Printed) -> tuple[Printed, Printed]:
    """A name without the mark before it, else behind it, and the mark (NOTHING where none is).

    Stars and triangles may be several; two dots or asterisks hide a word (**工程) and are of the name, as is a mark
    alone.
    """
    if not may_be_marked(name.text):
        return name, NOTHING
    if found := _MARK_BEFORE.match(name.text):
        rest = name[found.end() :].strip()
    elif found := _MARK_BEHIND.search(name.text):
        rest = name[: found.start()].strip()
    if found is None or not any(map(str.isalnum, rest.text)):
        return name, NOTHING
    return rest, name[found.start("mark") : found.end("mark")]


def split_code(printed: Printed) -> CodedName:
    """Part a name from the code before or behind it, and from a mark before both (★名)."""
    printed, mark = split_mark(printed)
    text = printed.text
    if not (text.endswith(_ENDS_OF_ONE) or text[-1:].isdigit() or _BEGINS_WITH_ONE.match(text)):
        return CodedName(printed.strip(), NOTHING, (mark,) if mark else ())
    others: list[Printed] = [mark] if mark else []
    code = NOTHING
    seal = _SEAL.search(printed.text) if text.endswith(_ENDS_OF_ONE) else None
    if seal and seal.start() > 0:
        others.append(printed[seal.start() :].strip())
        printed = printed[: seal.start()]
    ends_as_code = printed.text.endswith(_CLOSED) or printed.text[-1:].isdigit()
    behind = _BEHIND.search(printed.text) if ends_as_code else None
    if behind and behind.start() > 0 and _is_code(behind):
        code, printed = _take(printed, behind, others), printed[: behind.start()]
    before = _BEFORE.match(printed.text)
    if before and before.end() < len(printed.text) and _is_code(before):
        own, printed = _take(printed, before, others), printed[before.end() :]
        others += [code] if code else []
        code = own
    return CodedName(printed.strip(), code, tuple(others))


# 213001唐山市教育局, 唐山市教育局213001: only of a body; a project may begin or end with a number
_GLUED = re.compile(r"(?!(?:19|20)\d\d)\d{3,12}(?=[\u4e00-\u9fff])")
_SURELY_A_CODE = 6  # shorter numbers may be of the name (120急救中心), but before a place
_GLUED_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff)）])\d{3,24}$")
# （盖章）某局; 某局（本级及所属预算单位19个）
_SEAL_BEFORE = re.compile(r"[（(]\s*+(?:盖章|公章|签章)\s*[)）]\s*+(?=[\u4e00-\u9fff\d\[【])")
_SCOPE_BEHIND = re.compile(r"(?<=[\u4e00-\u9fff])\s*+[（(][^（()）]*[及和含]\s*+(?:所属|下属|直属)[^（()）]*[)）]$")


def split_code_of_body(printed: Printed) -> CodedName:
    """Part the name of a body from its code, which may stand beside it without a gap: a line may break between them."""
    printed, around = _bare_body(printed)
    name, code, others = split_code(printed)
    found = CodedName(name, code, (*others, *around))
    if not name.text:
        return found
    glued = _GLUED.match(name.text)
    if glued and (glued.end() >= _SURELY_A_CODE or find_place(name.text[glued.end() :]) is not None):
        left = (code,) if code else ()  # 064某局-210000000: its own stands before it
        return CodedName(name[glued.end() :].strip(), name[: glued.end()], (*found.others, *left))
    if code.text:
        return found
    if behind := _GLUED_BEHIND.search(name.text):
        return CodedName(name[: behind.start()].strip(), name[behind.start() :], found.others)
    return found


def _bare_body(printed: Printed) -> tuple[Printed, tuple[Printed, ...]]:
    """The name of a body without the seal before it and what it comprises behind it, and these."""
    around: list[Printed] = []
    if printed.text[:1] in "（(" and (seal := _SEAL_BEFORE.match(printed.text)):
        around.append(printed[: seal.end()].strip())
        printed = printed[seal.end() :]
    if printed.text.endswith(("）", ")")) and (scope := _SCOPE_BEHIND.search(printed.text)):
        around.append(printed[scope.start() :].strip())
        printed = printed[: scope.start()]
    return printed, tuple(around)


def is_name(text: str) -> bool:
    """True for a text that holds a letter; digits and dashes alone are a code whose name stands elsewhere."""
    return any(map(str.isalpha, text))


def _is_code(found: re.Match[str]) -> bool:
    return any(map(str.isdigit, found[0]))


def _take(printed: Printed, found: re.Match[str], others: list[Printed]) -> Printed:
    """The code of a match; what stands around it goes to ``others``."""
    group = next(name for name, value in found.groupdict().items() if value is not None)
    low, high = found.span(group)
    around = (printed[found.start() : low].strip(), printed[high : found.end()].strip())
    others += [part for part in around if part]
    return printed[low:high]
