import type { QueryRunner } from 'typeorm';

const identifier = /^[a-z][a-z0-9_]*$/;

const checked = (name: string): string => {
  if (!identifier.test(name)) throw new Error(`Not a table name: ${name}`);
  return name;
};

/** Puts a table with `workspace_id` under row-level security (forced) and lets the application's role read and write its rows. */
export async function tenantTable(queryRunner: QueryRunner, name: string): Promise<void> {
  const table = checked(name);
  const same = `workspace_id = (select nullif(current_setting('app.workspace_id', true), '')::uuid)`;
  await queryRunner.query(`alter table ${table} enable row level security`);
  await queryRunner.query(`alter table ${table} force row level security`);
  await queryRunner.query(`create policy ${table}_of_workspace on ${table} using (${same}) with check (${same})`);
  await queryRunner.query(`grant select, insert, update, delete on ${table} to afferent_app`);
}

/** For a table that belongs to no workspace (users, sessions): grants only. */
export async function globalTable(queryRunner: QueryRunner, name: string): Promise<void> {
  await queryRunner.query(`grant select, insert, update, delete on ${checked(name)} to afferent_app`);
}

/** Lets SECURITY DEFINER functions, which run as the owner, read this tenant table across workspaces. */
export async function ownerMayRead(queryRunner: QueryRunner, name: string): Promise<void> {
  const table = checked(name);
  await queryRunner.query(`create policy ${table}_for_lookups on ${table} for select to afferent_owner using (true)`);
}
