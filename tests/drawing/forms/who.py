"""The head of a form: name, department, unit, and what else is said of a project."""

from zlib import crc32

from tests.drawing.forms.sheet import Pen
from tests.drawing.forms.words import ANSWERS

_CODES = {
    "none": "{}",
    "brackets": "[{code}]{}",
    "dash": "{code}-{}",
    "behind": "{} {code}",
    "behind_brackets": "{}[{code}]",
}


_PROJECT_CODE = "项目编码"  # under which a reading keeps the code beside a name


def draw_who(pen: Pen, project: str, unit: str) -> None:
    """The rows of name, department and unit, attributes among them."""
    truth = pen.truth
    pen.used.add(_PROJECT_CODE)
    pairs = [
        (pen.label("form_department"), _coded(pen, truth.department)),
        (pen.label("form_unit"), _coded(pen, unit)),
    ]
    truth.say("unit", project, unit, [unit], name=unit)
    pairs += [draw_attribute(pen) for _ in range(pen.random.randint(0, 4))]
    pen.random.shuffle(pairs)
    printed = _coded(pen, project)
    if code := "".join(character for character in printed.replace(project, "") if character.isdigit()):
        truth.say("attribute", project, _PROJECT_CODE, [code], value=code)
    name = (pen.label("project_name"), printed)
    truth.say("name", project, "", [project], name=project)
    draw_pairs(pen, [name, *pairs] if pen.chance(0.9) else [pairs[0], name, *pairs[1:]])


def _coded(pen: Pen, name: str) -> str:
    """A name with its code: the same wherever a document prints it."""
    style = pen.manner.codes if "\u4e00" <= name[0] <= "\u9fff" else "none"
    return _CODES[style].format(name, code=f"{100 + crc32(name.encode()) % 999900}")


def draw_attribute(pen: Pen) -> tuple[str, str]:
    """A label that is no fact of its own, and its value."""
    label, value = pen.label("attribute", str(len(pen.used))), pen.random.choice(ANSWERS)
    pen.truth.say("attribute", pen.project, label, [value], value=value)
    return label, value


def draw_pairs(pen: Pen, pairs: list[tuple[str, str]]) -> None:
    """Labels and values, one or two pairs a row."""
    waiting = list(pairs)
    while waiting:
        label, value = waiting.pop(0)
        cells = {0: pen.printed(label), pen.value_column: value}
        if waiting and pen.chance(0.5):
            label, value = waiting.pop(0)
            cells |= {pen.half: pen.printed(label), pen.half + 1: value}
        pen.row(cells)


def draw_extra(pen: Pen) -> None:
    """Rows of other labels between the sections of a form."""
    if pen.chance(0.3):
        draw_pairs(pen, [draw_attribute(pen) for _ in range(pen.random.randint(1, 3))])


def draw_signature(pen: Pen) -> None:
    """What stands below a form: remarks, and who filled it in."""
    for label in ("说明", "其他需要说明事项"):
        if label not in pen.used and pen.chance(0.2):
            _say(pen, label, "无")
            pen.row({0: label, pen.value_column: "无"})
    if {"填表人", "联系电话"} & pen.used or not pen.chance(0.4):
        return
    _say(pen, "填表人", "王芳")
    _say(pen, "联系电话", "0753-2288331")
    place = pen.random.random()
    if place < 0.5:
        half = pen.half if place < 0.3 else pen.random.choice((2, 3))
        pen.row({0: "填表人", 1: "王芳", half: "联系电话", half + 1: "0753-2288331"})
    else:
        pen.paragraph("填表人：王芳    联系电话：0753-2288331")


def _say(pen: Pen, label: str, value: str) -> None:
    pen.truth.say("attribute", pen.project, label, [value], value=value)
    pen.truth.labels.add(label)
