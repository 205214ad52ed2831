import { applyDecorators, HttpCode, SerializeOptions } from '@nestjs/common';
import { ApiExtension, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';

/** The success status of a route and the schema its answer passes through; without a schema there is no body. */
export const Answer = (status: number, schema?: z.ZodType) =>
  schema === undefined
    ? applyDecorators(HttpCode(status), ApiResponse({ status }))
    : applyDecorators(HttpCode(status), SerializeOptions({ schema }), ApiResponse({ status, standardSchema: schema }));

/** Error statuses of a route beyond those that every route of its kind may answer. */
export const Problems = (...statuses: number[]) => ApiExtension('x-problems', statuses);
