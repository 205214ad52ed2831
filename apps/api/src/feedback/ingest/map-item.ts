import { allLabel, labelSchema, type ResponseItem } from '@afferent/contracts';
import { isValidRating, type Scale } from '@afferent/domain';
import { parseWeight } from '../import/decimal.js';
import { maxIdLength, storable, type MappedRow } from '../import/map-row.js';
import { isoMomentReader, type Moment, type MomentRules } from '../import/moment.js';

export interface KnownQuestion {
  id: string;
  key: string;
  scale: Scale;
}

/** Why an item of a batch was not stored. */
export interface ItemFault {
  code: string;
  detail: string;
}

class ItemRejected extends Error {
  constructor(readonly fault: ItemFault) {
    super(fault.code);
  }
}

const reject = (code: string, detail: string): never => {
  throw new ItemRejected({ code, detail });
};

function label(value: string | null | undefined, what: string): string | null {
  const text = value?.trim() ?? '';
  if (text === '') return null;
  if (text === allLabel) return reject('invalid_label', `“${allLabel}” stands for all values and cannot be a ${what}.`);
  if (!labelSchema.safeParse(text).success) return reject('invalid_label', `A ${what} is one line of at most 200 characters.`);
  return text;
}

const text = (value: string | null | undefined): string | null => storable(value?.trim() ?? '') || null;

/** The rules of the batch endpoint for one survey, item by item: an item that breaks one is rejected whole and does not touch the others. */
export function itemMapper(questions: readonly KnownQuestion[], rules: MomentRules): (item: ResponseItem) => MappedRow | ItemFault {
  const read = isoMomentReader(rules);
  const places = new Map(questions.map((question, index) => [question.key, { index, ...question }]));

  function moment(value: string, field: string): Moment {
    const found = read(value);
    if (found === 'invalid_time') return reject(found, `${field} is not an ISO 8601 time with a zone, nor a date.`);
    if (found === 'time_out_of_range') return reject(found, `${field} is before 1990 or after tomorrow.`);
    return found;
  }

  function externalId(value: string): string {
    const id = value.trim();
    if (id === '') return reject('missing_id', 'externalId is empty.');
    if (id.length > maxIdLength || storable(id) !== id) return reject('invalid_id', `externalId has at most ${maxIdLength} characters and no NUL.`);
    return id;
  }

  function weight(value: number | null | undefined): string | null {
    if (value == null) return null;
    return parseWeight(String(value)) ?? reject('invalid_weight', 'A weight is greater than 0 and at most 1000.');
  }

  function answers(given: Record<string, number>): [number, number][] {
    return Object.entries(given).map(([key, score]) => {
      const question = places.get(key) ?? reject('unknown_question', `The survey has no question “${storable(key)}”.`);
      if (!isValidRating(score, question.scale)) return reject('invalid_answer', `The answer to “${key}” is not a whole number from ${question.scale[0]} to ${question.scale[1]}.`);
      return [question.index, score];
    });
  }

  function attributes(given: ResponseItem['attributes']): Record<string, string> | null {
    const found = Object.entries(given ?? {}).flatMap(([key, value]) => (value === null ? [] : [[storable(key), storable(String(value))] as const]));
    return found.length > 0 ? Object.fromEntries(found) : null;
  }

  return (item) => {
    try {
      const answered = moment(item.answeredAt, 'answeredAt');
      const experienced = item.experiencedAt == null ? undefined : moment(item.experiencedAt, 'experiencedAt');
      return {
        externalId: externalId(item.externalId),
        answeredAt: answered.at,
        experiencedAt: experienced?.at ?? null,
        day: (experienced ?? answered).day,
        segment: label(item.segment, 'segment'),
        channel: label(item.channel, 'channel'),
        weight: weight(item.weight),
        attributes: attributes(item.attributes),
        comment: text(item.comment),
        customerRef: text(item.customerRef),
        answers: answers(item.answers),
      };
    } catch (error) {
      if (error instanceof ItemRejected) return error.fault;
      throw error;
    }
  };
}
