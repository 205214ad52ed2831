import { buffer } from 'node:stream/consumers';
import type { MultipartFile, MultipartValue } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { storable } from '../import/map-row.js';
import { Problem } from '../../platform/http/problem.js';
import { errorCode } from './error-code.js';
import type { Spool } from './spool.js';

/** A multipart form that was received: its file on disk, its other fields as text. */
export interface Upload {
  path: string;
  fileName: string;
  fields: ReadonlyMap<string, string>;
}

const maxFieldBytes = 1024 * 1024;
const bad = (path: string, code: string, detail: string) => new Problem(400, code, detail, { issues: [{ path, code, message: detail }] });

async function fieldOf(part: MultipartFile | MultipartValue): Promise<string> {
  // A field may come as a small file, as `curl -F mapping=@mapping.json` sends it.
  const text = part.type === 'file' ? (await buffer(part.file)).toString('utf8') : String(part.value);
  const cut = part.type === 'file' ? part.file.truncated : part.valueTruncated;
  if (cut || Buffer.byteLength(text) > maxFieldBytes) throw new Problem(413, 'too_large', `The field ${part.fieldname} is larger than 1 MiB`);
  return text.replace(/^\ufeff/, '');
}

async function receiveParts(request: FastifyRequest, spool: Spool, names: readonly string[], found: { path?: string; fileName?: string; fields: Map<string, string> }): Promise<void> {
  const limits = { parts: 10, fields: 9, files: 5, fieldSize: maxFieldBytes, fileSize: Number.MAX_SAFE_INTEGER };
  for await (const part of request.parts({ limits })) {
    if (part.fieldname !== 'file' && !names.includes(part.fieldname)) throw bad(part.fieldname.slice(0, 100), 'unknown_field', 'This field is not known here');
    if (found.fields.has(part.fieldname) || (part.fieldname === 'file' && found.path !== undefined)) throw bad(part.fieldname, 'repeated_field', 'This field was sent twice');
    if (part.fieldname !== 'file') found.fields.set(part.fieldname, await fieldOf(part));
    else if (part.type === 'file') {
      found.fileName = storable(part.filename).slice(0, 255);
      found.path = await spool.receive(part.file);
    } else throw bad('file', 'invalid_file', 'The part named file must be a file');
  }
}

/**
 * Receives a form with a `file` and the named fields, in any order; the file goes to disk as it comes.
 * Whoever calls this must keep or remove the file.
 */
export async function receiveUpload(request: FastifyRequest, spool: Spool, names: readonly string[]): Promise<Upload> {
  if (!request.isMultipart()) throw new Problem(415, 'unsupported_media', 'This call takes multipart/form-data');
  const found: { path?: string; fileName?: string; fields: Map<string, string> } = { fields: new Map() };
  try {
    await receiveParts(request, spool, names, found);
    if (found.path === undefined) throw bad('file', 'required', 'A part named file is needed');
    return { path: found.path, fileName: found.fileName ?? '', fields: found.fields };
  } catch (error) {
    if (found.path !== undefined) await spool.remove(found.path);
    // What is left of the body is read and dropped, so that the client gets to hear the answer.
    request.raw.resume();
    throw errorCode(error).startsWith('FST_') ? formProblem(errorCode(error)) : error;
  }
}

const formProblem = (code: string): Problem =>
  /LIMIT|TOO_LARGE/.test(code) ? new Problem(413, 'too_large', 'The form has too many or too large parts') : new Problem(400, 'bad_form', 'The form cannot be read');
