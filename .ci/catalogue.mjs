const columns = `
  select format('%s column %s', c.relname, a.attname) as what,
      concat(format_type(a.atttypid, a.atttypmod), case when a.attnotnull then ' not null' end, ' collate ' || l.collname, ' identity ' || nullif(a.attidentity::text, ''),
        case when a.attgenerated::text <> '' then ' generated as ' when d.oid is not null then ' default ' end, pg_get_expr(d.adbin, d.adrelid)) as definition
    from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_collation l on l.oid = a.attcollation and l.collname <> 'default'
   where c.relnamespace = 'public'::regnamespace and c.relname = any($1)`;
const constraints = `
  select format('%s constraint %s', c.relname, k.conname), pg_get_constraintdef(k.oid)
    from pg_constraint k join pg_class c on c.oid = k.conrelid
   where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and k.contype in ('p', 'u', 'f', 'c', 'x')`;
const indexes = `
  select format('%s index %s', c.relname, i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
    from pg_index i join pg_class c on c.oid = i.indrelid
   where c.relnamespace = 'public'::regnamespace and c.relname = any($1) and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))`;

/** What these tables of `public` are made of, in Postgres's own words: definition by name of the column, constraint or index. */
export async function definitionsIn(source, tables) {
  const rows = await source.query(`${columns} union all ${constraints} union all ${indexes} order by 1`, [tables]);
  return new Map(rows.map(({ what, definition }) => [what, definition]));
}

/** Everything that holds rows or looks as if it did, outside of Postgres's own schemas; a partition belongs to its table. */
export async function relationsIn(source) {
  const rows = await source.query(`
    select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' order by 1, 2`);
  return rows.map(({ schema, name }) => (schema === 'public' ? name : `${schema}.${name}`));
}
