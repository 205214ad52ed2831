import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../platform/database/unit-of-work.js';

export interface ResponseRow {
  readonly id: string;
  readonly surveyId: string;
  readonly externalId: string;
  readonly answeredAt: Date;
  readonly experiencedAt: Date | null;
  readonly day: string;
  readonly segment: string | null;
  readonly channel: string | null;
  readonly weight: string | null;
  readonly comment: string | null;
  readonly customerRef: string | null;
  readonly attributes: Record<string, unknown> | null;
}

@Injectable()
export class ResponsesRepository {
  constructor(private readonly unit: UnitOfWork) {}

  /** In the order of their external ids. */
  list(surveyId: string, filter: { externalId: string | null; after: string | null; limit: number }): Promise<ResponseRow[]> {
    return this.unit.query<ResponseRow>(
      `select id, survey_id as "surveyId", external_id as "externalId", answered_at as "answeredAt", experienced_at as "experiencedAt", day::text as day,
              segment, channel, weight::text as weight, comment, customer_ref as "customerRef", attributes
         from responses
        where workspace_id = $1 and survey_id = $2 and ($3::text is null or external_id = $3) and ($4::text is null or external_id > $4)
        order by external_id limit $5`,
      [this.unit.workspaceId(), surveyId, filter.externalId, filter.after, filter.limit],
    );
  }
}
