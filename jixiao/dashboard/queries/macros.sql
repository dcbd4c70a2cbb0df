-- Exact money and quantities leave the database as text: money in whole 分, quantities without trailing zeros.
create or replace temp macro fen(wan) as cast(cast(cast(wan as decimal(38, 6)) * 1000000 as hugeint) as varchar);
create or replace temp macro plain(quantity) as regexp_replace(cast(quantity as varchar), '\.?0+$', '');
-- A project of a reading, as macros/keys.sql keys it.
create or replace temp macro project_row_key(document_id, project_seq) as document_id * 100000 + project_seq;
