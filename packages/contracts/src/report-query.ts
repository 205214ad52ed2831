import { z } from 'zod';
import { labelSchema } from './feedback.js';
import { localDateSchema } from './primitives.js';

/** A date that somebody asks for: answers are kept from 1990 on. (The period before what was asked may begin earlier.) */
export const askedDateSchema = localDateSchema.refine((value) => value >= '1990-01-01', 'dates start at 1990-01-01');

/** A period of a report: local dates of the workspace's zone, both inclusive. */
export const periodQuerySchema = z.strictObject({ from: askedDateSchema.optional(), to: askedDateSchema.optional() });

/** A period, and the labels of a segment and of a channel. */
export const filterQuerySchema = periodQuerySchema.extend({ segment: labelSchema.optional(), channel: labelSchema.optional() });

const inOrder = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean => from == null || to == null || from <= to;

/** What `refine` takes to refuse a period whose end is before its start, at the field at fault. */
export const endNotBeforeStart: readonly [typeof inOrder, { path: string[]; message: string }] = [inOrder, { path: ['to'], message: 'must not be before from' }];
