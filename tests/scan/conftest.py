"""Scans are read where the extra is installed (`make ocr-test`)."""

from importlib.util import find_spec

NEEDED = ("rapidocr", "onnxruntime", "pypdfium2", "manimgx_fonts_cjk")

collect_ignore_glob = [] if all(map(find_spec, NEEDED)) else ["test_*.py"]
