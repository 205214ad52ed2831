import { guessMoment } from './moments';
import { readCell } from './read-cell';
import type { Column } from './rating';

/** Personal data is left out unless a person asks for it. */
const PERSONAL = /e-?mail|phone|mobile|телефон|почт|(?:first|last|full|middle|sur|given|family|customer|client|guest|passenger|respondent|recipient|contact|user)[ _-]?name|^name$|фио|ф\.и\.о|(?:^|[^\p{L}])имя|фамили|отчеств|address|адрес|passport|паспорт|birth|рожд|(?:^|[^\p{L}])ip(?:$|[^\p{L}])|latitude|longitude|снилс|(?:^|[^\p{L}])инн(?:$|[^\p{L}])/iu;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^(?:\+\d[\d ()-]{8,}|\(?\d{1,4}\)?[ -]\(?\d{2,4}\)?[ -][\d -]{5,})\d$/;

const filled = (column: Column) => column.values.map((value) => value.trim()).filter((value) => value !== '');
const kinds = (column: Column) => new Set(filled(column)).size;
const shareOf = (column: Column, test: (value: string) => boolean) => { const values = filled(column); return values.length === 0 ? 0 : values.filter(test).length / values.length; };

export const isPersonal = (column: Column): boolean =>
  PERSONAL.test(`${column.header} ${column.text ?? ''}`) && shareOf(column, (value) => readCell(value).kind !== 'text') < 0.5
  || shareOf(column, (value) => EMAIL.test(value)) > 0.5 || (shareOf(column, (value) => PHONE.test(value)) > 0.5 && guessMoment(column) == null);

const isUnique = (column: Column) => column.values.length > 0 && filled(column).length === column.values.length && kinds(column) === column.values.length;
const MOST_REPEATED = 0.1;
/** A column that is called a response's own id keeps its role where a few rows come twice or are blank. */
const isOwnId = (column: Column) => /^(?:resp(?:ondent|onse)|survey|submission|interview|анкет)/iu.test(column.header.trim()) && kinds(column) >= column.values.length * (1 - MOST_REPEATED);
const isIdLike = (column: Column) => shareOf(column, (value) => value.length <= 64 && !/\s/.test(value) && !/^\d+[.,]\d+$/.test(value)) === 1;
/** Groups that an NPS answer makes: filtering by them would say nothing. */
const NPS_GROUP = /^(?:promoter|passive|detractor|промоутер|нейтрал|критик|детрактор)s?/iu;
const isLabels = (most: number) => (column: Column) => { const count = kinds(column); return count >= 2 && count <= most && count <= Math.max(2, filled(column).length / 2) && shareOf(column, (value) => NPS_GROUP.test(value)) < 0.5 && shareOf(column, (value) => value.length <= 60) === 1 && shareOf(column, (value) => ['words', 'labelled'].includes(readCell(value).kind)) < 0.5; };
const isWeights = (column: Column) => shareOf(column, (value) => { const weight = Number(value.replace(',', '.')); return weight > 0 && weight <= 1000; }) > 0.9;
const isNumbers = (column: Column) => shareOf(column, (value) => readCell(value).kind === 'score') > 0.5;
const isText = (column: Column) => { const values = filled(column); return values.length > 0 && values.reduce((sum, value) => sum + value.length, 0) / values.length >= 12 && guessMoment(column) == null && shareOf(column, (value) => /\s/.test(value)) > 0.5; };
const isProse = (column: Column) => isText(column) && kinds(column) > filled(column).length * 0.5;

const word = (words: string) => new RegExp(`(?:^|[^\\p{L}])(?:${words})(?:$|[^\\p{L}])`, 'iu');

interface Role { headers: readonly RegExp[]; fits: (column: Column) => boolean; orAny?: (column: Column) => boolean }

