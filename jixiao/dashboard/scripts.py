"""Data as classic scripts, the only form that a page opened from a file may load."""

import json
from typing import Any

ColumnLists = dict[str, list[Any]]
"""A table by column, all of one length."""

_ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def data_script(name: str, data: object) -> str:
    """A script that hands ``data`` to the page under ``name``; pure JSON inside a call.

    Raises TypeError for a number that is not whole: money and quantities are text, so that none is ever rounded.
    """
    _refuse_floats(data)
    return json_script(name, json.dumps(data, ensure_ascii=False, separators=(",", ":")))


def json_script(name: str, text: str) -> str:
    """A script that hands the JSON ``text`` to the page under ``name``. No text in it can end the script or a line."""
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return f"jixiaoData({json.dumps(name)},{text});\n"


def _refuse_floats(data: object) -> None:
    values = data.values() if isinstance(data, dict) else data if isinstance(data, list) else (data,)
    kinds = set(map(type, values))
    if float in kinds:
        raise TypeError("a number that is not whole would be rounded")
    if kinds & {dict, list}:
        for value in values:
            if isinstance(value, (dict, list)):
                _refuse_floats(value)
