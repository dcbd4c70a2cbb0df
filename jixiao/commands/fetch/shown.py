"""The line that a terminal shows while files come: host, file, bytes, speed."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import unquote, urlsplit

from rich.progress import BarColumn, DownloadColumn, TextColumn, TransferSpeedColumn
from rich.progress import Progress as Bar

from jixiao.commands.fetch.task import Progress
from jixiao.commands.terminal import console
from jixiao.plain import plain

_WIDEST = 40


@contextmanager
def shown() -> Iterator[Progress]:
    """A progress that a terminal shows; nothing is shown elsewhere."""
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), DownloadColumn(), TransferSpeedColumn())
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        line = bar.add_task("", total=None)

        def asking(address: str) -> None:
            parts = urlsplit(address)
            name = unquote(parts.path.rpartition("/")[2]) or "/"
            bar.reset(line, description=plain(f"{parts.netloc} {name[-_WIDEST:]}"), total=None)

        yield Progress(asking, lambda size, of: bar.update(line, completed=size, total=of or None))