/** How the fields of a row are known: by header, the surest first, as long as the values fit; a few by their values alone. */
export const ROLES = {
  id: {
    headers: [/^(?:resp(?:ondent|onse)?[ _-]?(?:id|no|num|number)|respnum|id ответа|id анкеты|номер анкеты|анкета.*|interview.?id|submission.?id|case.?id|record.?id|token)$/iu, /^(?:id|№|n|#|uuid|guid|key|код|номер)$/iu, /(?:^|[ _-])id$|id$|^id[ _-]|номер|№/iu],
    fits: (column) => (isUnique(column) || isOwnId(column)) && isIdLike(column), orAny: (column) => isUnique(column) && isIdLike(column) && filled(column).length > 1 && shareOf(column, (value) => /\d/.test(value) && value.length > 2) > 0.9,
  },
  answeredAt: {
    headers: [/submi|end.?date|end.?time|complet|answered|recorded|finish|responded|дата ответа|заверш|отметка времени|timestamp|interview.?date|дата (?:опроса|интервью|заполнения)/iu, /date|дата/iu, /time|время|month|месяц|период|created/iu],
    fits: (column) => guessMoment(column) != null && !/birth|рожд/iu.test(column.header), orAny: (column) => guessMoment(column) != null && !/birth|рожд/iu.test(column.header),
  },
  weight: { headers: [/^(?:weight|wt|wgt|w|вес)$/iu, word('weight|weights|weighting|wgt|вес|веса|pond'), /weight|_wt$|^wt_/iu], fits: isWeights },
  segment: {
    headers: [/segment|сегмент/iu, word('customer.?type|client.?type|guest.?type|type.?of.?(?:customer|client|guest|traveller|traveler|passenger)|traveller.?type|traveler.?type|тип.?(?:клиента|гостя|пассажира)|loyalty|tier|membership|статус клиента'), word('type.?of.?travel|purpose|trip.?type|цель поездки'), word('class|cabin|plan|package|тариф|пакет|класс'), word('product|продукт|category|категория'), word('region|city|branch|store|hotel|country|nationality|регион|город|филиал|магазин|отель|отделение'), word('age.?(?:group|band|range)?|возраст.*|gender|sex|пол')],
    // Numbers are names of groups only where the header says so.
    fits: (column) => isLabels(60)(column) && (!isNumbers(column) || /segment|сегмент|type|purp|тип|цель/iu.test(column.header)),
  },
  channel: { headers: [/channel|канал/iu, word('platform|device|платформа|устройство'), word('method|mode|способ.*|collection'), word('source|источник|collector.*')], fits: isLabels(30) },
  comment: { headers: [/comment|коммент|verbatim|отзыв|пожелани|suggest/iu, /feedback|improve|why|tell us|почему|расскажите|что .*улучшить|open.?end/iu, /review|text|текст/iu], fits: isText, orAny: isProse },
  customerRef: { headers: [/(?:customer|client|account|member|contact|crm|loyalty|card).?(?:id|ref|no|number|num)$|(?:id|номер|код).?(?:клиента|карты|договора)/iu], fits: (column) => kinds(column) > 1 },
} satisfies Record<string, Role>;

/** Columns that hold codes or counts about the person, which look like ratings when they are small numbers. */
export const NO_RATING = word('gender|sex|age|пол|возраст|income|доход|education|образование|language|lang|язык|year|month|day|week|hour|год|месяц|день|number|count|quantity|qty|количество|число|children|visits?|nights?|flights?|frequency|duration|minutes|delay|distance|zip|index|class|type|status|progress|finished|wave|волна|quota|region|регион|город|city|segment|сегмент|channel|канал|purpose|strata|stratum|average|mean|avg|agegrp|age.?group');

/** The column of a role, or undefined; `taken` ones are not asked again. */
export const findRole = (role: Role, columns: readonly Column[], taken: ReadonlySet<Column>): Column | undefined => {
  const free = columns.filter((column) => !taken.has(column) && column.header !== '');
  for (const header of role.headers) {
    const found = free.find((column) => (header.test(column.header.trim()) || (column.text != null && header.test(column.text))) && role.fits(column));
    if (found != null) return found;
  }
  const { orAny } = role;
  return orAny == null ? undefined : free.find(orAny);
};
