import { setImmediate } from 'node:timers/promises';
import { freeingBuffers } from './passing-buffers.js';

const MiB = 1024 * 1024;

describe('freeingBuffers', () => {
  it('lets no more gather than was asked for, however much passes', async () => {
    const pass = freeingBuffers(2 * MiB);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    for (let passed = 0; passed < 128 * MiB; passed += 64 * 1024) {
      pass(Buffer.allocUnsafeSlow(64 * 1024).length);
      if (passed % MiB === 0) await setImmediate();
      most = Math.max(most, process.memoryUsage().arrayBuffers - before);
    }
    // Freeing happens beside the program, so some of the next ones may be there already.
    expect(most).toBeLessThan(10 * MiB);
  });
});
