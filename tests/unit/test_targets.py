"""Target values: the wordings of published documents and their nearest wrong neighbours."""

from decimal import Decimal

import pytest

from ingest.grammar.targets import QUALITATIVE, Target, read_target

QUANTITIES = {
    "100%": ("=", "100", None, "%"),
    "3次": ("=", "3", None, "次"),
    "250张": ("=", "250", None, "张"),
    "≥90%": (">=", "90", None, "%"),
    "大于等于98%": (">=", "98", None, "%"),
    "95%以上": (">=", "95", None, "%"),
    "不少于20次": (">=", "20", None, "次"),
    "不低于80%": (">=", "80", None, "%"),
    "120名以上": (">=", "120", None, "名"),
    "20个及以上": (">=", "20", None, "个"),
    "90%（含）以上": (">=", "90", None, "%"),
    "至少1份": (">=", "1", None, "份"),
    "≤10%": ("<=", "10", None, "%"),
    "小于等于1%": ("<=", "1", None, "%"),
    "5%以下": ("<=", "5", None, "%"),
    "不超过38期": ("<=", "38", None, "期"),
    "2小时内": ("<=", "2", None, "小时"),
    "18个月内": ("<=", "18", None, "个月"),
    ">2次": (">", "2", None, "次"),
    "＞3500平方米": (">", "3500", None, "平方米"),
    "高于96%": (">", "96", None, "%"),
    "大于98%": (">", "98", None, "%"),
    "<5%": ("<", "5", None, "%"),
    "<30分钟": ("<", "30", None, "分钟"),
    "低于3次": ("<", "3", None, "次"),
    "小于2小时": ("<", "2", None, "小时"),
    "约90%": ("~", "90", None, "%"),
    "90%左右": ("~", "90", None, "%"),
    "2-3小时": ("between", "2", "3", "小时"),
    "±3%以内": ("between", "-3", "3", "%"),
    "80%～90%": ("between", "80", "90", "%"),
    "满意度95%以上": (">=", "95", None, "%"),
    "开展调研50次以上": (">=", "50", None, "次"),
    "每年培训4期": ("=", "4", None, "期"),
    "0事故": ("=", "0", None, "事故"),
    "0起": ("=", "0", None, "起"),
    "≤2起": ("<=", "2", None, "起"),
    "3天起": (">=", "3", None, "天"),
    "1起以上": (">=", "1", None, "起"),
    "2起/年": ("=", "2", None, "起/年"),
    "0": ("=", "0", None, None),
    "98": ("=", "98", None, None),
    "１００％": ("=", "100", None, "%"),
    "1,000人": ("=", "1000", None, "人"),
    "99.5%": ("=", "99.5", None, "%"),
    "5元/亩": ("=", "5", None, "元/亩"),
    "2次/月": ("=", "2", None, "次/月"),
    "237个直管党组织": ("=", "237", None, "个直管党组织"),
    "300人(次)": ("=", "300", None, "人(次)"),
    "每个专委会，不少于2次": (">=", "2", None, "次"),
    "达到90%以上": (">=", "90", None, "%"),
}

QUALITATIVE_TEXTS = [
    "良",
    "\ufffd3400万元",
    "是",
    "有效提升",
    "年底前完成",
    "控制数",
    "保密项目",
    "系统正常运行率(%)",
    "公文在2小时内发出",
    "紧急公文在2小时内发出，非紧急公文在8小时内发出",
    "4小时内到场处置故障",
    "50期上线节目，1次户外见面会",
    "2024年12月31日前",
    "12月底前完成",
    "2023.01-2023.12",
    "2023.1—2023.12",
    "2024.12前",
    "12.31之前",
    "2023-2025年",
    "7×24小时",
    "满意人数÷受访人数×100%",
    "党支部覆盖率(%)(标准:≥95%,得100分;<95%,得50分)",
    "得分位列全市纪检组前50%",
    "第1名",
    "小于等于预算批复金额",
    "GB/T33870-2017",
    "",
]


@pytest.mark.parametrize("text", QUANTITIES)
def test_a_quantity_is_read(text: str) -> None:
    operator, value, upper, unit = QUANTITIES[text]
    assert read_target(text) == Target(operator, Decimal(value), Decimal(upper) if upper else None, unit)


@pytest.mark.parametrize("text", QUALITATIVE_TEXTS)
def test_a_text_that_is_no_single_quantity_stays_qualitative(text: str) -> None:
    assert read_target(text) == QUALITATIVE
