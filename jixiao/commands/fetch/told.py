"""Every sentence of ``jixiao fetch``, in English and Chinese, and the failure that one of them tells."""

from jixiao.commands.language import counted, speaks_chinese

_SENTENCES = {
    # Why an address gave nothing.
    "scheme": ("only http and https are asked", "只访问 http 和 https 地址"),
    "no_address": ("it is no address", "不是网址"),
    "not_resolved": ("the host has no address: {why}", "主机名无法解析：{why}"),
    "inside": (
        "{host} is {ip}, an address of this machine's networks; --allow-network {ip} permits it",
        "{host} 指向本机所在网络的地址 {ip}；如确需访问，加 --allow-network {ip}",
    ),
    "itself": (
        "{host} leads to this machine itself; --allow-network {ip} permits it",
        "{host} 指向本机；如确需访问，加 --allow-network {ip}",
    ),
    "robots": ("robots.txt of the site forbids it", "网站的 robots.txt 不允许访问"),
    "robots_unknown": (
        "robots.txt cannot be read ({why}), so nothing is asked",
        "无法读取 robots.txt（{why}），因此不访问",
    ),
    "status": ("the server answers {status}", "服务器返回 {status}"),
    "not_asked": ("the server answers 304 to a request that set no condition", "未附条件的请求得到 304"),
    "redirects": ("more than {limit} redirects", "重定向超过 {limit} 次"),
    "promised": ("{size} MiB are promised, at most {limit} are taken", "声明大小 {size} MiB，超过上限 {limit} MiB"),
    "too_large": ("more than {limit} MiB", "超过 {limit} MiB"),
    "too_slow": ("not done after {limit} seconds", "{limit} 秒内未完成"),
    "network": ("the connection failed: {why}", "连接失败：{why}"),
    "protocol": ("the answer breaks the rules of HTTP: {why}", "应答不符合 HTTP 规则：{why}"),
    "coding": ("the answer cannot be unpacked: {why}", "应答无法解压：{why}"),
    "empty": ("the answer is empty", "应答为空"),
    "lost_page": ("the page says that it does not exist: {title}", "页面提示内容不存在：{title}"),
    "web_page": (
        "a web page without a form comes in place of the file: {title}",
        "得到的是不含表格的网页，而不是文件：{title}",
    ),
    "not_a_file": ("no document: {kind}", "不是文件：{kind}"),
    "nothing_found": (
        "the page has neither an attachment nor a performance form{hint}",
        "页面既没有附件，也没有绩效表格{hint}",
    ),
    "by_depth": ("; --depth 1 follows the pages that it lists", "；加 --depth 1 可进入其列出的页面"),
    "page_damaged": ("the page cannot be read: {why}", "页面无法读取：{why}"),
    "most": (
        "not asked: {limit} is the most that one run asks (--most)",
        "未访问：一次最多访问 {limit} 个地址（--most）",
    ),
    "unlinked": ("its page no longer leads to it", "原页面不再链接到它"),
    "page_gone": ("its page is gone", "原页面已不存在"),
    # What is worth a word though nothing failed.
    "form_in_page": (
        "the page holds a performance form and has attachments: the attachments were fetched, the page was not",
        "页面本身含绩效表格，又有附件：只下载了附件，未保存页面",
    ),
    "asked_later": ("{host} asks to come back in {seconds} seconds", "{host} 要求 {seconds} 秒后再来"),
    # The report.
    "would_fetch": ("would fetch", "将下载"),
    "new": ("new", "新增"),
    "changed": ("changed", "已更新"),
    "unchanged": ("unchanged", "未变"),
    "withdrawn": ("withdrawn", "已撤下"),
    "failed": ("failed", "失败"),
    "note": ("note", "提示"),
    "summary": (
        "{new} new, {unchanged} unchanged, {changed} changed, {withdrawn} withdrawn, {failed} failed; "
        "{requests} requests, {size:.1f} MiB",
        "新增 {new}，未变 {unchanged}，更新 {changed}，撤下 {withdrawn}，失败 {failed}；"
        "请求 {requests} 次，{size:.1f} MiB",
    ),
    "summary_dry": ("{files} files would be asked; nothing was written", "将访问 {files} 个文件；未写入任何内容"),
    # Bad usage.
    "running": ("another fetch into {folder} is running", "另一个 fetch 正在写入 {folder}"),
    "no_sources": (
        "{name} is neither a file nor an address with http:// or https://",
        "{name} 既不是文件，也不是 http(s) 网址",
    ),
    "unreadable": ("{name} cannot be read: {why}", "{name} 无法读取：{why}"),
    "no_column": (
        "{name}: expected a column address (or url, 网址) in its first row, or an address a line",
        "{name}：首行应有 address（或 url、网址）列，或每行一个网址",
    ),
    "no_rows": ("{name} names no address", "{name} 中没有网址"),
    "year": (
        "{name} row {row}: expected a year such as 2024; found {found}",
        "{name} 第 {row} 行：年度应如 2024，实为 {found}",
    ),
    "records": ("{name} is not as jixiao fetch wrote it: {why}", "{name} 与 jixiao fetch 写出的不同：{why}"),
    "contact": (
        "--contact is sent as it is: letters without accents, digits and signs only",
        "--contact 只能用 ASCII 字符",
    ),
    "allowed": (
        "--allow-network {found}: expected a network such as 10.0.0.0/8",
        "--allow-network {found}：应如 10.0.0.0/8",
    ),
    "not_writable": ("{folder} cannot be written: {why}", "{folder} 无法写入：{why}"),
}


def told(code: str, **values: object) -> str:
    """The sentence of a code, with its values, in the language of the user; in English one thing in the singular."""
    english, chinese = _SENTENCES[code]
    return chinese.format(**values) if speaks_chinese() else counted(english.format(**values))


class Failure(Exception):
    """An address that gave nothing: ``code`` is a sentence of `told`.

    ``is_passing`` says that another try may help, ``is_gone`` that the site has taken away what was there, and
    ``after`` in how many seconds the site wants to be asked again.
    """

    def __init__(
        self,
        code: str,
        *,
        status: int | None = None,
        is_passing: bool = False,
        is_gone: bool = False,
        after: float | None = None,
        **values: object,
    ) -> None:
        super().__init__(code)
        self.code, self.status, self.after = code, status, after
        self.is_passing, self.is_gone = is_passing, is_gone
        self.values = values if status is None else {**values, "status": status}

    def __str__(self) -> str:
        return told(self.code, **self.values)
