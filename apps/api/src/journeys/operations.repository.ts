import { Injectable } from '@nestjs/common';
import type { Operation } from '@afferent/domain';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import type { LogEntry } from './apply-batch.js';

export interface OperationRow {
  readonly seq: number;
  readonly clientId: string;
  /** A bigint, which the driver gives as text. */
  readonly clientSeq: string;
  readonly userId: string;
  readonly at: Date;
  readonly operation: Operation;
}

@Injectable()
export class OperationsRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** What a client's operations got when they came before, by clientSeq. */
  async known(journeyId: string, clientId: string, clientSeqs: readonly number[]): Promise<Map<number, number>> {
    const rows = await this.unit.query<{ clientSeq: string; seq: number }>(
      `select client_seq as "clientSeq", seq from journey_operations
        where workspace_id = $1 and journey_id = $2 and client_id = $3 and client_seq = any($4::bigint[])`,
      [this.unit.workspaceId(), journeyId, clientId, clientSeqs],
    );
    return new Map(rows.map((row) => [Number(row.clientSeq), row.seq]));
  }

  async append(journeyId: string, clientId: string, userId: string, log: readonly LogEntry[]): Promise<void> {
    await this.unit.query(
      `insert into journey_operations (workspace_id, journey_id, seq, client_id, client_seq, user_id, operation)
       select $1, $2, seq, $3, "clientSeq", $4, operation
         from jsonb_to_recordset($5::jsonb) as given (seq integer, "clientSeq" bigint, operation jsonb)`,
      [this.unit.workspaceId(), journeyId, clientId, userId, JSON.stringify(log)],
    );
  }

  after(journeyId: string, seq: number, limit: number): Promise<OperationRow[]> {
    return this.unit.query<OperationRow>(
      `select seq, client_id as "clientId", client_seq as "clientSeq", user_id as "userId", at, operation from journey_operations
        where workspace_id = $1 and journey_id = $2 and seq > $3 order by seq limit $4`,
      [this.unit.workspaceId(), journeyId, seq, limit],
    );
  }
}
