"""Departments of any city fall into their function: the patterns of seed department_functions, lowest priority first."""

import csv
from pathlib import Path

import duckdb
import pytest

SEED = Path(__file__).resolve().parents[2] / "seeds" / "department_functions.csv"
FUNCTIONS = {
    "discipline": ("中共肇庆市纪律检查委员会", "中国共产党广州市纪律检查委员会广州市监察委员会", "深圳市纪委监委"),
    "organisation": ("中共佛山市顺德区委组织部", "中国共产党杭州市委员会组织部", "成都市委组织部"),
    "publicity": ("中共韶关市委宣传部", "中国共产党长沙市委员会宣传部"),
    "united_front": ("中国共产党广州市委员会统一战线工作部", "中共珠海市委统战部"),
    "political_legal": ("中国共产党中山市委员会政法委员会", "中共江门市委政法委"),
    "direct_organs": ("中共梅州市直属机关工作委员会", "中国共产党深圳市直属机关工作委员会", "苏州市级机关工委"),
    "establishment": ("中共茂名市委机构编制委员会办公室", "阳江市编办"),
    "party_office": ("中国共产党广州市委员会办公厅", "中共清远市委办公室"),
    "policy_research": ("中国共产党广州市委员会政策研究室", "湛江市人民政府发展研究中心"),
    "letters_visits": ("广州市信访局", "中共东莞市委信访局"),
    "archives": ("广州市国家档案馆",),
    "government_office": ("广州市人民政府办公厅", "东莞市人民政府办公室", "天河区政府办公室"),
    "cppcc": ("中国人民政治协商会议广东省河源市委员会", "政协广州市委员会办公厅"),
    "peoples_congress": ("云浮市人民代表大会常务委员会办公室", "广州市人大常委会办公厅"),
    "courts": ("广州市中级人民法院", "广州铁路运输法院"),
    "procuratorate": ("潮州市人民检察院",),
    "youth_league": ("中国共产主义青年团广州市委员会", "共青团揭阳市委员会"),
    "democratic_parties": ("中国民主同盟广州市委员会", "中国国民党革命委员会惠州市委员会", "九三学社汕头市委员会"),
    "development_reform": ("汕尾市发展和改革局", "广州市发展和改革委员会"),
    "industry_information": ("广州市工业和信息化局",),
    "education": ("东莞市教育局", "上海市教育委员会"),
    "ecology": ("东莞市生态环境局", "广州市环境保护局"),
    "natural_resources": ("广州市规划和自然资源局", "东莞市国土资源局"),
    "transport": ("广州市交通运输局", "重庆市交通委员会"),
    "forestry": ("广州市林业和园林局",),
    "urban_management": ("广州市城市管理和综合执法局", "东莞市城市管理和综合执法局"),
    "government_data": ("广州市政务服务和数据管理局", "东莞市政务服务数据管理局"),
    "civil_air_defence": ("广州市国防动员办公室", "佛山市人民防空办公室"),
    "state_assets": ("广州市人民政府国有资产监督管理委员会",),
    "health": ("广州市卫生健康委员会", "韶关市卫生和计划生育局"),
    "port": ("广州市港务局",),
    "organ_affairs": ("广州市机关事务管理局", "东莞市机关事务管理局"),
    "housing_fund": ("广州住房公积金管理中心",),
    "street_office": ("广州市越秀区北京街道办事处",),
    "town_government": ("东莞市虎门镇人民政府",),
    "development_zone": ("广州南沙经济技术开发区管理委员会",),
    "unknown": ("某某基地",),
}


with Path(__file__).with_name("department_names.csv").open(encoding="utf-8", newline="") as _file:
    # of all levels and provinces, each with the function that a reader gives it
    NAMES = [(row["function_code"], row["department_name"]) for row in csv.DictReader(_file)]


@pytest.mark.parametrize(
    ("function", "name"), [*((f, name) for f, names in FUNCTIONS.items() for name in names), *NAMES]
)
def test_a_department_falls_into_its_function(function: str, name: str) -> None:
    folded = "中国共产党" + name[2:] if name.startswith("中共") else name
    query = "select ?, regexp_matches(?, ?)"
    with SEED.open(encoding="utf-8", newline="") as file:
        rules = sorted(csv.DictReader(file), key=lambda row: int(row["priority"]))
    found = (
        row["function_code"] for row in rules if duckdb.execute(query, ["", folded, row["pattern"]]).fetchall()[0][1]
    )
    assert next(found, "unknown") == function
