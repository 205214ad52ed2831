import { z } from 'zod';
import { importFaultCodeSchema, importFaultSchema, importNoticeSchema } from './import-notices.js';
import { pageSchema } from './page.js';
import { idSchema, instantSchema } from './primitives.js';

export const importStatusSchema = z.enum(['queued', 'running', 'done', 'failed', 'cancelled']);
export type ImportStatus = z.infer<typeof importStatusSchema>;

export const importAcceptedSchema = z.object({ id: idSchema }).meta({ id: 'ImportAccepted' });

/** Where an import stands. `rowsRead = accepted + duplicates + rejected`, in rows; `progress` is 0..1. */
export const importSchema = z.object({
  id: idSchema,
  name: z.string(),
  fileName: z.string(),
  journeyId: idSchema.nullable(),
  status: importStatusSchema,
  progress: z.number(),
  rowsRead: z.number().int(),
  accepted: z.number().int(),
  duplicates: z.number().int(),
  rejected: z.number().int(),
  rejectedAnswers: z.number().int(),
  warnings: z.array(z.string()),
  error: z.string().nullable(),
  /** The warnings and the error as codes, to be said in the reader's language. */
  notices: z.array(importNoticeSchema),
  failure: importNoticeSchema.nullable(),
  surveyId: idSchema.nullable(),
  /** First and last local date among the usable rows, new or known; null while there is none. */
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  createdAt: instantSchema,
  finishedAt: instantSchema.nullable(),
}).meta({ id: 'Import' });
export type Import = z.infer<typeof importSchema>;

export const importsSchema = pageSchema(importSchema).meta({ id: 'Imports' });
export type Imports = z.infer<typeof importsSchema>;

/** A mapping kept from an import under its name, ready for the next file. */
export const savedMappingSchema = z.object({
  id: idSchema,
  name: z.string(),
  journeyId: idSchema.nullable(),
  surveyId: idSchema.nullable(),
  updatedAt: instantSchema,
  mapping: z.record(z.string(), z.unknown()),
}).meta({ id: 'SavedMapping' });
export type SavedMapping = z.infer<typeof savedMappingSchema>;

export const savedMappingsSchema = pageSchema(savedMappingSchema).meta({ id: 'SavedMappings' });
export type SavedMappings = z.infer<typeof savedMappingsSchema>;

/** Answer of `POST …/imports/preview`: the first rows as text, and how the file was read. */
export const importPreviewSchema = z.object({
  format: z.enum(['csv', 'xlsx']),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  sheets: z.array(z.string()),
  sheet: z.string().nullable(),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** The first line's number in the file, and of every row: blank lines are counted but not shown. */
  headerRow: z.number().int(),
  rowNumbers: z.array(z.number().int()),
  warnings: z.array(z.string()),
  notices: z.array(importNoticeSchema),
}).meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof importPreviewSchema>;

/**
 * Answer of `POST …/imports/check`: what the same file and mapping would do, without storing. `complete` is false when only the first
 * 50,000 rows were read; the counts are those rows'. As long as nothing else is stored meanwhile, an import of the same rows counts the same.
 */
export const importCheckSchema = z.object({
  rowsRead: z.number().int(),
  wouldAccept: z.number().int(),
  /** Rows whose id came before in the same file, or is in the survey already. */
  duplicates: z.number().int(),
  rejected: z.number().int(),
  rejectedAnswers: z.number().int(),
  complete: z.boolean(),
  warnings: z.array(z.string()),
  error: z.string().nullable(),
  notices: z.array(importNoticeSchema),
  failure: importNoticeSchema.nullable(),
  firstDay: z.iso.date().nullable(),
  lastDay: z.iso.date().nullable(),
  faults: z.array(z.object({ code: importFaultCodeSchema, column: z.string().nullable(), count: z.number().int() })),
  samples: z.array(importFaultSchema),
}).meta({ id: 'ImportCheck' });
export type ImportCheck = z.infer<typeof importCheckSchema>;
