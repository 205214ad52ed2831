import { nameKey } from '@afferent/domain';
import { z } from 'zod';
import { labelSchema, questionKeySchema, scaleFitsMetric, scaleSchema } from './feedback.js';
import { templateColumns } from './import-columns.js';
import { ruleBroken, type MappingFault } from './mapping-faults.js';
import { lineSchema, questionMetricSchema, timezoneSchema } from './primitives.js';

const columnSchema = z.string().trim().min(1).max(500);
const templateSchema = z.string().min(1).max(1000);

/** Delimiters of a CSV file; `tab` may be written as a word. */
export const delimiterSchema = z.enum([',', ';', '|', '\t', 'tab']).transform((value) => (value === 'tab' ? '\t' : value));
export type Delimiter = z.infer<typeof delimiterSchema>;

const encodingNames: Record<string, 'utf-8' | 'windows-1251'> = { 'utf-8': 'utf-8', utf8: 'utf-8', 'windows-1251': 'windows-1251', cp1251: 'windows-1251' };
export const encodingSchema = z.string().max(20).transform((value, ctx) => {
  const known = encodingNames[value.toLowerCase()];
  if (known) return known;
  ctx.addIssue(ruleBroken('unknown_encoding', 'must be utf-8 or windows-1251'));
  return z.NEVER;
});
export type Encoding = z.infer<typeof encodingSchema>;

const momentSchema = z.strictObject({
  template: templateSchema.optional(),
  column: columnSchema.optional(),
  format: z.string().min(1).max(100).optional(),
  timezone: timezoneSchema.optional(),
}).refine((moment) => (moment.template == null) !== (moment.column == null), ruleBroken('column_or_template', 'give either template or column'));
export type ImportMoment = z.infer<typeof momentSchema>;

/** Where the column names stand: the line (as a spreadsheet counts), how many lines they take, and how many lines below are not answers. */
export const headerPlaceSchema = z.strictObject({
  row: z.number().int().min(1).max(200).default(1),
  rows: z.number().int().min(1).max(3).default(1),
  skip: z.number().int().min(0).max(20).default(0),
});
export type HeaderPlace = z.infer<typeof headerPlaceSchema>;

const labelsSchema = z.record(z.string().max(500), labelSchema);
const labelledSchema = z.strictObject({ column: columnSchema, labels: labelsSchema });
const columnOnlySchema = z.strictObject({ column: columnSchema });

const mappedQuestionSchema = z.strictObject({
  key: questionKeySchema,
  column: columnSchema,
  metric: questionMetricSchema,
  scale: scaleSchema,
  missing: z.array(z.union([z.string().max(200), z.number()]).transform((value) => String(value).trim())).max(100).default([]),
  /** Scores of answers that are words: `{"Very satisfied": 5}`. */
  labels: z.record(z.string().max(500), z.number().int().min(-100).max(100)).optional(),
  /** Takes decimals for the nearest whole score (half goes up); without it they are rejected. */
  round: z.boolean().optional(),
  touchpoint: lineSchema(200).nullable(),
});

const attributeSchema = z.strictObject({ key: lineSchema(100), column: columnSchema, labels: z.record(z.string().max(500), z.string().max(500)).optional() });

const shapeSchema = z.strictObject({
  name: lineSchema(200),
  format: z.enum(['csv', 'xlsx']),
  delimiter: delimiterSchema.optional(),
  encoding: encodingSchema.optional(),
  sheet: z.string().min(1).max(200).optional(),
  header: headerPlaceSchema.optional(),
  externalId: z.strictObject({ template: templateSchema.refine((value) => templateColumns(value).length > 0, ruleBroken('no_place', 'must name at least one {COLUMN}')) }),
  answeredAt: momentSchema,
  experiencedAt: momentSchema.optional(),
  weight: columnOnlySchema.optional(),
  segment: labelledSchema.optional(),
  channel: labelledSchema.optional(),
  attributes: z.array(attributeSchema).max(200).optional(),
  comment: columnOnlySchema.optional(),
  customerRef: columnOnlySchema.optional(),
  questions: z.array(mappedQuestionSchema).min(1).max(500),
});

const touchpointKey = (name: string | null): string => (name == null ? '' : nameKey(name));

/** The import mapping of `api.md`: which column of a table means what. A document that breaks a rule in itself fails with one issue per fault. */
export const importMappingSchema = shapeSchema.superRefine((mapping, ctx) => {
  const keys = new Set<string>();
  const asked = new Set<string>();
  mapping.questions.forEach((question, index) => {
    const refuse = (field: string, fault: MappingFault, message: string) => ctx.addIssue({ ...ruleBroken(fault, message), path: ['questions', index, field] });
    if (keys.has(question.key)) refuse('key', 'repeated_key', 'two questions have this key');
    keys.add(question.key);
    const pair = `${touchpointKey(question.touchpoint)}\u0000${question.metric}`;
    if (asked.has(pair)) refuse('touchpoint', 'repeated_question', 'one question per touchpoint and metric');
    asked.add(pair);
    if (!scaleFitsMetric(question.metric, question.scale)) refuse('scale', 'scale_misfit', `this scale does not fit ${question.metric}`);
    if (Object.values(question.labels ?? {}).some((score) => score < question.scale[0] || score > question.scale[1])) refuse('labels', 'score_outside_scale', 'a score is outside the scale');
  });
  const attributeKeys = (mapping.attributes ?? []).map((attribute) => attribute.key);
  attributeKeys.forEach((key, index) => {
    if (attributeKeys.indexOf(key) !== index) ctx.addIssue({ ...ruleBroken('repeated_attribute', 'two attributes have this key'), path: ['attributes', index, 'key'] });
  });
}).meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof importMappingSchema>;
/** The mapping as it is written in a file, before trimming and defaults. */
export type ImportMappingInput = z.input<typeof importMappingSchema>;
