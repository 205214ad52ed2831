import { writeSync } from 'node:fs';

function writeAll(descriptor: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if (Reflect.get(Object(error), 'code') !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/**
 * Writes a message as JSON and bytes beside it, each with its length before it. Synchronous on purpose: a parser that is
 * ahead of its reader must wait.
 */
export function writeFrame(descriptor: number, message: object, beside: readonly Buffer[] = []): void {
  const pieces = [Buffer.from(JSON.stringify(message)), ...beside];
  const head = Buffer.alloc(4 + 4 * pieces.length);
  head.writeUInt32BE(pieces.length, 0);
  pieces.forEach((piece, index) => head.writeUInt32BE(piece.length, 4 + 4 * index));
  for (const bytes of [head, ...pieces]) writeAll(descriptor, bytes);
}

export interface Frame {
  message: unknown;
  beside: Buffer[];
}

/** Bytes of a stream, taken in the lengths one asks for. */
class Taker {
  private parts: Buffer[] = [];
  private length = 0;

  constructor(private readonly stream: AsyncIterator<Buffer>) {}

  /** Exactly this many bytes; undefined when the stream ended before. */
  async take(length: number): Promise<Buffer | undefined> {
    while (this.length < length) {
      const next = await this.stream.next();
      if (next.done) return undefined;
      this.parts.push(next.value);
      this.length += next.value.length;
    }
    const joined = this.parts.length === 1 ? (this.parts[0] ?? Buffer.alloc(0)) : Buffer.concat(this.parts, this.length);
    const rest = joined.subarray(length);
    this.parts = rest.length > 0 ? [rest] : [];
    this.length = rest.length;
    return joined.subarray(0, length);
  }
}

/** Frames of a stream, as they were written; one that is cut short is dropped. */
export async function* readFrames(stream: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  const taker = new Taker(stream[Symbol.asyncIterator]());
  for (;;) {
    const count = (await taker.take(4))?.readUInt32BE(0);
    const lengths = count === undefined ? undefined : await taker.take(4 * count);
    if (count === undefined || lengths === undefined) return;
    const pieces: Buffer[] = [];
    for (let index = 0; index < count; index++) {
      const piece = await taker.take(lengths.readUInt32BE(4 * index));
      if (piece === undefined) return;
      pieces.push(piece);
    }
    const [message, ...beside] = pieces;
    yield { message: JSON.parse((message ?? Buffer.from('null')).toString()) as unknown, beside };
  }
}
