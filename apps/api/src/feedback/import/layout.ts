import type { ColumnPart, ImportMapping, ImportMoment } from '@afferent/contracts';
import { rowNumberPlace, templateColumns } from '@afferent/contracts/import-columns';
import { nameKey } from '@afferent/domain/name-key';
import type { Notice } from './notice-words.js';
import { UnreadableFile } from './table.js';

/** A template's pieces: literal text, the index of the column whose value stands there, or the row's own number. */
export type Piece = string | number | typeof rowNumber;
export const rowNumber = Symbol(rowNumberPlace);

export interface MomentLayout {
  pieces: Piece[];
  spec: Pick<ImportMoment, 'format' | 'timezone'>;
}
export interface LabelledLayout {
  column: number;
  labels: ReadonlyMap<string, string>;
}

/** Where everything the mapping names is in this file's columns. */
export interface Layout {
  header: string[];
  width: number;
  externalId: Piece[];
  answeredAt: MomentLayout;
  experiencedAt: MomentLayout | undefined;
  weight: number | undefined;
  segment: LabelledLayout | undefined;
  channel: LabelledLayout | undefined;
  attributes: { key: string; column: number; labels: ReadonlyMap<string, string> | undefined }[];
  comment: number | undefined;
  customerRef: number | undefined;
  /** `index` is the question's place in the mapping. */
  questions: { index: number; column: number; min: number; max: number; missing: ReadonlySet<string>; labels: ReadonlyMap<string, number> | undefined; round: boolean }[];
}

const momentColumns = (moment: ImportMoment): string[] => (moment.column == null ? templateColumns(moment.template ?? '') : [moment.column]);

/** Every column the mapping names. */
export function mappedColumns(mapping: ImportMapping): Set<string> {
  const single = [mapping.weight, mapping.segment, mapping.channel, mapping.comment, mapping.customerRef, ...(mapping.attributes ?? []), ...mapping.questions];
  return new Set([
    ...templateColumns(mapping.externalId.template),
    ...momentColumns(mapping.answeredAt),
    ...(mapping.experiencedAt ? momentColumns(mapping.experiencedAt) : []),
    ...single.flatMap((part) => (part ? [part.column] : [])),
  ]);
}

/** Finds the mapping's columns in a header. Without the columns that identify and date a row nothing can be stored (UnreadableFile); other losses are warnings. */
export function findLayout(mapping: ImportMapping, rawHeader: string[]): { layout: Layout; notices: Notice[] } {
  const header = rawHeader.map((name) => name.trim());
  const notices: Notice[] = [];
  const places = new Map<string, number[]>();
  header.forEach((name, index) => places.set(name, [...(places.get(name) ?? []), index]));

  const vital = [...templateColumns(mapping.externalId.template), ...momentColumns(mapping.answeredAt), ...(mapping.experiencedAt ? momentColumns(mapping.experiencedAt) : [])];
  for (const name of vital) {
    if (name === rowNumberPlace && !places.has(name)) continue;
    const count = places.get(name)?.length ?? 0;
    if (count === 0) throw new UnreadableFile('vital_column_missing', { column: name });
    if (count > 1) throw new UnreadableFile('vital_column_doubled', { column: name, count });
  }

  const find = (column: string, part: ColumnPart, name = ''): number | undefined => {
    const found = places.get(column) ?? [];
    if (found.length === 1) return found[0];
    notices.push(found.length === 0 ? { code: 'column_missing', params: { column, part, name } } : { code: 'column_doubled', params: { column, part, name, count: found.length } });
    return undefined;
  };
  const place = (name: string): Piece | undefined => places.get(name)?.[0] ?? (name === rowNumberPlace ? rowNumber : undefined);
  const pieces = (template: string): Piece[] =>
    template.split(/(\{[^{}]+\})/).filter((part) => part !== '').map((part) => (/^\{[^{}]+\}$/.test(part) ? place(part.slice(1, -1).trim()) ?? part : part));
  const moment = (spec: ImportMoment): MomentLayout => ({ pieces: pieces(spec.template ?? `{${spec.column}}`), spec });
  const labelled = (spec: { column: string; labels: Record<string, string> } | undefined, part: ColumnPart): LabelledLayout | undefined => {
    const column = spec && find(spec.column, part);
    return spec && column !== undefined ? { column, labels: labelMap(spec.labels) } : undefined;
  };

  return {
    notices,
    layout: {
      header,
      width: header.length,
      externalId: pieces(mapping.externalId.template),
      answeredAt: moment(mapping.answeredAt),
      experiencedAt: mapping.experiencedAt && moment(mapping.experiencedAt),
      weight: mapping.weight && find(mapping.weight.column, 'weight'),
      segment: labelled(mapping.segment, 'segment'),
      channel: labelled(mapping.channel, 'channel'),
      attributes: (mapping.attributes ?? []).flatMap(({ key, column, labels }) => {
        const at = find(column, 'attribute', key);
        return at === undefined ? [] : [{ key, column: at, labels: labels && labelMap(labels) }];
      }),
      comment: mapping.comment && find(mapping.comment.column, 'comment'),
      customerRef: mapping.customerRef && find(mapping.customerRef.column, 'customerRef'),
      questions: mapping.questions.flatMap(({ key, column, scale: [min, max], missing, labels, round }, index) => {
        const at = find(column, 'question', key);
        return at === undefined ? [] : [{ index, column: at, min, max, missing: new Set(missing), labels: labels && scoreMap(labels), round: round === true }];
      }),
    },
  };
}

/** Words are told apart as names are: without regard to case. */
const scoreMap = (labels: Record<string, number>): ReadonlyMap<string, number> => new Map(Object.entries(labels).map(([words, score]) => [nameKey(words), score]));

const labelMap = (labels: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(labels).map(([code, label]) => [code.trim(), label]));
