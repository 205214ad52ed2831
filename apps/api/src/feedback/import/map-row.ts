import { nameKey } from '@afferent/domain/name-key';
import { parseWeight } from './decimal.js';
import { rowNumber, type LabelledLayout, type Layout, type MomentLayout, type Piece } from './layout.js';
import { momentReader, type Moment, type MomentFault, type MomentRules } from './moment.js';
import type { Fault, RawRow } from './table.js';

/** One row as it will be stored; `answers` pair the question's place in the mapping with the score. */
export interface MappedRow {
  externalId: string;
  answeredAt: string;
  experiencedAt: string | null;
  day: string;
  segment: string | null;
  channel: string | null;
  weight: string | null;
  attributes: Record<string, string> | null;
  comment: string | null;
  customerRef: string | null;
  answers: [question: number, score: number][];
}

/** What became of a row: stored with single answers left out, or rejected whole. */
export type RowOutcome = { row: MappedRow; faults: Fault[] } | { row?: never; faults: [Fault] };

export const maxIdLength = 500;
const damaged = '\ufffd';
const integer = /^([+-]?\d{1,9})(?:[.,]0+)?$/;
const decimal = /^[+-]?\d{1,9}[.,]\d+$/;
/** A whole number as programs write it whose columns hold decimals: `2.0` is the code 2. */
const padded = /^([+-]?\d{1,9})[.,]0+$/;
const labelOf = <T>(labels: ReadonlyMap<string, T> | undefined, value: string): T | undefined => labels?.get(value) ?? labels?.get(padded.exec(value)?.[1] ?? value);

class RowRejected extends Error {
  constructor(readonly fault: Fault) {
    super(fault.code);
  }
}

/** Text as Postgres can store it: without NUL and broken surrogates. */
export const storable = (text: string): string => text.replace(/\u0000/g, '').replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, damaged);

/** Told of each value of a segment's or channel's column that the mapping has no label for. */
export type OnUnlabelled = (column: string, value: string) => void;

