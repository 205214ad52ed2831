import type { Import, SavedMapping } from '@afferent/contracts';
import { toldNotice } from './import/notice-words.js';
import type { ImportStateRow, SavedMappingRow } from './imports.repository.js';

export const presentImport = (row: ImportStateRow): Import => {
  const notices = row.notices.map(toldNotice);
  const failure = row.failure && toldNotice(row.failure);
  return {
    id: row.id,
    name: row.name,
    fileName: row.fileName,
    journeyId: row.journeyId,
    status: row.status,
    progress: row.progress,
    rowsRead: row.rowsRead,
    accepted: row.accepted,
    duplicates: row.duplicates,
    rejected: row.rejected,
    rejectedAnswers: row.rejectedAnswers,
    warnings: notices.map((notice) => notice.detail),
    error: failure?.detail ?? null,
    notices,
    failure,
    surveyId: row.surveyId,
    firstDay: row.firstDay,
    lastDay: row.lastDay,
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
};

export const presentSavedMapping = ({ id, name, journeyId, surveyId, updatedAt, mapping }: SavedMappingRow): SavedMapping => ({
  id, name, journeyId, surveyId, updatedAt: updatedAt.toISOString(), mapping,
});
