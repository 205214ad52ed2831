import { templateColumns, type ImportMapping, type ImportMoment } from '@afferent/contracts';

/** A template's pieces: literal text, or the index of the column whose value stands there. */
export type Piece = string | number;

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
  questions: { index: number; column: number; min: number; max: number; missing: ReadonlySet<string> }[];
}

export type LayoutResult = { layout: Layout; warnings: string[]; error?: never } | { error: string; warnings: string[]; layout?: never };

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

/** Finds the mapping's columns in a header. Without the columns that identify and date a row nothing can be stored; other losses are warnings. */
export function findLayout(mapping: ImportMapping, rawHeader: string[]): LayoutResult {
  const header = rawHeader.map((name) => name.trim());
  const warnings: string[] = [];
  const places = new Map<string, number[]>();
  header.forEach((name, index) => places.set(name, [...(places.get(name) ?? []), index]));

  const vital = [...templateColumns(mapping.externalId.template), ...momentColumns(mapping.answeredAt), ...(mapping.experiencedAt ? momentColumns(mapping.experiencedAt) : [])];
  for (const name of vital) {
    const count = places.get(name)?.length ?? 0;
    if (count === 0) return { warnings, error: `The column "${name}", which the id or the time of a response is made of, is not in the file's header.` };
    if (count > 1) return { warnings, error: `The column "${name}", which the id or the time of a response is made of, is in the file's header ${count} times.` };
  }

  const find = (name: string, loss: string): number | undefined => {
    const found = places.get(name) ?? [];
    if (found.length === 1) return found[0];
    warnings.push(`The column "${name}" is ${found.length === 0 ? 'not in the file' : `in the file ${found.length} times`}: ${loss}.`);
    return undefined;
  };
  const pieces = (template: string): Piece[] =>
    template.split(/(\{[^{}]+\})/).filter((part) => part !== '').map((part) => (/^\{[^{}]+\}$/.test(part) ? places.get(part.slice(1, -1).trim())?.[0] ?? part : part));
  const moment = (spec: ImportMoment): MomentLayout => ({ pieces: pieces(spec.template ?? `{${spec.column}}`), spec });
  const labelled = (spec: { column: string; labels: Record<string, string> } | undefined, what: string): LabelledLayout | undefined => {
    const column = spec && find(spec.column, `no response has a ${what}`);
    return spec && column !== undefined ? { column, labels: labelMap(spec.labels) } : undefined;
  };

  return {
    warnings,
    layout: {
      header,
      width: header.length,
      externalId: pieces(mapping.externalId.template),
      answeredAt: moment(mapping.answeredAt),
      experiencedAt: mapping.experiencedAt && moment(mapping.experiencedAt),
      weight: mapping.weight && find(mapping.weight.column, 'every response counts with weight 1'),
      segment: labelled(mapping.segment, 'segment'),
      channel: labelled(mapping.channel, 'channel'),
      attributes: (mapping.attributes ?? []).flatMap(({ key, column, labels }) => {
        const place = find(column, `the attribute "${key}" was left out`);
        return place === undefined ? [] : [{ key, column: place, labels: labels && labelMap(labels) }];
      }),
      comment: mapping.comment && find(mapping.comment.column, 'comments were left out'),
      customerRef: mapping.customerRef && find(mapping.customerRef.column, 'customer references were left out'),
      questions: mapping.questions.flatMap(({ key, column, scale: [min, max], missing }, index) => {
        const place = find(column, `the question "${key}" was left out`);
        return place === undefined ? [] : [{ index, column: place, min, max, missing: new Set(missing) }];
      }),
    },
  };
}

const labelMap = (labels: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(labels).map(([code, label]) => [code.trim(), label]));
