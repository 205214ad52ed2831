import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

export const JSON_LIMIT = 1024 * 1024;
/** What strangers send is parsed before anything is known about them. */
const STRANGERS_LIMIT = 64 * 1024;
const BODY_TIME_MS = 30_000;

/** Other sites can make browsers send these to any address without asking first. */
const reportTypes = ['application/csp-report', 'application/reports+json'];

const unreadable = () => new Problem(400, 'bad_request', 'The body is not UTF-8 text');
const unsupported = (detail: string) => new Problem(415, 'unsupported_media', detail);

/** Bodies are JSON in UTF-8 of a limited size that arrives in a limited time; only routes that say so take uploads. */
export function limitBodies(server: FastifyInstance): void {
  acceptJsonOnly(server);
  server.addHook('onRoute', (route) => {
    if (route.config?.access === 'public') route.bodyLimit = STRANGERS_LIMIT;
  });
  server.addHook('preParsing', limitBody);
}

function acceptJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser<Buffer>(['application/json', ...reportTypes], { parseAs: 'buffer' }, (request, body, done) => {
    if (body.length === 0) {
      done(null, undefined);
      return;
    }
    let text: string;
    try {
      text = utf8.decode(body);
    } catch {
      done(unreadable());
      return;
    }
    parse(request, text, done);
  });
}

/** Refuses uploads where none are expected, compressed bodies, and bodies that trickle in. */
async function limitBody(request: FastifyRequest, _reply: unknown, payload: NodeJS.ReadableStream): Promise<NodeJS.ReadableStream> {
  const { multipart, reports } = request.routeOptions.config;
  const encoding = request.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw unsupported('Compressed bodies are not taken');
  const type = request.headers['content-type']?.toLowerCase() ?? '';
  const isUpload = type.startsWith('multipart/');
  if (isUpload && multipart === true) return payload;
  if (isUpload || (reports !== true && reportTypes.some((each) => type.startsWith(each)))) throw unsupported('This call takes JSON');
  const timer = setTimeout(() => request.raw.destroy(new Error('The body took too long')), BODY_TIME_MS);
  timer.unref();
  const stop = () => clearTimeout(timer);
  request.raw.once('end', stop);
  request.raw.once('close', stop);
  return payload;
}
