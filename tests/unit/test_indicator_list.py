"""The numbered list of indicators: every separator, break and damage met in published documents."""

from ingest.grammar.lists.numbered import Item, find_head, read_indicator_list
from ingest.source.blocks import Span
from ingest.source.printed import Printed, clean

Expected = tuple[str, str | None, str | None, str | None]


def _items(text: str) -> tuple[Item, ...]:
    return read_indicator_list(clean(text, [Span(0, len(text))])).items


def _read(text: str) -> list[Expected]:
    def value(printed: Printed | None) -> str | None:
        return printed.text if printed else None

    return [(item.ordinal.text, value(item.name), value(item.cycle), value(item.annual)) for item in _items(text)]


def test_two_indicators_one_after_the_other() -> None:
    text = (
        "1、1-产出指标；11-数量指标；信访核查率；实施周期指标值:80%；年度指标值:80%。"
        "2、4-成本指标；41-经济成本指标；项目成本控制；实施周期指标值:是；年度指标值:否。"
    )
    assert _read(text) == [("1", "信访核查率", "80%", "80%"), ("2", "项目成本控制", "是", "否")]
    assert [(item.code1.text, item.label1.text, item.code2.text, item.label2.text) for item in _items(text)] == [
        ("1", "产出指标", "11", "数量指标"),
        ("4", "成本指标", "41", "经济成本指标"),
    ]


def test_a_break_inside_a_label_and_a_full_stop_on_the_next_line() -> None:
    text = "1、1-产出指标；11-数量指标；完成率；实施周期指标\n值:100%；年度指标值:良\n\n。2、3-满意度指\n标；31-服务对象满意度；满意度；实施周期指标值:≥\n90%；年度指标值:123。"
    assert _read(text) == [("1", "完成率", "100%", "良"), ("2", "满意度", "≥90%", "123")]


def test_a_list_inside_a_name_is_no_new_indicator() -> None:
    text = "1、1-产出指标；12-质量指标；1.物管覆盖率。2.考察达标率。；实施周期指标值:95%；年度指标值:95%。"
    assert _read(text) == [("1", "1.物管覆盖率。2.考察达标率。", "95%", "95%")]


def test_a_full_stop_in_place_of_the_semicolon_before_the_value() -> None:
    text = "8、2-效益指标；21-经济效益；城市环境质量改善。实施周期指标值:不少于1篇；年度指标值:不少于1篇。"
    assert _read(text) == [("8", "城市环境质量改善", "不少于1篇", "不少于1篇")]


def test_a_semicolon_inside_a_value_stays_in_it() -> None:
    text = "3、2-效益指标;21-经济效益;覆盖率;实施周期指标值:3个月;年度指标值:覆盖率(%)(标准:≥95%,得100分;<95%,得50分)。"
    assert _read(text) == [("3", "覆盖率", "3个月", "覆盖率(%)(标准:≥95%,得100分;<95%,得50分)")]


def test_other_separators_and_a_final_point() -> None:
    text = (
        "1、1-产出指标: 11-数量指标:足额发放率:实施周期指标值:100%;年度指标值:系统正常运行率(%)."
        "2、1-产出指标; 12-质量指标, 课程设置质量; 实施周期指标值:合理; 年度指标值:优化。"
    )
    assert _read(text) == [("1", "足额发放率", "100%", "系统正常运行率(%)"), ("2", "课程设置质量", "合理", "优化")]


def test_missing_name_and_missing_annual_value() -> None:
    text = "6、2-效益指标; 22-社会效益; 实施周期指标值:日益增强。7、3-满意度指标; 31-服务对象满意度; 工作满意率; 实施周期指标值:98%。"
    assert _read(text) == [("6", None, "日益增强", None), ("7", "工作满意率", "98%", None)]


def test_a_value_printed_in_a_loop_counts_once_and_the_rest_is_left_over() -> None:
    text = "7、2-效益指标; 24-可持续影响; 影响; 实施周期指标值:提高; 年度指标值:提高; 年度指标值:得到提高; 年度"
    assert _read(text) == [("7", "影响", "提高", "提高")]
    assert [(left.text, why) for left, why in _items(text)[0].leftovers] == [
        ("; 年度", "label cut off"),
        ("得到提高", "value printed again"),
    ]


def test_a_number_glued_to_the_value_before_it() -> None:
    text = "1、1-产出指标；11-数量指标；人数；实施周期指标值:100；年度指标值:1002、1-产出指标；11-数量指标；次数；年度指标值:3。"
    assert _read(text) == [("1", "人数", "100", "100"), ("2", "次数", None, "3")]


def test_labels_without_codes_count_only_as_known_labels() -> None:
    assert _read("1、产出指标；数量指标；人数；年度指标值:3。") == [("1", "人数", None, "3")]
    assert _read("1、专家满意度。2、发放人数。3、及时发放。") == []
    assert find_head("1、专家满意度。2、发放人数。") is None


def test_signs_damaged_by_character_recognition() -> None:
    text = (
        "1，1一产出指标11一数量指标;人数;实施周期指标值;100;年度指标值 90。"
        "2、l-产出指标; 1l-数量指标; 次数; 实施周期指标值: 3; 年度指标值:3。"
    )
    assert _read(text) == [("1", "人数", "100", "90"), ("2", "次数", "3", "3")]


def test_a_head_without_a_number() -> None:
    assert _read("1-产出指标；11-数量指标；甲；实施周期指标值:1；年度指标值:2。") == [("", "甲", "1", "2")]
