"""Labels of money to levels of government: which level, several, or none."""

import pytest

from ingest.grammar.government_levels import level_named

NAMED = {
    "central": ["中央", "中央资金", "其中：中央财政资金", "下达中央预算内投资(万元)", "中央补助地方资金", "国家补助"],
    "province": ["省", "省级补助", "自治区资金", "自治区本级", "新疆维吾尔自治区财政资金", "上级（省级）补助"],
    "prefecture": [
        "市本级资金",
        "州级财政",
        "盟级资金",
        "（二）市级配套",
        "2024年市级资金",
        "财政拨款（市级）",
        "师市财政拨款",
    ],
    "county": ["县级配套", "区级补助", "旗本级资金", "县区配套", "县（市、区）级资金", "年度县级预算"],
    "town": ["乡镇配套", "镇级资金"],
    "superior": ["上级补助（万元）", "该项目支出上级资金"],
    "local": ["地方资金", "本级财力", "年度本级预算金额"],
    None: ["省市配套", "中央、省、市补助", "其中：中央及省级", "州县配套", "各级财政资金", "中央资金、省级资金"],
}
NOT_NAMED = [
    "财政拨款", "城市维护资金", "社区经费", "灾区补助资金", "贫困县补助", "县级医院补助资金", "中央空调维护费",
    "国家助学金", "市政公用经费", "地方病防治资金", "地方政府专项债券", "局本级财政拨款", "省级以上资金", "市场化融资",
]  # fmt: skip


@pytest.mark.parametrize(("code", "label"), [(code, label) for code, labels in NAMED.items() for label in labels])
def test_a_label_names_its_level(code: str | None, label: str) -> None:
    found = level_named(label)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("label", NOT_NAMED)
def test_what_is_called_by_a_word_of_a_level_is_no_level(label: str) -> None:
    assert level_named(label) is None
