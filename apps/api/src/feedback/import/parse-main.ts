import { text } from 'node:stream/consumers';
import { writeFrame } from './frames.js';
import type { ParseJob } from './parse-job.js';
import { parse } from './parse-tasks.js';

// A process of its own: hostile files meet a memory cap here, and the API's event loop never parses.
await parse(JSON.parse(await text(process.stdin)) as ParseJob, (message) => {
  if (message.type === 'chunk') writeFrame(1, { ...message, faults: null, batch: { ...message.batch, columns: [] } }, [message.faults, ...message.batch.columns]);
  else if (message.type === 'ids') writeFrame(1, { type: message.type }, [message.ids]);
  else writeFrame(1, message);
});
process.exit(0);
