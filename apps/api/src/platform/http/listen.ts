import { createServer, type Server } from 'node:http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { StartRefused } from '../database/cluster/start-refused.js';

const codeOf = (error: unknown): unknown => (typeof error === 'object' && error !== null ? Reflect.get(error, 'code') : undefined);

function refusal(error: unknown, host: string, port: number): unknown {
  if (codeOf(error) === 'EADDRINUSE') return new StartRefused(`Port ${port} is taken; set PORT to another one, for example PORT=${port === 65_535 ? 3000 : port + 1}`);
  if (codeOf(error) === 'EACCES') return new StartRefused(`Port ${port} may not be opened by this user; set PORT to one above 1023`);
  if (codeOf(error) === 'EADDRNOTAVAIL' || codeOf(error) === 'ENOTFOUND') return new StartRefused(`HOST: this machine has no address ${host}`);
  return error;
}

/** Listens on `host`, or on both loopback addresses. Returns the port. */
export async function listen(app: NestFastifyApplication, host: string | undefined, port: number): Promise<number> {
  const first = host ?? '127.0.0.1';
  try {
    await app.listen(port, first);
  } catch (error) {
    throw refusal(error, first, port);
  }
  const address: unknown = app.getHttpServer().address();
  const bound = typeof address === 'object' && address !== null ? Number(Reflect.get(address, 'port')) : port;
  if (host === undefined) await listenOnSecondLoopback(app, bound);
  return bound;
}

/** A machine without IPv6 does without it. */
async function listenOnSecondLoopback(app: NestFastifyApplication, port: number): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  const main: Server = app.getHttpServer();
  const second = createServer({ connectionsCheckingInterval: 2_000, headersTimeout: main.headersTimeout, requestTimeout: main.requestTimeout, keepAliveTimeout: main.keepAliveTimeout }, (request, response) => fastify.routing(request, response));
  second.timeout = main.timeout;
  main.listeners('clientError').forEach((listener) => second.on('clientError', listener as (...args: unknown[]) => void));
  const open = await new Promise<boolean>((resolve, reject) => {
    second.once('error', (error) => (codeOf(error) === 'EADDRINUSE' ? reject(refusal(error, '::1', port)) : resolve(false)));
    second.listen(port, '::1', () => resolve(true));
  });
  if (!open) return;
  main.once('close', () => {
    second.close();
    second.closeIdleConnections();
  });
}
