import { writeSync } from 'node:fs';

/** Writes a message with its length before it. Synchronous on purpose: a parser that is ahead of its reader must wait. */
export function writeFrame(descriptor: number, message: object): void {
  const body = Buffer.from(JSON.stringify(message));
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  body.copy(frame, 4);
  for (let at = 0; at < frame.length;) {
    try {
      at += writeSync(descriptor, frame, at);
    } catch (error) {
      if (Reflect.get(Object(error), 'code') !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** Messages of a stream of frames, parsed as JSON. */
export async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<unknown> {
  let parts: Buffer[] = [];
  let length = 0;
  let wanted = 4;
  let inBody = false;
  for await (const part of stream) {
    parts.push(part);
    length += part.length;
    while (length >= wanted) {
      const joined = Buffer.concat(parts, length);
      const piece = joined.subarray(0, wanted);
      parts = [joined.subarray(wanted)];
      length -= wanted;
      if (inBody) yield JSON.parse(piece.toString('utf8')) as unknown;
      wanted = inBody ? 4 : piece.readUInt32BE(0);
      inBody = !inBody;
    }
  }
}
