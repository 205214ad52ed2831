import type { CurrentThreeP, Touchpoint } from '@afferent/contracts';
import type { TouchpointRow } from './touchpoints.repository.js';

export const presentTouchpoint = (row: TouchpointRow, threeP: CurrentThreeP): Touchpoint => ({
  id: row.id,
  name: row.name,
  channel: row.channel,
  leadingP: row.leadingP,
  importance: row.importance,
  contactsPerMonth: row.contactsPerMonth,
  targets: row.targets,
  momentOfTruth: row.momentOfTruth,
  owner: row.owner,
  threeP,
  journeyIds: [...row.journeyIds],
  version: row.version,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
