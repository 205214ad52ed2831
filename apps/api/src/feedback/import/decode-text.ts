import { UnreadableFile } from './table.js';

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, index) => bytes[index] === byte);

const looked = 64 * 1024;
/** A text of one-byte characters has no NUL; in UTF-16 every second byte of Latin letters, digits and delimiters is one. */
const isWide = (start: Uint8Array): boolean => {
  const part = start.subarray(0, looked);
  return part.filter((byte) => byte === 0).length * 5 > part.length;
};

/** Refuses what is surely not a text table in a supported encoding, with words that say what to do. */
export function refuseForeignBytes(start: Uint8Array): void {
  if (startsWith(start, 0x50, 0x4b, 0x03, 0x04)) throw new UnreadableFile('archive_not_csv');
  if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff) || isWide(start)) throw new UnreadableFile('utf_16');
}

/**
 * Text of a byte stream with every line break as `\n`, so that records can be cut the same way whatever wrote the file.
 * Bytes that are not valid UTF-8 become U+FFFD and are judged where they stand, row by row.
 */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let carry = '';
  for await (const chunk of bytes) {
    const text = carry + decoder.decode(chunk, { stream: true });
    carry = text.endsWith('\r') ? '\r' : '';
    const whole = carry ? text.slice(0, -1) : text;
    if (whole) yield whole.replace(/\r\n?/g, '\n');
  }
  const rest = carry + decoder.decode();
  if (rest) yield rest.replace(/\r\n?/g, '\n');
}
