import { SaxesParser } from 'saxes';
import { UnreadableFile } from '../table.js';

export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>): void;
  text(text: string): void;
  close(name: string): void;
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Parses a part of a spreadsheet piece by piece, calling the handlers; it yields after each piece, so that rows can be handed on. */
export async function* readXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false, xmlns: false });
  let fault: UnreadableFile | undefined;
  parser.on('error', () => {
    fault ??= new UnreadableFile('spreadsheet_damaged');
  });
  parser.on('doctype', () => {
    fault ??= new UnreadableFile('spreadsheet_unsafe');
  });
  parser.on('opentag', (tag) => handlers.open(local(tag.name), tag.attributes));
  parser.on('text', (text) => handlers.text(text));
  parser.on('cdata', (text) => handlers.text(text));
  parser.on('closetag', (tag) => handlers.close(local(tag.name)));
  // One decoder for the whole part, so that a letter of several bytes may lie across two pieces.
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of bytes) {
    parser.write(decoder.decode(chunk, { stream: true }));
    if (fault) throw fault;
    yield;
  }
  parser.close();
  if (fault) throw fault;
  yield;
}

/** The same for a part that is wanted whole. */
export async function readWholeXml(bytes: AsyncIterable<Uint8Array>, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(bytes, handlers));
}
