"""Excel binary workbooks (.xlsb): their records, what these say of styles and conditional formats."""
