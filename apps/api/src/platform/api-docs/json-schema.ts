import type { StandardSchemaConversionResult } from '@nestjs/swagger';
import { z } from 'zod';

/** A schema of ours as JSON Schema 2020-12, which is what OpenAPI 3.1 speaks; named schemas become components. */
export function jsonSchemaOf(schema: unknown, io: 'input' | 'output'): StandardSchemaConversionResult | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { $schema: _dialect, $defs = {}, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' });
  return { schema: rest, components: $defs };
}
