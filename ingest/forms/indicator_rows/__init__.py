"""项目支出绩效目标表 as a list: several projects in one table, an indicator a row, the project's name carried down."""
