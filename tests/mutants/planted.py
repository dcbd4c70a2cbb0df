"""The defects to plant: a list in ``planted/*.toml``, each a text of a file and what stands there instead."""

import hashlib
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

_LISTS = Path(__file__).with_name("planted")


class NotInPlace(ValueError):
    """A text to be replaced does not occur exactly once in its file."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A defect: what is wrong, and ``old`` of ``file`` replaced by ``new``.

    ``builds`` is 2 where only a build on an earlier one can show it.
    """

    what: str
    file: str
    old: str
    new: str
    builds: int = 1

    @property
    def digest(self) -> str:
        """What tells this mutant from others (12 hexadecimal digits)."""
        return hashlib.sha256(repr(astuple(self)).encode()).hexdigest()[:12]

    def changed(self, root: Path) -> str:
        """The file with the defect in it. Raises NotInPlace."""
        text = (root / self.file).read_text(encoding="utf-8")
        if text.count(self.old) != 1 or self.old == self.new:
            raise NotInPlace(f"{self.file}: {text.count(self.old)} times, not once: {self.old!r} ({self.what})")
        return text.replace(self.old, self.new)

    @contextmanager
    def planted(self, root: Path) -> Iterator[None]:
        """The checkout at ``root`` with the defect in it. Raises NotInPlace."""
        path = root / self.file
        before, changed = path.read_bytes(), self.changed(root)
        path.write_text(changed, encoding="utf-8")
        try:
            yield
        finally:
            path.write_bytes(before)


def mutants() -> list[Mutant]:
    """All of them, in the order of the lists."""
    return [
        Mutant(**entry)
        for path in sorted(_LISTS.glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["mutant"]
    ]
