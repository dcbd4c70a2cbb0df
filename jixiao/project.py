"""Where the project's own files are, and the digest that tells whether they changed."""

import hashlib
from functools import cache
from pathlib import Path

_CODE = Path(__file__).resolve().parent.parent
_INSTALLED = _CODE / "jixiao_project"

ROOT = _INSTALLED if _INSTALLED.is_dir() else _CODE
"""Where models, macros and seeds are: beside the packages in a checkout, in one folder of an installation."""

_PARTS = ("dbt_project.yml", "profiles.yml", "models", "macros", "seeds", "expectations", "jixiao")
_PACKAGES = ("expectations", "jixiao")
_SUFFIXES = {".sql", ".yml", ".csv", ".py", ".md", ".js", ".css", ".html"}
_NOT_USED = Path("jixiao", "dashboard", "page")
"""The sources of the page and what npm installs beside them: a build uses the bundle made of them."""


@cache
def project_digest() -> str:
    """Digest (12 hexadecimal digits) of everything that turns landed rows into a validated warehouse."""
    digest = hashlib.sha256()
    for part in _PARTS:
        root = _CODE if part in _PACKAGES else ROOT
        path = root / part
        for file in [path] if path.is_file() else sorted(path.rglob("*")):
            name = file.relative_to(root)
            if file.suffix in _SUFFIXES and not name.is_relative_to(_NOT_USED) and file.is_file():
                digest.update(name.as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:12]
