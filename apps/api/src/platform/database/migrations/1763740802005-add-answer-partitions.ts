import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application's role owns nothing, so a month's partition is made by this narrow function; rows are reached through the parent only. */
export class AddAnswerPartitions1763740802005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create function ensure_answer_partition(of_day date) returns void
      language plpgsql security definer set search_path = public, pg_temp as $$
      declare
        starts date := date_trunc('month', of_day)::date;
        partition text := 'answers_' || to_char(starts, 'YYYY_MM');
        own text := 'select nullif(current_setting(''app.workspace_id'', true), '''')::uuid';
      begin
        if starts < date '1989-12-01' or starts > now() + interval '40 days' then
          raise exception 'answers are kept from 1990 until tomorrow' using errcode = '22008';
        end if;
        if to_regclass('public.' || partition) is not null then
          return;
        end if;
        perform pg_advisory_xact_lock(6046114);
        -- A look into the catalogue, not at its cache, which does not know yet what the waiting was for.
        if exists (select from pg_catalog.pg_class where relname = partition and relnamespace = 'public'::regnamespace) then
          return;
        end if;
        execute format('create table public.%I (like public.answers including all)', partition);
        execute format('alter table public.%I enable row level security', partition);
        execute format('alter table public.%I force row level security', partition);
        execute format('create policy %I on public.%I using (workspace_id = (%s)) with check (workspace_id = (%s))', partition || '_of_workspace', partition, own, own);
        execute format('alter table public.answers attach partition public.%I for values from (%L) to (%L)', partition,
          starts::text || ' 00:00:00+00', (starts + interval '1 month')::date::text || ' 00:00:00+00');
      end $$`);
    await queryRunner.query('revoke all on function ensure_answer_partition(date) from public');
    await queryRunner.query('grant execute on function ensure_answer_partition(date) to afferent_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop function ensure_answer_partition(date)');
  }
}
