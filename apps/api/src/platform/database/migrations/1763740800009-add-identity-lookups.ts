import type { MigrationInterface, QueryRunner } from 'typeorm';

const functions = ['identity_by_session(bytea, uuid)', 'identity_by_key(bytea)', 'workspaces_of_user(uuid)', 'invitation_by_token(bytea)'];

/** The only ways across workspaces that sign-in needs: each answers for one secret or one user. */
export class AddIdentityLookups1763740800009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function identity_by_session(given_hash bytea, asked_workspace uuid)
      returns table (session_id uuid, user_id uuid, last_seen_at timestamptz, role text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select s.id, s.user_id, s.last_seen_at, m.role
        from sessions s
        left join members m on m.workspace_id = asked_workspace and m.user_id = s.user_id
        where s.token_hash = given_hash and s.expires_at > now() and s.last_seen_at > now() - interval '12 hours'
      $$`);
    await queryRunner.query(`
      create function identity_by_key(given_hash bytea)
      returns table (key_id uuid, user_id uuid, workspace_id uuid, scopes text[], last_used_at timestamptz, role text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select k.id, k.created_by, k.workspace_id, k.scopes, k.last_used_at, m.role
        from api_keys k
        join members m on m.workspace_id = k.workspace_id and m.user_id = k.created_by
        where k.key_hash = given_hash and (k.expires_at is null or k.expires_at > now())
      $$`);
    await queryRunner.query(`
      create function workspaces_of_user(asked_user uuid)
      returns table (id uuid, name text, locale text, timezone text, role text)
      language sql stable security definer set search_path = public, pg_temp as $$
        select w.id, w.name, w.locale, w.timezone, m.role
        from members m join workspaces w on w.id = m.workspace_id
        where m.user_id = asked_user
        order by m.created_at, w.id
      $$`);
    await queryRunner.query(`
      create function invitation_by_token(given_hash bytea)
      returns table (workspace_id uuid, id uuid)
      language sql stable security definer set search_path = public, pg_temp as $$
        select i.workspace_id, i.id from invitations i where i.token_hash = given_hash and i.expires_at > now()
      $$`);
    for (const name of functions) {
      await queryRunner.query(`revoke all on function ${name} from public`);
      await queryRunner.query(`grant execute on function ${name} to afferent_app`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of functions) await queryRunner.query(`drop function ${name}`);
  }
}
