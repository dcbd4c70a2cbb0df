"""The regular expressions of the project, and texts on which each would take its longest."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from re import _constants as op  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import expectations
import ingest
import jixiao

_PACKAGES = (ingest, jixiao, expectations)
_LONG = 20
"""A part that may repeat so often counts as one that repeats without end."""
_CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)


Used = tuple[re.Pattern[Any], frozenset[str]]
"""A regular expression and the methods that it is asked by."""


def patterns() -> dict[str, Used]:
    """Every regular expression by where it stands: those of modules, those that functions make, those in calls."""
    found: dict[str, Used] = {}
    for module in _modules():
        source = Path(str(module.__file__)).read_text(encoding="utf-8")
        for name, value in vars(module).items():
            made = value() if _makes_pattern(value) else value
            if isinstance(made, re.Pattern):
                methods = re.findall(rf"\b{name}(?:\(\))?\.(\w+)", source)
                found[f"{module.__name__}.{name}"] = made, frozenset(methods)
        found |= _in_calls(module, source)
    return found


def _modules() -> Iterator[ModuleType]:
    """The modules that can be imported without an extra."""
    for package in _PACKAGES:
        for info in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not info.name.endswith("__main__"):
                try:
                    yield importlib.import_module(info.name)
                except ModuleNotFoundError as missing:
                    assert missing.name not in (info.name, *(package.__name__ for package in _PACKAGES))


def _makes_pattern(value: Any) -> bool:
    function = getattr(value, "__wrapped__", None)
    return (
        "Pattern" in str(getattr(function, "__annotations__", {}).get("return")) and not function.__code__.co_argcount
    )


def _in_calls(module: ModuleType, source: str) -> dict[str, Used]:
    """Expressions that a function of ``re`` is given as they are."""
    found = {}
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Call(ast.Attribute(ast.Name("re"), name), [ast.Constant(value), *_]) if name not in (
                "compile",
                "escape",
            ):
                found[f"{module.__name__} line {node.lineno}"] = re.compile(value), frozenset((name,))
    return found


@dataclass(frozen=True, slots=True)
class Growing:
    """A text of any length: a beginning, what is repeated, an end."""

    begin: str
    body: str
    end: str
    is_bytes: bool

    def of(self, length: int) -> Any:
        """The text with about so many characters."""
        text = self.begin + self.body * (length // len(self.body)) + self.end
        return text.encode("utf-8", "replace") if self.is_bytes else text


def worst_texts(pattern: re.Pattern[Any]) -> Iterator[Growing]:
    """Texts that repeat what the expression repeats and what it is made of."""
    tree = parser.parse(pattern.pattern, pattern.flags)
    pool = list(dict.fromkeys([*_literals(tree), *"a0A 一(\n"]))
    few = [c for c in pool if c in " 0a("] + pool[:4]
    repeated = list(_repeated(tree, "", pool))
    pumps = [*repeated, *(("", body) for _, body in repeated), *(("", before + body) for before, body in repeated)]
    pumps += [("", _shortest(tree, pool)), *(("", c) for c in pool), *(("", a + b) for a, b in product(few, few))]
    for before, body in dict.fromkeys(pumps):
        if body:
            yield from (Growing(before, body, end, isinstance(pattern.pattern, bytes)) for end in ("", "\x00"))


def _parts(argument: Any) -> Iterator[Any]:
    """The expressions that a part of an expression holds."""
    if isinstance(argument, parser.SubPattern):
        yield argument
    elif isinstance(argument, tuple | list):
        for own in argument:
            yield from _parts(own)


def _literals(tree: Iterable[Any]) -> Iterator[str]:
    for code, argument in tree:
        if code in (op.LITERAL, op.NOT_LITERAL):
            yield chr(argument)
        elif code is op.RANGE:
            yield from map(chr, argument)
        elif code is op.IN:
            yield from _literals(argument)
        for part in _parts(argument):
            yield from _literals(part)


def _of_class(code: Any, argument: Any, pool: list[str]) -> list[str]:
    """The characters of the pool that a part for one character takes."""
    if code is op.ANY:
        return [c for c in pool if c != "\n"]
    if code in (op.LITERAL, op.NOT_LITERAL):
        return [c for c in pool if (ord(c) == argument) is (code is op.LITERAL)]
    negated = argument[0][0] is op.NEGATE
    return [c for c in pool if any(_takes(*item, c) for item in argument) is not negated]


def _takes(code: Any, argument: Any, character: str) -> bool:
    if code is op.RANGE:
        return bool(argument[0] <= ord(character) <= argument[1])
    if code is op.CATEGORY:
        return re.match(_CATEGORIES[argument], character) is not None
    return code is op.LITERAL and ord(character) == argument


def _shortest(tree: Iterable[Any], pool: list[str]) -> str:
    """A short text that the expression takes, where its conditions allow."""
    text = ""
    for code, argument in tree:
        if code in (op.ANY, op.LITERAL, op.NOT_LITERAL, op.IN):
            text += next(iter(_of_class(code, argument, pool)), "")
        elif code in _REPEATS:
            text += _shortest(argument[2], pool) * min(argument[0], _LONG)
        elif code is op.BRANCH:
            text += _shortest(argument[1][0], pool)
        elif code not in (op.ASSERT, op.ASSERT_NOT):
            text += "".join(_shortest(part, pool) for part in _parts(argument))
    return text


def _repeated(tree: Iterable[Any], before: str, pool: list[str]) -> Iterator[tuple[str, str]]:
    """What may repeat without end, and what may stand before it."""
    for code, argument in tree:
        if code in _REPEATS and argument[1] > _LONG:
            yield before, _shortest(argument[2], pool)
            for own, value in argument[2]:
                if own in (op.ANY, op.LITERAL, op.NOT_LITERAL, op.IN):
                    yield from ((before, c) for c in _of_class(own, value, pool)[:4])
        for part in _parts(argument):
            yield from _repeated(part, before, pool)
        before += _shortest([(code, argument)], pool)
