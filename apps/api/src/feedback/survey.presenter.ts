import type { Survey } from '@afferent/contracts';
import type { SurveyRow } from './surveys.repository.js';

export const presentSurvey = ({ id, name, kind, journeyId, createdAt, questions }: SurveyRow): Survey => ({
  id,
  name,
  kind,
  journeyId,
  createdAt: createdAt.toISOString(),
  questions: questions.map(({ id: questionId, key, text, metric, scale, touchpointId }) => ({ id: questionId, key, text, metric, scale, touchpointId })),
});
