"""The cover of a form: who and which project on a page of its own, above the form of the same; all invented."""

import pytest

from ingest.pipeline import read
from ingest.rows import Reading

COVER = "财政支出项目绩效自评资料\n"
PROJECT = "项目名称：{}\n项目单位：明溪县环境监测站（公章）\n主管部门：明溪县生态环境局（公章）\n"
FORM = (
    "项目支出绩效自评表\n（2023年度）\n项目名称\t空气监测站运维\n主管部门\t明溪县生态环境局\n实施单位\t明溪县环境监测站\n"
    "一级指标\t二级指标\t三级指标\t指标值\t完成值\t分值\t得分\n产出指标\t数量指标\t运维站点数\t≥12个\t12个\t50\t50\n"
    "效益指标\t社会效益指标\t投诉下降率\t≥5%\t6%\t40\t40\n"
)


def _read(cover: str) -> Reading:
    return read((cover + FORM).encode(), "form.txt")


@pytest.mark.parametrize(
    "cover",
    [
        COVER + PROJECT.format("空气监测站运维"),
        COVER + PROJECT.format("空气监测站运维") + "2024年3月15日\n",
        COVER + PROJECT.format("空气监测站运维") + "填报日期：2024年3月15日\n",
        PROJECT.format("空气监测站运维") + "二〇二四年三月\n明溪县财政局制\n",
        COVER + "项目名称\t空气监测站运维\n主管部门\t明溪县生态环境局\n",
        COVER + "主管部门：明溪县生态环境局（公章）\n预算编码：301001\n",
    ],
)
def test_a_cover_is_of_the_form_behind_it(cover: str) -> None:
    found = _read(cover)
    assert [own.project_name for own in found.projects] == ["空气监测站运维"]
    assert (len(found.performance), len(found.evaluations)) == (2, 1)
    assert not any("明溪县生态环境局" in own.text or "项目名称" in own.text for own in found.not_understood)


def test_what_only_a_cover_prints_is_of_the_form() -> None:
    found = _read(COVER + PROJECT.format("空气监测站运维") + "预算编码：301001\n")
    assert ("预算编码", "301001") in [(own.attribute, own.value) for own in found.attributes]


def test_another_project_is_no_cover() -> None:
    found = _read(COVER + PROJECT.format("水质监测站运维"))
    assert [own.project_name for own in found.projects] == ["水质监测站运维", "空气监测站运维"]
