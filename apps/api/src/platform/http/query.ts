import { Query } from '@nestjs/common';
import type { z } from 'zod';

const declared = Symbol('takes a query');

/** The query of a route, checked by the schema. A route without it takes none: the framework's own `@Query` stays shut. */
export const CheckedQuery = (schema: z.ZodType): ParameterDecorator => (target, name, index) => {
  Query({ schema })(target, name, index);
  if (name !== undefined) Reflect.defineMetadata(declared, true, target, name);
};

/** Whether a method of a controller's class declares its query. */
export const declaresQuery = (controller: { readonly prototype: object }, method: string): boolean =>
  Reflect.getMetadata(declared, controller.prototype, method) === true;
