"""项目支出绩效目标表: a table of units and projects, all indicators of a project in one cell."""
