import { Injectable } from '@nestjs/common';
import type { ImportMapping, ImportStatus } from '@afferent/contracts';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { BareFault } from './import/fault-words.js';
import type { Notice } from './import/notice-words.js';
import type { ChunkMessage } from './import/parse-job.js';

/** What a worker needs to know of an import. */
export interface ImportRow {
  readonly workspaceId: string;
  readonly id: string;
  readonly mapping: ImportMapping;
  readonly mappingId: string;
  readonly journeyId: string | null;
  readonly createdBy: string;
  readonly lastRow: number;
  readonly questionIds: (string | null)[] | null;
  readonly attempts: number;
}

/** What people are told of an import. */
export interface ImportStateRow {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly journeyId: string | null;
  readonly status: ImportStatus;
  readonly progress: number;
  readonly rowsRead: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly rejectedAnswers: number;
  readonly notices: Notice[];
  readonly failure: Notice | null;
  readonly surveyId: string | null;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}

export interface SavedMappingRow {
  readonly id: string;
  readonly name: string;
  readonly journeyId: string | null;
  readonly surveyId: string | null;
  readonly updatedAt: Date;
  readonly mapping: Record<string, unknown>;
}

const state = `id, mapping ->> 'name' as name, file_name as "fileName", journey_id as "journeyId", status, progress, rows_read::int as "rowsRead", accepted::int, duplicates::int,
  rejected::int, rejected_answers::int as "rejectedAnswers", notices, failure, survey_id as "surveyId", first_day::text as "firstDay", last_day::text as "lastDay",
  created_at as "createdAt", finished_at as "finishedAt"`;
const leaseFor = `interval '10 seconds'`;

