import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFrames, writeFrame, type Frame } from './frames.js';

const folder = mkdtempSync(join(tmpdir(), 'afferent-frames-'));
afterAll(() => rmSync(folder, { recursive: true }));

function written(...frames: [object, Buffer[]][]): Buffer {
  const path = join(folder, 'frames');
  const descriptor = openSync(path, 'w');
  for (const [message, beside] of frames) writeFrame(descriptor, message, beside);
  closeSync(descriptor);
  return readFileSync(path);
}
async function read(bytes: Buffer, size: number): Promise<Frame[]> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const frames: Frame[] = [];
  for await (const frame of readFrames(pieces())) frames.push(frame);
  return frames;
}

describe('frames', () => {
  const bytes = written([{ type: 'a', text: 'Привет\u2028' }, []], [{ type: 'b' }, [Buffer.from('{1,2}'), Buffer.alloc(0), Buffer.from('я')]]);

  it.each([1, 3, 7, 1000])('come back whole however the stream is cut (%i bytes)', async (size) => {
    expect(await read(bytes, size)).toEqual([
      { message: { type: 'a', text: 'Привет\u2028' }, beside: [] },
      { message: { type: 'b' }, beside: [Buffer.from('{1,2}'), Buffer.alloc(0), Buffer.from('я')] },
    ]);
  });

  it('drop the one that a killed writer left unfinished', async () => {
    for (let cut = 1; cut < 12; cut++) expect(await read(bytes.subarray(0, bytes.length - cut), 5)).toHaveLength(1);
  });
});
