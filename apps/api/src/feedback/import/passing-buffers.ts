import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

// The only way to the collector that needs no flag where the process is started.
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as NonNullable<typeof gc>;
setFlagsFromString('--no-expose-gc');

/**
 * Frees the buffers of a file that passes through, every time so many of its bytes have passed. Each is garbage after a moment, but V8
 * lets 32 MiB of them gather before it looks; looking at the young generation takes less than a millisecond.
 */
export function freeingBuffers(everyBytes: number): (passed: number) => void {
  let passedBytes = 0;
  return (passed) => {
    passedBytes += passed;
    if (passedBytes < everyBytes) return;
    passedBytes = 0;
    collect({ type: 'minor' });
  };
}
