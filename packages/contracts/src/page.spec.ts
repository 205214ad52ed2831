import { z } from 'zod';
import { pageQuerySchema, shortListQuerySchema } from './page.js';

const limitOf = (limit: unknown): unknown => pageQuerySchema.safeParse({ limit }).data?.limit;

describe('pageQuerySchema', () => {
  it.each([['1', 1], ['010', 10], ['200', 200], [undefined, 100]])('takes the limit %j', (given, limit) => {
    expect(limitOf(given)).toBe(limit);
  });

  it.each(['0x10', '0b1', ' 10', '10 ', '1e1', '+5', '-5', '5.0', '5.', '', '0', '201', '١٠', '9'.repeat(400), ['1', '2'], null])('refuses the limit %j', (given) => {
    expect(limitOf(given)).toBeUndefined();
  });

  it('is described as a whole number', () => {
    expect(z.toJSONSchema(pageQuerySchema, { io: 'input' })).toHaveProperty('properties.limit', { type: 'integer', minimum: 1, maximum: 200, default: 100 });
  });
});

describe('shortListQuerySchema', () => {
  it('leaves the limit to the list', () => {
    expect(shortListQuerySchema.parse({})).toEqual({});
    expect(shortListQuerySchema.safeParse({ limit: '0x10' }).success).toBe(false);
  });
});
