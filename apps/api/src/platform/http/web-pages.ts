import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { securePage } from './content-security.js';
import { notFound } from './problem.js';

const builtWeb = fileURLToPath(new URL('../../../../web/dist/', import.meta.url));
const ONE_YEAR_MS = 365 * 24 * 60 * 60 * 1000;

/** Files that may be served, by their path in the address; source maps stay inside, compressed twins answer for their originals. */
function servedFiles(root: string): Set<string> {
  const all = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = all.map((entry) => `/${relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')}`);
  return new Set(paths.filter((path) => !/\.(map|br|gz)$/.test(path) && path !== '/index.html'));
}

/** The web application: its files, and its one page for every other address that is not the API's. */
export async function serveWeb(server: FastifyInstance, root: string = builtWeb): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  const files = servedFiles(root);
  const page = readFileSync(join(root, 'index.html'), 'utf8');
  await server.register(fastifyStatic, { root, serve: false, preCompressed: true });
  server.get<{ Params: { '*': string } }>('/*', { config: { access: 'public' } }, (request, reply) => {
    const path = `/${request.params['*']}`;
    if (files.has(path)) return sendFile(reply, path);
    if (!pageAddress.test(path)) throw notFound();
    return sendPage(reply, page);
  });
}

/** Decoded addresses of the single page: no file's (they have a dot), not under /api in any spelling, and nothing that only probes send. */
const pageAddress = /^\/(?!\/|api(?:\/|$))[^.\\\p{Cc}]*$/iu;

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  // Names under assets/ carry a hash of their content.
  return path.startsWith('/assets/')
    ? reply.sendFile(path.slice(1), { maxAge: ONE_YEAR_MS, immutable: true })
    : reply.sendFile(path.slice(1), { maxAge: 0 });
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64url');
  return securePage(reply, nonce)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`));
}
