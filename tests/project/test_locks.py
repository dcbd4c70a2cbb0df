"""The locks: every package the project asks for is pinned with its hashes, and what is installed together agrees."""

import re
import tomllib
from itertools import combinations
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = {path.stem: path.read_text(encoding="utf-8") for path in sorted((ROOT / "requirements").iterdir())}
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS: dict[str, list[str]] = DECLARED["project"]["optional-dependencies"]
APART: dict[str, list[str]] = DECLARED["dependency-groups"]
IN_BASE = {"dev", "metrics"}

ADDRESS = re.compile(r"://|^-|--(?!hash=sha256:)", re.M)
PIN = re.compile(r"^([a-z0-9-]+)(?:\[[a-z0-9,-]+\])?==(\S+)(?: ; .*)? \\$")


def _pins(lock: str) -> dict[str, set[str]]:
    """The versions of each package: more than one where they differ by Python."""
    pins: dict[str, set[str]] = {}
    for line in LOCKS[lock].splitlines():
        if found := PIN.match(line):
            pins.setdefault(found[1], set()).add(found[2])
    return pins


def _names(asked: list[str]) -> set[str]:
    """The packages asked for; an extra may name another one of this project."""
    return {re.split(r"[^\w-]", requirement)[0] for requirement in asked} - {"jixiao"}


def test_every_extra_has_its_lock() -> None:
    assert set(LOCKS) == {"base"} | set(EXTRAS) - IN_BASE | set(APART)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_its_hashes_and_no_address_is_named(lock: str) -> None:
    assert not ADDRESS.search(LOCKS[lock])
    lines = [line for line in LOCKS[lock].splitlines() if not line.startswith("#")]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if not line.startswith(" "):
            assert PIN.match(line), line
            assert re.match(r" +--hash=sha256:[0-9a-f]{64}\b", following), line


def test_the_lock_of_the_page_names_no_address() -> None:
    text = (ROOT / "jixiao" / "dashboard" / "page" / "package-lock.json").read_text(encoding="utf-8")
    assert "://" not in text
    assert text.count('"integrity": "sha512-') > 20


def test_what_is_asked_for_is_pinned() -> None:
    base = set(_pins("base"))
    assert _names(DECLARED["build-system"]["requires"] + DECLARED["project"]["dependencies"]) <= base
    for extra, asked in EXTRAS.items():
        assert _names(asked) <= (base if extra in IN_BASE else base | set(_pins(extra))), extra
    for group, asked in APART.items():
        assert _names(asked) <= set(_pins(group)), group


@pytest.mark.parametrize("one, other", combinations([lock for lock in LOCKS if lock not in APART], 2))
def test_locks_of_one_environment_agree(one: str, other: str) -> None:
    pins, others = _pins(one), _pins(other)
    assert {name: (pins[name], others[name]) for name in pins.keys() & others if pins[name] != others[name]} == {}
