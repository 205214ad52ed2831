import type { Locale, P } from './primitives.js';

/** A level of the rubric by which staff score a touchpoint. */
export const rubricLevels = [1, 2, 3, 4, 5] as const;
export type RubricLevel = (typeof rubricLevels)[number];

type Levels = Readonly<Record<RubricLevel, string>>;

/** What each level of each P means, as printed beside the choice; the defaults of a workspace. */
export const threePRubric: Readonly<Record<Locale, Readonly<Record<P, Levels>>>> = {
  en: {
    people: {
      1: 'No trained staff, or each answers in their own way',
      2: 'Some are trained; answers still differ from one to another',
      3: 'Trained and consistent, unusual questions are passed up',
      4: 'Trained and consistent, the usual exceptions are settled on the spot',
      5: 'Settle the unusual themselves within set limits, checks show it',
    },
    process: {
      1: 'Not described, time unknown, the customer must chase',
      2: 'Described in part, a time is named but often missed',
      3: 'Described, time set, kept in 80 %, status on request',
      4: 'Time kept in 90 %, the customer is told of the status',
      5: 'Kept in 95 %, status visible, we notice a failure before the customer does',
    },
    product: {
      1: 'Does not do the job, or terms are unclear',
      2: 'Does a part of the job, terms need explaining',
      3: 'Does the main job with known limits',
      4: 'Does the main job well, few limits, terms mostly clear unaided',
      5: 'Does the whole job, terms clear unaided, no worse than the best competitor',
    },
  },
  ru: {
    people: {
      1: 'Нет обученных сотрудников или каждый отвечает по-своему',
      2: 'Часть обучена, но ответы ещё расходятся',
      3: 'Обучены и отвечают одинаково, нестандартный вопрос передают выше',
      4: 'Обучены и отвечают одинаково, частые исключения решают на месте',
      5: 'Решают нестандартный вопрос сами в пределах полномочий, это видно в проверках',
    },
    process: {
      1: 'Процесс не описан, срок неизвестен, клиент узнаёт статус только сам',
      2: 'Описан частично, срок назван, но часто нарушается',
      3: 'Описан, срок задан, соблюдается в 80 % случаев, статус по запросу',
      4: 'Срок соблюдается в 90 % случаев, о статусе клиенту сообщают',
      5: 'Срок соблюдается в 95 %, клиент видит статус сам, сбой замечаем раньше клиента',
    },
    product: {
      1: 'Не решает задачу клиента или условия непонятны',
      2: 'Решает часть задачи, условия приходится объяснять',
      3: 'Решает основную задачу, есть известные ограничения',
      4: 'Хорошо решает основную задачу, ограничений мало, условия почти всегда понятны',
      5: 'Решает задачу полностью, условия понятны без объяснений, не хуже лучшего конкурента',
    },
  },
};
