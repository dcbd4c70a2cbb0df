"""Excel workbooks as auditors use them: one a department, 汇总 over all departments, 疑点底稿 to work through."""

from pathlib import Path

from jixiao.export.excel import department, papers, summary
from jixiao.export.files import Exported, FileFormat, OpenWarehouse, Track
from jixiao.export.manifest import marts


def _write(source: OpenWarehouse, folder: Path, track: Track) -> list[Exported]:
    departments = {own.file_name: own for own in department.departments(source)}
    written = []
    for name in track([summary.NAME, papers.NAME, *departments]):
        path = folder / name
        if name == summary.NAME:
            written.append(summary.write(source, path, {own.key: own.file_name for own in departments.values()}))
        elif name == papers.NAME:
            written.append(papers.write(source, path))
        else:
            written.append(department.write(source, path, departments[name]))
    return written


XLSX = FileFormat(
    _write,
    marts,
    "One workbook a department, 汇总.xlsx over all of them, 疑点底稿.xlsx with all findings and columns to fill in. "
    "Headers and codes are Chinese, numbers in 万元; a row 合计 sums what its filter shows. Excel keeps 15 digits; "
    "what a cell or a sheet cannot hold is in the notes of its file. The queries below run on the warehouse.",
)
