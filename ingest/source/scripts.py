"""What offices print beside Chinese: the script of an autonomous area, English words behind a label."""

import re

# Tibetan, Mongolian, Arabic letters (Uyghur, Kazakh), Yi
_OTHER_SCRIPTS = re.compile(
    "[\u0f00-\u0fff\u1800-\u18af\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff\ua000-\ua4cf]+"
)

# 项目名称 Project Name; A in 预算数A and PPP in 项目PPP are no words
_ENGLISH = re.compile(r"(?<=[\u4e00-\u9fff）)：:])\s*+[A-Z][a-z]{2,}[A-Za-z0-9\s.,'&/-]*+(?:[:：]$|$)")


def in_chinese(text: str) -> str:
    """The text without what stands beside it in the script of an autonomous area, or in English words behind it.

    All of it where nothing else is.
    """
    own = _OTHER_SCRIPTS.sub("", text)
    end = own[-1:]
    may_be_english = end.isascii() or end == "：" or end.isspace()
    return (_ENGLISH.sub("", own) if may_be_english else own) or text
