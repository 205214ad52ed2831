import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../tenant-table.js';

const points = Array.from({ length: 11 }, (_, index) => index);
const figures = [...points.map((point) => `b${point}`), ...points.map((point) => `x${point}`), 'xx'];
const sums = figures.map((figure) => (figure.startsWith('b') ? `sum(${figure})::int` : `nullif(sum(${figure}), 0)`));

/** The cube of whole months (`day` is the month's first), filled from the days that are there. */
export class CreateRollupMonths1763740806001 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table rollup_months (
        like rollup_cells including defaults,
        constraint rollup_months_pkey primary key (workspace_id, question_id, segment, channel, day),
        constraint rollup_months_question_id_fkey foreign key (workspace_id, question_id) references questions (workspace_id, id) on delete cascade
      )`);
    // A forced policy hides every workspace from its owner too; only this transaction sees the table without it.
    await queryRunner.query('alter table rollup_cells no force row level security');
    await queryRunner.query(`
      insert into rollup_months (workspace_id, question_id, segment, channel, day, ${figures.join(', ')})
      select workspace_id, question_id, segment, channel, date_trunc('month', day::timestamp)::date, ${sums.join(', ')}
        from rollup_cells group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`);
    await queryRunner.query('alter table rollup_cells force row level security');
    await tenantTable(queryRunner, 'rollup_months');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table rollup_months');
  }
}
