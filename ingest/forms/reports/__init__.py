"""Reports 绩效评价报告, 绩效自评报告: prose with tables of money and of scored indicators."""
