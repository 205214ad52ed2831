import { Injectable } from '@nestjs/common';
import type { ImportMapping } from '@afferent/contracts';
import { nameKey } from '@afferent/domain';
import { PlacesService } from '../../journeys/places.service.js';
import { newId } from '../../platform/database/new-id.js';
import { Problem } from '../../platform/http/problem.js';
import { TouchpointsService } from '../../touchpoints/touchpoints.service.js';
import { UnreadableFile } from '../import/table.js';
import type { ImportRow } from '../imports.repository.js';
import { ImportsRepository } from '../imports.repository.js';
import { SurveysRepository, type QuestionRow } from '../surveys.repository.js';
import { ScaleConflict, SurveysService } from '../surveys.service.js';

/** What the preparation needs to know of an import. */
export type Prepared = Pick<ImportRow, 'mapping' | 'mappingId' | 'journeyId' | 'createdBy'>;

const sameScale = (a: readonly [number, number], b: readonly [number, number]) => a[0] === b[0] && a[1] === b[1];

/** Prepares what an import's answers hang on: touchpoints, their places on the map, the survey and its questions. */
@Injectable()
export class ImportSurvey {
  constructor(
    private readonly imports: ImportsRepository,
    private readonly surveys: SurveysRepository,
    private readonly rules: SurveysService,
    private readonly touchpoints: TouchpointsService,
    private readonly places: PlacesService,
  ) {}

  /**
   * For a unit of work. `present` are the mapping's questions (by place) that the file has columns for; the ids come back in the
   * mapping's order, null for the others. A survey of the same mapping name and journey is used again and gets the questions it lacks.
   */
  async prepare(row: Prepared, present: readonly number[]): Promise<{ surveyId: string; questionIds: (string | null)[] }> {
    try {
      return await this.prepared(row, present);
    } catch (error) {
      // Such a problem is the file's or mapping's own: the import ends with it.
      throw error instanceof Problem ? unreadable(error) : error;
    }
  }

  private async prepared(row: Prepared, present: readonly number[]): Promise<{ surveyId: string; questionIds: (string | null)[] }> {
    const { mapping, journeyId } = row;
    const wanted = present.flatMap((index) => mapping.questions[index] ?? []);
    const named = wanted.flatMap(({ touchpoint }) => (touchpoint === null ? [] : [{ name: touchpoint }]));
    const ids = await this.touchpoints.ensure(named);
    const touchpointIds = named.flatMap(({ name }) => ids.get(nameKey(name)) ?? []);
    if (journeyId !== null && touchpointIds.length > 0) await this.places.place(journeyId, touchpointIds, row.createdBy, mapping.name);

    const surveyId = await this.survey(row);
    const known = new Map((await this.surveys.find(surveyId))?.questions.map((question) => [question.key, question]));
    const drafts = wanted.map(({ key, metric, scale, touchpoint }) => ({
      key, metric, scale, text: touchpoint ?? key, touchpointId: touchpoint === null ? null : ids.get(nameKey(touchpoint)) ?? null,
    }));
    for (const draft of drafts) refuseChange(draft, known.get(draft.key));
    const added = await this.rules.add(surveyId, journeyId, known.size, drafts.filter((draft) => !known.has(draft.key)));
    const byKey = new Map([...known.values(), ...added].map((question) => [question.key, question.id]));
    return { surveyId, questionIds: mapping.questions.map(({ key }, index) => (present.includes(index) ? byKey.get(key) ?? null : null)) };
  }

  private async survey({ mapping, mappingId, journeyId }: Prepared): Promise<string> {
    const known = await this.imports.lockSurveyOf(mappingId);
    if (known !== null) return known;
    const id = newId();
    await this.surveys.insert({ id, name: mapping.name, kind: surveyKind(mapping), journeyId });
    await this.imports.setSurveyOf(mappingId, id);
    return id;
  }
}

/** A survey that asks about the whole journey measures the relation; one that asks about touchpoints only, a transaction. */
const surveyKind = (mapping: ImportMapping): 'relational' | 'transactional' => (mapping.questions.some((question) => question.touchpoint === null) ? 'relational' : 'transactional');

function unreadable(problem: Problem): UnreadableFile {
  if (problem instanceof ScaleConflict) return new UnreadableFile('scale_conflict', { questions: problem.conflicts.map(({ key, scaleMin, scaleMax }) => `${key} ${scaleMin}..${scaleMax}`).join(', ') });
  if (problem.code === 'map_full') return new UnreadableFile('map_full');
  if (problem.code === 'not_found') return new UnreadableFile('journey_gone');
  return new UnreadableFile('other', { text: [problem.detail, ...(problem.issues ?? []).map((each) => each.message)].join('; ') });
}

function refuseChange(draft: Omit<QuestionRow, 'id'>, known: QuestionRow | undefined): void {
  if (known === undefined) return;
  const same = known.metric === draft.metric && sameScale(known.scale, draft.scale) && known.touchpointId === draft.touchpointId;
  if (!same) throw new UnreadableFile('question_changed', { question: draft.key });
}
