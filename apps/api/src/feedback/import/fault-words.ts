import type { ImportFault, ImportFaultCode } from '@afferent/contracts';
import { fillWords } from './notice-words.js';

export type Language = 'en' | 'ru';
/** A fault of a row without its words. */
export type BareFault = Omit<ImportFault, 'detail'>;

const words: Record<Language, Record<ImportFaultCode, string>> = {
  en: {
    invalid_answer: 'The answer is not a whole number from {min} to {max}.',
    invalid_encoding: 'The text is damaged: it is not in the file’s encoding.',
    invalid_id: 'An id has at most {max} characters and no NUL.',
    invalid_time: 'This is not a date in the mapping’s format.',
    invalid_weight: 'A weight is a number greater than 0 and at most 1000.',
    field_too_long: 'The record is longer than 1 MiB.',
    missing_id: 'The row has no id.',
    missing_time: 'The row has no time of answer.',
    time_out_of_range: 'The date is before 1990 or after tomorrow.',
    too_many_fields: 'The row has {fields} fields, the header has {columns}.',
    unclosed_quote: 'A quote opened in this line is not closed properly; the line was left out and reading went on with the next one.',
  },
  ru: {
    invalid_answer: 'Оценка — не целое число от {min} до {max}.',
    invalid_encoding: 'Текст повреждён: он не в кодировке файла.',
    invalid_id: 'Номер длиннее {max} знаков или содержит недопустимый знак.',
    invalid_time: 'Это не дата того вида, который указан в разметке.',
    invalid_weight: 'Вес — число больше 0 и не больше 1000.',
    field_too_long: 'Запись длиннее 1 МиБ.',
    missing_id: 'В строке нет номера.',
    missing_time: 'В строке нет даты ответа.',
    time_out_of_range: 'Дата раньше 1990 года или позже завтрашнего дня.',
    too_many_fields: 'Полей в строке: {fields}, столбцов в заголовке: {columns}.',
    unclosed_quote: 'Кавычка в этой строке не закрыта; строка пропущена, чтение продолжено со следующей.',
  },
};

/** Why a row or an answer is left out, in words. */
export const faultWords = ({ code, params }: Pick<ImportFault, 'code' | 'params'>, language: Language): string => fillWords(words[language][code], params);

export const toldFault = (fault: BareFault): ImportFault => ({ ...fault, detail: faultWords(fault, 'en') });
