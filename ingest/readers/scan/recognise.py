"""Pictures of lines to characters: the recognition models that rapidocr carries in its package."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import cv2
import numpy as np
from rapidocr import RapidOCR
from rapidocr.ch_ppocr_rec import TextRecInput

from ingest.readers.scan.page import Pixels

# A model given by its path is never looked for elsewhere.
_MODEL = "PP-OCRv6_rec_small.onnx"


# Signs that are the same in either width, which recognition seldom tells apart.
_EITHER_WIDTH = frozenset("()（）:：;；!！?？ ")


class Recognised(NamedTuple):
    """The characters of a line, and how sure the least sure of them is (0 to 1)."""

    text: str
    confidence: float


@cache
def _recogniser() -> Any:
    path = str(files("rapidocr") / "models" / _MODEL)
    return RapidOCR(params={"Rec.model_path": path, "Global.log_level": "critical"})._load_rec_model()


def recognise(pictures: Sequence[Pixels]) -> list[Recognised]:
    """What each picture of one line says; an empty text where it says nothing."""
    if not pictures:
        return []
    coloured = [np.asarray(cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)) for picture in pictures]
    found = _recogniser()(TextRecInput(img=coloured, return_word_box=True))
    lines = zip(found.txts, found.word_results, strict=True)
    return [Recognised(text, _confidence(text, words.confs)) for text, words in lines]


def _confidence(text: str, confidences: Sequence[float]) -> float:
    """How sure the least sure sign is; brackets and the like aside."""
    own = [sure for sign, sure in zip(text, confidences, strict=False) if sign not in _EITHER_WIDTH]
    return round(min(own), 4) if own else 1.0
