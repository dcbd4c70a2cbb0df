"""The run: from SOURCES to files with their provenance, one address after another, until nothing is left to ask."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.readers.sniff import sniff
from jixiao.commands.fetch.forms import holds_form
from jixiao.commands.fetch.journal import Journal
from jixiao.commands.fetch.names import ending_of, harmless
from jixiao.commands.fetch.page import Page, read_page
from jixiao.commands.fetch.records import Record
from jixiao.commands.fetch.sources import Source
from jixiao.commands.fetch.task import Found, Progress, Report, Settings, Task, called, described, now
from jixiao.commands.fetch.told import Failure, told
from jixiao.commands.fetch.web.address import folder_of, host_of, whole
from jixiao.commands.fetch.web.client import Answer, Client, Condition, Limits
from jixiao.commands.fetch.web.hosts import Hosts
from jixiao.commands.fetch.web.network import Door

_TRIES = 3
_MOST_REFRESHES = 5
_BEGIN = 16
_TEXTS = {"html": ("html", "htm"), "mhtml": ("mht", "mhtml"), "text": ("txt",), "csv": ("csv", "txt")}
"""Kinds of bytes that may be a word of the server in place of a file, and the endings of files that are such."""
_HTML = ("text/html", "application/xhtml+xml")
_NO_DOCUMENTS = ("program", "video", "shortcut to a file", "SQLite database")


def fetch(
    journal: Journal,
    sources: Sequence[Source],
    settings: Settings,
    limits: Limits,
    door: Door,
    agent: str,
    progress: Progress,
) -> Report:
    """Fetch what SOURCES lead to, as ``agent``. Raises OSError where the folder cannot be written."""
    hosts = Hosts[Task](settings.pause)
    client = Client(door, limits, hosts, agent)
    try:
        return Run(journal, client, hosts, settings, progress).go(sources)
    finally:
        client.close()


class Run:
    """One run over SOURCES."""

    def __init__(
        self, journal: Journal, client: Client, hosts: Hosts[Task], settings: Settings, progress: Progress
    ) -> None:
        self.report = Report()
        self._journal, self._client, self._hosts = journal, client, hosts
        self._settings, self._progress = settings, progress
        self._seen: set[str] = set()
        self._read: set[str] = set()
        self._gone: set[str] = set()
        self._asked = 0

    def go(self, sources: Sequence[Source]) -> Report:
        """Ask everything that is to be asked. Raises OSError where the folder cannot be written."""
        for source in sources:
            address = whole(source.address)
            if address is None:
                known = "://" in source.address and not source.address.lower().startswith("http")
                self.report.add("failed", f"{source.address}: {told('scheme' if known else 'no_address')}")
            else:
                self._add(Task(address, source, depth=self._settings.depth))
        while (task := self._hosts.next()) is not None:
            self._ask(task)
        self._withdraw()
        self.report.requests, self.report.received = self._client.requests, self._client.received
        return self.report

    def _add(self, task: Task, first: bool = False) -> None:
        if task.address not in self._seen:
            self._seen.add(task.address)
            self._hosts.add(host_of(task.address), task, first)

    def _ask(self, task: Task) -> None:
        if self._settings.is_dry and task.expects in ("file", "perhaps"):
            self.report.add("would_fetch", f"{task.address}  {task.found.page_url}")
            return
        known = self._journal.current.get(task.address)
        try:
            if self._asked >= self._settings.most:
                raise Failure("most", limit=self._settings.most)
            self._asked += task.tried == 0
            self._progress.asking(task.address)
            there = known is not None and self._journal.has_bytes(known)
            condition = Condition(known.etag, known.last_modified) if known and there else Condition()
            came, page = self._progress.came, task.found.page_url
            answer = self._client.ask(task.address, self._journal.incoming, condition, page, came)
            self._arrived(task, answer, known)
        except Failure as failure:
            if failure.is_passing and task.tried < _TRIES - 1:
                self._again(task, failure)
            else:
                self._failed(task, known, failure)

    def _again(self, task: Task, failure: Failure) -> None:
        """Ask once more, after the pause that the site wants, or four and then sixteen of ours."""
        host = host_of(task.address)
        if failure.after is not None and failure.after > self._settings.pause:
            self.report.add("note", told("asked_later", host=host, seconds=round(failure.after)))
        self._client.robots.forget(task.address)
        self._hosts.asked(host, failure.after or self._settings.pause * 4 ** (task.tried + 1))
        self._hosts.add(host, replace(task, tried=task.tried + 1), first=True)

    def _arrived(self, task: Task, answer: Answer, known: Record | None) -> None:
        is_other = answer.address != task.address and answer.address in self._seen
        self._seen.add(answer.address)
        if answer.size is None:
            assert known is not None
            if known.kind == "page":
                data = self._journal.page(known).read_bytes()
                self._page(task, answer, data, replace(described(task, answer, known), sha256=known.sha256))
            else:
                self._note(described(task, answer, known), known)
            return
        data = self._journal.incoming.read_bytes()
        kind, name = sniff(data), called(task, answer)
        if kind in ("text", "csv") and answer.media_type in _HTML and ending_of(name) not in _TEXTS[kind]:
            kind = "html"  # a page that begins as none does
        if is_other and (kind != "html" or task.expects != "file"):
            return  # asked under its own address, or to be
        if kind in _NO_DOCUMENTS:
            raise Failure("not_a_file", kind=kind)
        if kind == "html" and task.expects != "file":
            self._page(task, answer, data, described(task, answer, known))
            return
        if kind in _TEXTS and ending_of(name) not in _TEXTS[kind] and not holds_form(self._journal.incoming):
            self._not_a_file(task, answer, data, kind)
            return
        self._file(task, answer, data[:_BEGIN], kind, known)

    def _page(self, task: Task, answer: Answer, data: bytes, record: Record) -> None:
        page = read_page(data, answer.address)
        is_form = answer.size is not None and holds_form(self._journal.incoming)
        if page.is_lost and not is_form:
            raise Failure("lost_page", title=page.title, is_gone=True)
        if page.refresh is not None and self._follow(task, answer, page.refresh):
            return
        self._read.add(answer.address)
        found = Found(answer.address, page.title, page.published_on.isoformat() if page.published_on else "")
        for link in page.files:
            expects = "file" if link.is_named else "perhaps"
            self._add(Task(link.address, task.source, expects, found=found))
        self._add_pages(task, page)
        if is_form and not page.files:
            kept = replace(task, found=found)
            self._file(kept, answer, data[:_BEGIN], "html", self._journal.current.get(task.address))
            return
        if is_form:
            self.report.add("note", f"{answer.address}: {told('form_in_page')}")
        record = replace(record, page_title=found.page_title, published_on=found.published_on, page_url=found.page_url)
        if answer.size is None:
            self._journal.note(record)
        else:
            self._journal.keep_page(record)
        if task.expects == "any" and task.depth == 0 and not page.files:
            hint = told("by_depth") if page.articles else ""
            self.report.add("failed", f"{task.address}: {told('nothing_found', hint=hint)}")

    def _not_a_file(self, task: Task, answer: Answer, data: bytes, kind: str) -> None:
        """Follow a page that leads on to the file; raise Failure for any other text in place of a file."""
        if kind != "html":
            raise Failure("not_a_file", kind=kind)
        page = read_page(data, answer.address)
        if page.refresh is None or not self._follow(task, answer, page.refresh):
            raise Failure("lost_page" if page.is_lost else "web_page", title=page.title, is_gone=page.is_lost)

    def _add_pages(self, task: Task, page: Page) -> None:
        """The pages that a list leads to: its own further ones as far away as itself, those it lists a step further."""
        if task.depth > 0:
            for address in page.more:
                self._add(Task(address, task.source, "page", task.depth))
            for address in page.articles:
                self._add(Task(address, task.source, "page", task.depth - 1))

    def _follow(self, task: Task, answer: Answer, target: str) -> bool:
        """Follow a page that leads on by itself; to itself only where it gave a cookie to come back with."""
        is_itself = target == answer.address
        if is_itself and (not answer.sets_cookie or task.refreshed):
            return False
        if task.refreshed >= _MOST_REFRESHES:
            raise Failure("redirects", limit=_MOST_REFRESHES)
        following = replace(task, address=target, refreshed=task.refreshed + 1)
        if is_itself:
            self._hosts.add(host_of(target), following, first=True)
        else:
            self._add(following, first=True)
        return True

    def _file(self, task: Task, answer: Answer, begin: bytes, kind: str, known: Record | None) -> None:
        if self._settings.is_dry:
            self.report.add("would_fetch", f"{task.address}  {task.found.page_url}")
            return
        record = described(task, answer, known)
        if known is not None and known.file and known.sha256 == answer.sha256 and self._journal.has_bytes(known):
            self._note(record, known)
            return
        file = known.file if known is not None and known.file else ""
        if not file:
            name = f"{folder_of(answer.address)}/{harmless(called(task, answer), kind, begin)}"
            file = self._journal.free_name(task.address, name, answer.sha256)
        outcome = "changed" if known is not None and known.file and known.sha256 != answer.sha256 else "new"
        self._journal.keep(replace(record, kind="file", file=file, outcome=outcome))
        self.report.add(outcome, file)

    def _note(self, record: Record, known: Record) -> None:
        """A file that is as it was."""
        kept = replace(record, kind="file", outcome="unchanged", fetched_at=known.fetched_at)
        self._journal.note(kept)
        self.report.add("unchanged", known.file)

    def _failed(self, task: Task, known: Record | None, failure: Failure) -> None:
        status = "" if failure.status is None else str(failure.status)
        before = known or Record(task.address, "file" if task.expects in ("file", "perhaps") else "page", "")
        if failure.is_gone and before.kind == "page":
            self._gone.add(before.final_address or before.address)
        is_withdrawn = failure.is_gone and bool(before.file)
        outcome = "withdrawn" if is_withdrawn else "failed"
        told_as = f"{before.file}  {task.address}" if is_withdrawn else task.address
        where = f" ({task.found.page_url})" if task.found.page_url and not is_withdrawn else ""
        self.report.add(outcome, f"{told_as}: {failure}{where}")
        self._journal.note(replace(before, outcome=outcome, checked_at=now(), status=status, reason=str(failure)))

    def _withdraw(self) -> None:
        """Tell the files that their pages no longer lead to, or whose pages are gone; they stay where they are."""
        for record in sorted(self._journal.current.values(), key=lambda record: record.address):
            is_left = record.kind == "file" and record.file and record.address not in self._seen
            if not is_left or record.outcome == "withdrawn" or record.page_url == record.final_address:
                continue
            if record.page_url in self._read | self._gone:
                why = told("page_gone" if record.page_url in self._gone else "unlinked")
                self.report.add("withdrawn", f"{record.file}  {record.address}: {why}")
                self._journal.note(replace(record, outcome="withdrawn", checked_at=now(), reason=why))
