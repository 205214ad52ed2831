import { importMappingSchema, type ImportMapping, type ImportPreview, type QuestionMetric } from '@afferent/contracts';
import { guessColumns } from './guess';

export interface QuestionDraft {
  key: string;
  column: string;
  metric: QuestionMetric;
  scale: [number, number];
  missing: string[];
  /** A touchpoint's name, the whole journey, or not used. */
  about: { kind: 'touchpoint'; name: string } | { kind: 'journey' } | { kind: 'none' };
}
export interface LabelsDraft { column: string; labels: Record<string, string> }

/** A mapping while it is being made: like the document, but with gaps. */
export interface MappingDraft {
  name: string;
  format: 'csv' | 'xlsx';
  delimiter: ImportMapping['delimiter'] | null;
  encoding: ImportMapping['encoding'] | null;
  sheet: string | null;
  externalId: string;
  answeredAt: { template: string; format: string; timezone: string };
  experiencedAt: ImportMapping['experiencedAt'] | null;
  weight: string | null;
  comment: string | null;
  customerRef: string | null;
  segment: LabelsDraft | null;
  channel: LabelsDraft | null;
  attributes: ImportMapping['attributes'] | null;
  questions: QuestionDraft[];
}

const columnsOf = (preview: ImportPreview) => preview.header.map((header, index) => ({ header, values: preview.rows.map((row) => row[index] ?? '') }));
const MOST_LABELS = 100;

/** A label for each value met in the preview: the value itself, until somebody words it better. */
export const labelsFor = (preview: ImportPreview, column: string): LabelsDraft => {
  const values = columnsOf(preview).find(({ header }) => header === column)?.values ?? [];
  const distinct = [...new Set(values.map((value) => value.trim()))].filter((value) => value !== '' && value !== '*').toSorted().slice(0, MOST_LABELS);
  return { column, labels: Object.fromEntries(distinct.map((value) => [value, value])) };
};

/** A first draft from what the columns look like. */
export const guessDraft = (preview: ImportPreview, fileName: string, touchpoints: readonly string[], timezone: string): MappingDraft => {
  const guess = guessColumns(columnsOf(preview), touchpoints);
  return {
    name: fileName.replace(/\.[^.]+$/, '').slice(0, 200), format: preview.format,
    delimiter: preview.delimiter === ',' || preview.delimiter === ';' || preview.delimiter === '|' || preview.delimiter === '\t' ? preview.delimiter : null,
    encoding: preview.encoding === 'utf-8' || preview.encoding === 'windows-1251' ? preview.encoding : null,
    sheet: preview.sheet,
    externalId: guess.externalId == null ? '' : `{${guess.externalId.trim()}}`,
    answeredAt: { template: guess.answeredAt == null ? '' : `{${guess.answeredAt.column.trim()}}`, format: guess.answeredAt?.format ?? '', timezone },
    experiencedAt: null, weight: guess.weight, comment: guess.comment, customerRef: null,
    segment: guess.segment == null ? null : labelsFor(preview, guess.segment),
    channel: guess.channel == null ? null : labelsFor(preview, guess.channel),
    attributes: null,
    questions: guess.ratings.map(({ column, guess: rating, touchpoint, wholeJourney }) => ({
      key: column.trim().slice(0, 100), column: column.trim(), ...rating,
      about: touchpoint != null ? { kind: 'touchpoint', name: touchpoint } : wholeJourney ? { kind: 'journey' } : { kind: 'none' },
    })),
  };
};

const asTemplate = ({ template, column }: ImportMapping['answeredAt']) => template ?? `{${column ?? ''}}`;

/** A draft from a mapping that was saved or written by hand. */
export const draftOf = (mapping: ImportMapping, timezone: string): MappingDraft => ({
  name: mapping.name, format: mapping.format, delimiter: mapping.delimiter ?? null, encoding: mapping.encoding ?? null, sheet: mapping.sheet ?? null,
  externalId: mapping.externalId.template,
  answeredAt: { template: asTemplate(mapping.answeredAt), format: mapping.answeredAt.format ?? '', timezone: mapping.answeredAt.timezone ?? timezone },
  experiencedAt: mapping.experiencedAt ?? null, weight: mapping.weight?.column ?? null, comment: mapping.comment?.column ?? null, customerRef: mapping.customerRef?.column ?? null,
  segment: mapping.segment ?? null, channel: mapping.channel ?? null, attributes: mapping.attributes ?? null,
  questions: mapping.questions.map(({ touchpoint, ...question }) => ({ ...question, scale: [question.scale[0], question.scale[1]], about: touchpoint == null ? { kind: 'journey' } : { kind: 'touchpoint', name: touchpoint } })),
});

const column = (name: string | null) => (name == null ? undefined : { column: name });

/** The document to send. Fields that were left empty are left out; questions about nothing are dropped. */
export const documentOfDraft = (draft: MappingDraft) => ({
  name: draft.name.trim(), format: draft.format,
  ...(draft.format === 'csv' ? { delimiter: draft.delimiter ?? undefined, encoding: draft.encoding ?? undefined } : { sheet: draft.sheet ?? undefined }),
  externalId: { template: draft.externalId },
  answeredAt: { template: draft.answeredAt.template, format: draft.answeredAt.format || undefined, timezone: draft.answeredAt.timezone || undefined },
  experiencedAt: draft.experiencedAt ?? undefined, weight: column(draft.weight), segment: draft.segment ?? undefined, channel: draft.channel ?? undefined,
  attributes: draft.attributes ?? undefined, comment: column(draft.comment), customerRef: column(draft.customerRef),
  questions: draft.questions.flatMap(({ about, ...question }) => (about.kind === 'none' ? [] : [{ ...question, touchpoint: about.kind === 'journey' ? null : about.name.trim() }])),
});

export type DraftFault = 'name' | 'externalId' | 'answeredAt' | 'noQuestions' | 'repeated' | 'scale' | 'other';

/** What still keeps the draft from being a mapping, in the order a person would mend it; empty when it is one. */
export const faultsOf = (draft: MappingDraft): DraftFault[] => {
  const parsed = importMappingSchema.safeParse(documentOfDraft(draft));
  if (parsed.success) return [];
  const kinds = parsed.error.issues.map(({ path, message }): DraftFault => {
    const [head, , field] = path.map(String);
    if (head === 'name' || head === 'externalId' || head === 'answeredAt') return head;
    if (head !== 'questions') return 'other';
    if (path.length === 1) return 'noQuestions';
    if (field === 'scale') return 'scale';
    return message.includes('per touchpoint') ? 'repeated' : 'other';
  });
  return [...new Set(kinds)];
};
