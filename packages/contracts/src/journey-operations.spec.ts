import { z } from 'zod';
import { operationBatchSchema, operationSchema } from './journey-operations.js';

const id = '01890a5d-ac96-774b-bcce-b302099a8057';
const parsed = (operation: unknown) => operationSchema.safeParse(operation);

describe('operationSchema', () => {
  it.each([
    { type: 'addStage', stageId: id, name: 'Waiting' },
    { type: 'moveCard', cardId: id, stageId: id, laneId: id, rank: 'a0V' },
    { type: 'setProperty', target: 'journey', property: 'persona', value: null },
    { type: 'setProperty', target: 'lane', id, property: 'collapsed', value: true },
    { type: 'setProperty', target: 'card', id, property: 'emotion', value: -1.5 },
  ])('takes %j', (operation) => {
    expect(parsed(operation)).toEqual({ success: true, data: operation });
  });

  it.each([
    { type: 'addStage', stageId: id, name: '' },
    { type: 'addStage', stageId: id, name: 'Waiting', colour: 'red' },
    { type: 'renameStage', stageId: 'not-an-id', name: 'Waiting' },
    { type: 'setProperty', target: 'journey', property: 'id', value: id },
    { type: 'setProperty', target: 'card', id, property: 'title', value: 7 },
    { type: 'setProperty', target: 'card', id, property: 'emotion', value: 3 },
    { type: 'erase' },
  ])('refuses %j', (operation) => {
    expect(parsed(operation).success).toBe(false);
  });

  it('trims names and writes ids in lower case', () => {
    expect(parsed({ type: 'renameStage', stageId: id.toUpperCase(), name: ' Waiting ' }).data).toEqual({ type: 'renameStage', stageId: id, name: 'Waiting' });
  });
});

describe('operationBatchSchema', () => {
  it('wants a clientSeq with each operation', () => {
    const removal = { type: 'removeStage', stageId: id };
    expect(operationBatchSchema.safeParse({ clientId: 'c', operations: [{ ...removal, clientSeq: 1 }] }).success).toBe(true);
    expect(operationBatchSchema.safeParse({ clientId: 'c', operations: [removal] }).success).toBe(false);
    expect(operationBatchSchema.safeParse({ clientId: 'c', operations: [] }).success).toBe(false);
  });

  it('can be described as JSON schema', () => {
    expect(z.toJSONSchema(operationBatchSchema, { io: 'input' })).toHaveProperty('$defs.OperationBatch.properties.operations.items.oneOf');
  });
});
