"""A drawn document as a web page: a site's frame around it, spans, breaks, declared and undeclared encodings."""

import html
from random import Random

from tests.drawing.layouts import Box, DrawnFile, Layout, Part

_ENCODINGS = (("utf-8", "utf-8"), ("utf-8", None), ("gb18030", "gb2312"), ("gb18030", "GBK"), ("gb18030", None))
_FRAME = (
    "<div class='top'><script>var total = '合计<td>';</script><a href='/'>首页</a> <a href='/zw'>政务公开</a></div>"
    "<ul id='menu'><li><a href='/a'>机构职能</a></li><li><a href='/b'>部门预算</a></li></ul>"
    "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/zw'>信息公开</a> &gt; <a href='/c'>财政预决算</a></div>",
    "<div class='share'><a href='#'>分享到微信</a><a href='#'>打印本页</a></div>"
    "<table><tr><td><a href='/1'>上一篇：关于举办培训班的通知</a></td><td><a href='/2'>下一篇：部门决算</a></td></tr></table>"
    "<footer>版权所有 网站标识码4400000001</footer>",
)


def render_html(layout: Layout, random: Random) -> DrawnFile:
    """Print ``layout`` as a page; frame, nesting and encoding are drawn from ``random``."""
    encoding, declared = random.choice(_ENCODINGS)
    body = "\n".join(_part(part, random) for part in layout.parts)
    if random.random() < 0.4:
        body = f"<table width='100%'><tr><td>{body}</td></tr></table>"
    if random.random() < 0.6:
        body = f"{_FRAME[0]}<div>{body}</div>{_FRAME[1]}"
    meta = f"<meta http-equiv='Content-Type' content='text/html; charset={declared}'>" if declared else ""
    page = f"<!DOCTYPE html>\n<html><head>{meta}<title>信息公开</title><style>td {{ color: red }}</style></head><body>{body}</body></html>"
    return DrawnFile(page.encode(encoding), layout.truth)


def _part(part: Part, random: Random) -> str:
    rows = ["<tr>" + "".join(_cell(box, random) for box in row) + "</tr>" for row in part.table]
    if random.random() < 0.3:
        heading = [f"<tr><td colspan={part.width}><b>{part.title}</b></td></tr>"]
        heading += [f"<tr><td colspan='{part.width}'>{line}</td></tr>" for line in part.lines]
        return f"<table border=1><tbody>\n{''.join([*heading, *rows])}</tbody></table>"
    tag = random.choice(("p", "h1", "div"))
    heading = [f"<{tag}>{part.title}</{tag}>", *(f"<p>{line}</p>" for line in part.lines)]
    return "\n".join(heading) + "<table>\n" + "\n".join(rows) + "</table>"


def _cell(box: Box, random: Random) -> str:
    text = html.escape(box.text)
    manner = random.random()
    if manner < 0.2:
        text = text.replace("。", "。<br/>\n ")
    elif manner < 0.4:
        text = f"\n  <p style='margin:0'><span>{text}</span></p>\n"
    elif manner < 0.5:
        text = "&nbsp;" + text.replace("，", "&#65292;").replace("“", "&ldquo;")
    spans = f" rowspan='{box.rows}'" * (box.rows > 1) + f' colspan="{box.columns}"' * (box.columns > 1)
    return f"<td{spans}>{text}" + ("</td>" if random.random() < 0.9 else "")
