import { importMappingSchema, mappingFaultOf, type HeaderPlace, type ImportMapping, type QuestionMetric } from '@afferent/contracts';
import type { About } from './guess/guess-columns';
import type { Source, Table } from './read-file';

export interface QuestionDraft {
  key: string;
  column: string;
  metric: QuestionMetric;
  scale: [number, number];
  missing: string[];
  labels?: Record<string, number> | undefined;
  round?: boolean | undefined;
  about: About;
}
export interface LabelsDraft { column: string; labels: Record<string, string> }

/** A mapping while it is being made: like the document, but with gaps. */
export interface MappingDraft {
  name: string;
  format: 'csv' | 'xlsx';
  delimiter: ImportMapping['delimiter'] | null;
  encoding: ImportMapping['encoding'] | null;
  sheet: string | null;
  header: HeaderPlace | null;
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

const MOST_LABELS = 500;
/** What the contract takes. */
const LONGEST_VALUE = 500;
const LONGEST_LABEL = 200;

/** A label for each value met in the first rows: the value itself, until somebody words it better. */
export const labelsFor = ({ header, rows }: Table, column: string): LabelsDraft => {
  const at = header.indexOf(column);
  const distinct = [...new Set(rows.map((row) => (row[at] ?? '').trim()))].filter((value) => value !== '' && value !== '*' && value.length <= LONGEST_VALUE).toSorted().slice(0, MOST_LABELS);
  return { column, labels: Object.fromEntries(distinct.map((value) => [value, value.slice(0, LONGEST_LABEL).trim()])) };
};

const LONGEST_KEY = 100;
/** A question's key is its column; of long names both ends, because the questions of a grid begin alike. */
export const keyOf = (column: string): string => (column.length <= LONGEST_KEY ? column : `${column.slice(0, 40)}…${column.slice(-(LONGEST_KEY - 41))}`);

const plainHeader: HeaderPlace = { row: 1, rows: 1, skip: 0 };
const isPlain = ({ row, rows, skip }: HeaderPlace) => row === plainHeader.row && rows === plainHeader.rows && skip === plainHeader.skip;

/** The day a file was last written: the best there is where no column dates the answers. */
export const dateOfFile = ({ lastModified }: Pick<File, 'lastModified'>): string => new Date(lastModified).toISOString().slice(0, 10);

/** A first draft from what the columns look like. */
export const guessDraft = ({ file, preview, table, place, guess }: Pick<Source, 'preview' | 'table' | 'place' | 'guess'> & { file: Pick<File, 'name' | 'lastModified'> }, timezone: string): MappingDraft => ({
  name: file.name.replace(/\.[^.]+$/, '').trim().slice(0, 200), format: preview.format,
  delimiter: preview.delimiter === ',' || preview.delimiter === ';' || preview.delimiter === '|' || preview.delimiter === '\t' ? preview.delimiter : null,
  encoding: preview.encoding === 'utf-8' || preview.encoding === 'windows-1251' ? preview.encoding : null,
  sheet: preview.sheet, header: isPlain(place) ? null : place,
  externalId: guess.externalId, answeredAt: { template: guess.answeredAt.template || dateOfFile(file), format: guess.answeredAt.format, timezone: guess.answeredAt.utc ? 'UTC' : timezone },
  experiencedAt: null, weight: guess.weight, comment: guess.comment, customerRef: guess.customerRef,
  segment: guess.segment == null ? null : labelsFor(table, guess.segment),
  channel: guess.channel == null ? null : labelsFor(table, guess.channel),
  attributes: null,
  questions: guess.ratings.map(({ column, guess: rating, about }) => ({ key: keyOf(column), column, ...rating, about })),
});

const asTemplate = ({ template, column }: ImportMapping['answeredAt']) => template ?? `{${column ?? ''}}`;

/** A draft from a mapping that was saved or written by hand. */
export const draftOf = (mapping: ImportMapping, timezone: string): MappingDraft => ({
  name: mapping.name, format: mapping.format, delimiter: mapping.delimiter ?? null, encoding: mapping.encoding ?? null, sheet: mapping.sheet ?? null, header: mapping.header ?? null,
  externalId: mapping.externalId.template,
  answeredAt: { template: asTemplate(mapping.answeredAt), format: mapping.answeredAt.format ?? '', timezone: mapping.answeredAt.timezone ?? timezone },
  experiencedAt: mapping.experiencedAt ?? null, weight: mapping.weight?.column ?? null, comment: mapping.comment?.column ?? null, customerRef: mapping.customerRef?.column ?? null,
  segment: mapping.segment ?? null, channel: mapping.channel ?? null, attributes: mapping.attributes ?? null,
  questions: mapping.questions.map(({ touchpoint, ...question }) => ({ ...question, scale: [question.scale[0], question.scale[1]], about: touchpoint == null ? { kind: 'journey' } : { kind: 'touchpoint', name: touchpoint } })),
});

const column = (name: string | null) => (name == null ? undefined : { column: name });

/** The scores of answers in words, but for words that mean that there is no answer. */
export const scoresOf = ({ labels = {}, missing }: Pick<QuestionDraft, 'labels' | 'missing'>): Record<string, number> => Object.fromEntries(Object.entries(labels).filter(([words]) => !missing.includes(words)));

/** The document to send. Fields that were left empty are left out; questions about nothing are dropped. */
export const documentOfDraft = (draft: MappingDraft) => ({
  name: draft.name.trim(), format: draft.format,
  ...(draft.format === 'csv' ? { delimiter: draft.delimiter ?? undefined, encoding: draft.encoding ?? undefined } : { sheet: draft.sheet ?? undefined }),
  header: draft.header ?? undefined,
  externalId: { template: draft.externalId },
  answeredAt: { template: draft.answeredAt.template, format: draft.answeredAt.format || undefined, timezone: draft.answeredAt.timezone || undefined },
  experiencedAt: draft.experiencedAt ?? undefined, weight: column(draft.weight), segment: draft.segment ?? undefined, channel: draft.channel ?? undefined,
  attributes: draft.attributes ?? undefined, comment: column(draft.comment), customerRef: column(draft.customerRef),
  questions: draft.questions.flatMap(({ about, ...question }) => (about.kind === 'none' ? [] : [{ ...question, ...(question.labels == null ? {} : { labels: scoresOf(question) }), touchpoint: about.kind === 'journey' ? null : about.name.trim() }])),
});

export type DraftFault = 'name' | 'externalId' | 'answeredAt' | 'noQuestions' | 'repeated' | 'scale' | 'labels' | 'other';

/** What still keeps the draft from being a mapping, in the order a person would mend it; empty when it is one. */
export const faultsOf = (draft: MappingDraft): DraftFault[] => {
  const parsed = importMappingSchema.safeParse(documentOfDraft(draft));
  if (parsed.success) return [];
  const kinds = parsed.error.issues.map((issue): DraftFault => {
    const [head, , field] = issue.path.map(String);
    if (head === 'name' || head === 'externalId' || head === 'answeredAt') return head;
    if (head !== 'questions') return 'other';
    if (issue.path.length === 1) return 'noQuestions';
    if (field === 'scale' || field === 'labels') return field;
    return mappingFaultOf(issue) === 'repeated_question' ? 'repeated' : 'other';
  });
  return [...new Set(kinds)];
};