@Injectable()
export class ImportsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** Keeps the mapping under its name; the next import of this name and journey goes to the same survey. */
  async saveMapping(id: string, mapping: ImportMapping, document: unknown, journeyId: string | null): Promise<string> {
    const [row] = await this.unit.query<{ id: string }>(
      `insert into import_mappings (workspace_id, id, name, journey_id, mapping) values ($1, $2, $3, $4, $5)
       on conflict on constraint import_mappings_name_key do update set mapping = excluded.mapping, updated_at = now() returning id`,
      [this.unit.workspaceId(), id, mapping.name, journeyId, JSON.stringify(document)],
    );
    if (row === undefined) throw new Error('A mapping was not saved');
    return row.id;
  }

  savedMappings(): Promise<SavedMappingRow[]> {
    return this.unit.query<SavedMappingRow>(
      `select id, name, journey_id as "journeyId", survey_id as "surveyId", updated_at as "updatedAt", mapping from import_mappings
        where workspace_id = $1 order by updated_at desc, id limit 200`,
      [this.unit.workspaceId()],
    );
  }

  async insert(row: { id: string; mappingId: string; mapping: ImportMapping; journeyId: string | null; fileName: string; createdBy: string }): Promise<void> {
    await this.unit.query(
      `insert into imports (workspace_id, id, mapping_id, mapping, journey_id, file_name, created_by, leased_until) values ($1, $2, $3, $4, $5, $6, $7, now() + ${leaseFor})`,
      [this.unit.workspaceId(), row.id, row.mappingId, JSON.stringify(row.mapping), row.journeyId, row.fileName, row.createdBy],
    );
  }

  /** The newest first. */
  list(before: string | null, limit: number): Promise<ImportStateRow[]> {
    return this.unit.query<ImportStateRow>(`select ${state} from imports where workspace_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3`, [this.unit.workspaceId(), before, limit]);
  }

  async find(id: string): Promise<ImportStateRow | undefined> {
    const [row] = await this.unit.query<ImportStateRow>(`select ${state} from imports where workspace_id = $1 and id = $2`, [this.unit.workspaceId(), id]);
    return row;
  }

  async status(id: string): Promise<ImportStatus | undefined> {
    return (await this.find(id))?.status;
  }

  /** Cancels what has not ended; false when there is nothing to cancel. */
  async cancel(id: string): Promise<boolean> {
    // The row may be held by a chunk that is being stored: that is worth waiting for.
    await this.unit.query(`set local lock_timeout = '14s'`);
    const rows = await this.unit.query(
      `update imports set status = 'cancelled', finished_at = now(), lease = null, leased_until = null
        where workspace_id = $1 and id = $2 and status in ('queued', 'running') returning 1`,
      [this.unit.workspaceId(), id],
    );
    return rows.length > 0;
  }

  /** Imports of all workspaces that nobody works on; needs no workspace. */
  unattended(): Promise<{ workspaceId: string; importId: string }[]> {
    return this.unit.read('select workspace_id as "workspaceId", import_id as "importId" from unattended_imports()');
  }

  /** Which of some imports of all workspaces have not ended; needs no workspace. */
  async living(importIds: readonly string[]): Promise<string[]> {
    const rows = await this.unit.read<{ importId: string }>('select import_id as "importId" from living_imports($1) as import_id', [importIds]);
    return rows.map(({ importId }) => importId);
  }

  /** Takes an import that nobody works on; undefined when it ended or somebody does. Whoever stores a chunk has the row locked, however long that takes. */
  async claim(id: string, lease: string): Promise<ImportRow | undefined> {
    const [row] = await this.unit.query<ImportRow>(
      `update imports set status = 'running', lease = $3, leased_until = now() + ${leaseFor}, attempts = attempts + 1
        where workspace_id = $1 and id = (
          select id from imports where workspace_id = $1 and id = $2 and (status = 'queued' or (status = 'running' and (leased_until is null or leased_until < now()))) for update skip locked)
       returning workspace_id as "workspaceId", id, mapping, mapping_id as "mappingId", journey_id as "journeyId", created_by as "createdBy", last_row::int as "lastRow",
                 question_ids as "questionIds", attempts`,
      [this.unit.workspaceId(), id, lease],
    );
    return row;
  }

  /** Keeps an import for its worker; not while a chunk is being stored, which keeps it by itself. */
  async renew(id: string, lease: string): Promise<void> {
    await this.unit.query(
      `update imports set leased_until = now() + ${leaseFor}
        where workspace_id = $1 and id = (select id from imports where workspace_id = $1 and id = $2 and lease = $3 for update skip locked)`,
      [this.unit.workspaceId(), id, lease],
    );
  }

  async release(id: string, lease: string): Promise<void> {
    await this.unit.query('update imports set leased_until = null where workspace_id = $1 and id = $2 and lease = $3', [this.unit.workspaceId(), id, lease]);
  }

  /** Locks a running import for the open unit; undefined when the lease is not this worker's any more. */
  async hold(id: string, lease: string): Promise<{ surveyId: string | null; keptRejections: number } | undefined> {
    // Nobody waits for a background chunk, so it may take longer than a request on a busy machine, and wait for another import of the same rows.
    await this.unit.query(`select set_config('statement_timeout', '5min', true), set_config('lock_timeout', '1min', true)`);
    const [row] = await this.unit.query<{ surveyId: string | null; keptRejections: number }>(
      `select survey_id as "surveyId", (rejected + rejected_answers)::int as "keptRejections" from imports
        where workspace_id = $1 and id = $2 and lease = $3 and status = 'running' for update`,
      [this.unit.workspaceId(), id, lease],
    );
    return row;
  }

  async begin(id: string, surveyId: string, questionIds: readonly (string | null)[], notices: readonly Notice[]): Promise<void> {
    await this.unit.query('update imports set survey_id = $3, question_ids = $4, notices = $5 where workspace_id = $1 and id = $2', [this.unit.workspaceId(), id, surveyId, questionIds, JSON.stringify(notices)]);
  }

  /** Counts a stored chunk and moves the place to go on from, in the transaction that stored it. */
  async advance(id: string, chunk: ChunkMessage, accepted: number, notice: Notice | null): Promise<void> {
    await this.unit.query(
      `update imports set last_row = $3, rows_read = rows_read + $4, accepted = accepted + $5, duplicates = duplicates + $6, rejected = rejected + $7,
              rejected_answers = rejected_answers + $8, progress = greatest(progress, least($9::float8, 0.999)), first_day = least(first_day, $10::date), last_day = greatest(last_day, $11::date),
              notices = case when $12::jsonb is null or notices @> $12 then notices else notices || $12 end, attempts = 0, leased_until = clock_timestamp() + ${leaseFor}
        where workspace_id = $1 and id = $2`,
      [this.unit.workspaceId(), id, chunk.lastRow, chunk.rowsRead, accepted, chunk.batch.rows - accepted, chunk.rejected, chunk.rejectedAnswers, chunk.progress, chunk.batch.firstDay, chunk.batch.lastDay, notice && JSON.stringify([notice])],
    );
  }

  async finish(id: string, lease: string, status: 'done' | 'failed', failure: Notice | null): Promise<boolean> {
    const rows = await this.unit.query(
      `update imports set status = $4, failure = $5, progress = case when $4 = 'done' then 1 else progress end, finished_at = now(), lease = null, leased_until = null
        where workspace_id = $1 and id = $2 and lease = $3 and status = 'running' returning 1`,
      [this.unit.workspaceId(), id, lease, status, failure && JSON.stringify(failure)],
    );
    return rows.length > 0;
  }

  /** Keeps the first faults of a chunk; `faults` is the JSON of `BareFault[]`. */
  async addRejections(id: string, faults: Buffer, most: number): Promise<void> {
    await this.unit.query(
      `insert into import_rejections (workspace_id, import_id, row_number, place, column_name, code, params, value)
       select $1, $2, f.row, f.place, f.column, f.code, f.params, f.value
         from rows from (jsonb_to_recordset(convert_from($3::bytea, 'UTF8')::jsonb) as ("row" bigint, "column" text, code text, params jsonb, value text)) with ordinality as f("row", "column", code, params, value, place)
        where f.place <= $4`,
      [this.unit.workspaceId(), id, faults, most],
    );
  }

  rejections(id: string, after: { row: number; place: number }, limit: number): Promise<(BareFault & { place: number })[]> {
    return this.unit.query(
      `select row_number::int as row, place, column_name as "column", code, params, value from import_rejections
        where workspace_id = $1 and import_id = $2 and (row_number, place) > ($3::bigint, $4::int) order by row_number, place limit $5`,
      [this.unit.workspaceId(), id, after.row, after.place, limit],
    );
  }

  /** The survey this mapping's imports go to; held, so that two imports begun at once make one survey. */
  async lockSurveyOf(mappingId: string): Promise<string | null> {
    const [row] = await this.unit.query<{ surveyId: string | null }>(
      'select survey_id as "surveyId" from import_mappings where workspace_id = $1 and id = $2 for update',
      [this.unit.workspaceId(), mappingId],
    );
    return row?.surveyId ?? null;
  }

  async setSurveyOf(mappingId: string, surveyId: string): Promise<void> {
    await this.unit.query('update import_mappings set survey_id = $3 where workspace_id = $1 and id = $2', [this.unit.workspaceId(), mappingId, surveyId]);
  }
}
