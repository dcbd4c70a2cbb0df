"""An image file to the grey pages in it, as they are displayed."""

import math
from collections.abc import Iterator
from io import BytesIO

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from ingest.errors import DocumentRejected

LONG_SIDE = 842.0
"""An image says seldom truly how large it is: its longer side is taken for that of A4, in points."""

_MOST_PIXELS = 40_000_000


def frames(data: bytes) -> Iterator[Image.Image]:
    """The pages of a PNG, JPEG or TIFF in grey. Raises DocumentRejected (``damaged``, ``too_large``)."""
    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as image:
            for frame in ImageSequence.Iterator(image):
                refuse_too_large(*frame.size)
                yield ImageOps.exif_transpose(_on_white(frame)).convert("L")
    except Image.DecompressionBombError:
        refuse_too_large(math.inf, 1)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError) as error:
        raise DocumentRejected("damaged", f"the image cannot be read: {error}") from None


def refuse_too_large(width: float, height: float) -> None:
    """Raise DocumentRejected for a page of more pixels than are read."""
    if width * height > _MOST_PIXELS:
        found = f"{width:.0f} x {height:.0f}"
        raise DocumentRejected("too_large", "a page has too many pixels", expected=f"≤ {_MOST_PIXELS}", found=found)


def _on_white(image: Image.Image) -> Image.Image:
    """The image without transparency: what is not painted is paper."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    painted = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", painted.size, "white"), painted)
