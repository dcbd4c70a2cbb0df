-- Exact money and quantities leave the database as text: money in whole 分, quantities without trailing zeros.
create or replace temp macro fen(wan) as cast(cast(cast(wan as decimal(38, 6)) * 1000000 as hugeint) as varchar);
create or replace temp macro plain(quantity) as regexp_replace(cast(quantity as varchar), '\.?0+$', '');