/** The rules of the import mapping for one file, row by row (api.md, Import mapping). */
export function rowMapper(layout: Layout, rules: MomentRules, onUnlabelled?: OnUnlabelled): (raw: RawRow) => RowOutcome {
  const readers = new Map<MomentLayout, { format: (text: string) => Moment | MomentFault; exact: (text: string) => Moment | MomentFault }>();
  for (const moment of [layout.answeredAt, layout.experiencedAt]) {
    if (moment) readers.set(moment, { format: momentReader(moment.spec, rules), exact: momentReader({ timezone: moment.spec.timezone }, rules) });
  }
  const nameOf = (column: number) => layout.header[column] ?? '';

  function used(raw: RawRow, column: number): string {
    const text = (raw.cells[column] ?? '').trim();
    if (text.includes(damaged)) throw new RowRejected({ code: 'invalid_encoding', column: nameOf(column), value: text });
    return text;
  }

  /** Text of a template, or undefined where one of its columns is blank. */
  function fill(raw: RawRow, pieces: Piece[], read = (value: string) => value): string | undefined {
    let text = '';
    for (const piece of pieces) {
      if (typeof piece === 'string') text += piece;
      else if (piece === rowNumber) text += String(raw.number);
      else {
        const value = used(raw, piece);
        if (value === '') return undefined;
        text += read(value);
      }
    }
    return text.trim();
  }

  const columnsOf = (pieces: Piece[]) => pieces.flatMap((piece) => (typeof piece === 'number' ? [nameOf(piece)] : [])).join(', ');

  function moment(raw: RawRow, where: MomentLayout): Moment | undefined {
    // Parts of a date are whole numbers: the day 13 may stand as 13.0.
    const text = fill(raw, where.pieces, where.pieces.length > 1 ? (value) => padded.exec(value)?.[1] ?? value : undefined);
    if (text === undefined) return undefined;
    const read = readers.get(where);
    const only = where.pieces.length === 1 ? where.pieces[0] : undefined;
    const exact = typeof only === 'number' ? raw.exact?.get(only) : undefined;
    const found = (exact !== undefined && read?.exact(exact)) || read?.format(text) || 'invalid_time';
    if (typeof found === 'string') throw new RowRejected({ code: found, column: columnsOf(where.pieces), value: text });
    return found;
  }

  function externalId(raw: RawRow): string {
    const id = fill(raw, layout.externalId);
    if (id === undefined) throw new RowRejected({ code: 'missing_id', column: columnsOf(layout.externalId) });
    if (id.length > maxIdLength || storable(id) !== id) throw new RowRejected({ code: 'invalid_id', params: { max: maxIdLength }, column: columnsOf(layout.externalId), value: id });
    return id;
  }

  function weight(raw: RawRow): string | null {
    if (layout.weight === undefined) return null;
    const text = used(raw, layout.weight);
    if (text === '') return null;
    const parsed = parseWeight(text);
    if (parsed === undefined) throw new RowRejected({ code: 'invalid_weight', column: nameOf(layout.weight), value: text });
    return parsed;
  }

  function label(raw: RawRow, where: LabelledLayout | undefined): string | null {
    if (!where) return null;
    const value = used(raw, where.column);
    const found = labelOf(where.labels, value);
    if (found === undefined && value !== '') onUnlabelled?.(nameOf(where.column), value);
    return found ?? null;
  }
  const text = (raw: RawRow, column: number | undefined) => (column === undefined ? null : storable((raw.cells[column] ?? '').trim()) || null);

  function attributes(raw: RawRow): Record<string, string> | null {
    const found: [string, string][] = [];
    for (const { key, column, labels } of layout.attributes) {
      const value = storable(used(raw, column));
      if (value !== '') found.push([key, labelOf(labels, value) ?? value]);
    }
    return found.length > 0 ? Object.fromEntries(found) : null;
  }

  function answers(raw: RawRow, faults: Fault[]): [number, number][] {
    const found: [number, number][] = [];
    for (const { index, column, min, max, missing, labels, round } of layout.questions) {
      const value = (raw.cells[column] ?? '').trim();
      if (value === '' || missing.has(value)) continue;
      const whole = integer.exec(value)?.[1];
      if (whole !== undefined && missing.has(whole)) continue;
      const score = labelOf(labels, nameKey(value)) ?? (whole === undefined && round && decimal.test(value) ? Math.round(Number(value.replace(',', '.'))) : Number(whole));
      if (score >= min && score <= max) found.push([index, score]);
      else faults.push({ code: 'invalid_answer', params: { min, max }, column: nameOf(column), value });
    }
    return found;
  }

  function map(raw: RawRow): RowOutcome {
    if (raw.fault) throw new RowRejected(raw.fault);
    if (raw.cells.length > layout.width) {
      throw new RowRejected({ code: 'too_many_fields', params: { fields: raw.cells.length, columns: layout.width } });
    }
    const id = externalId(raw);
    const answered = moment(raw, layout.answeredAt);
    if (!answered) throw new RowRejected({ code: 'missing_time', column: columnsOf(layout.answeredAt.pieces) });
    const experienced = layout.experiencedAt && moment(raw, layout.experiencedAt);
    const faults: Fault[] = [];
    return {
      faults,
      row: {
        externalId: id,
        answeredAt: answered.at,
        experiencedAt: experienced?.at ?? null,
        day: (experienced ?? answered).day,
        segment: label(raw, layout.segment),
        channel: label(raw, layout.channel),
        weight: weight(raw),
        attributes: attributes(raw),
        comment: text(raw, layout.comment),
        customerRef: layout.customerRef === undefined ? null : storable(used(raw, layout.customerRef)) || null,
        answers: answers(raw, faults),
      },
    };
  }

  return (raw) => {
    try {
      return map(raw);
    } catch (error) {
      if (error instanceof RowRejected) return { faults: [error.fault] };
      throw error;
    }
  };
}
