import type { Response } from '@afferent/contracts';
import type { ResponseRow } from './responses.repository.js';

export const presentResponse = (row: ResponseRow): Response => ({
  id: row.id,
  surveyId: row.surveyId,
  externalId: row.externalId,
  answeredAt: row.answeredAt.toISOString(),
  experiencedAt: row.experiencedAt?.toISOString() ?? null,
  day: row.day,
  segment: row.segment,
  channel: row.channel,
  weight: row.weight,
  comment: row.comment,
  customerRef: row.customerRef,
  attributes: row.attributes ?? {},
});
