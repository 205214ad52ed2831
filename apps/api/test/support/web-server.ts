import { fastify } from 'fastify';
import { problemBody } from '../../src/platform/http/problem.js';
import { problemOf } from '../../src/platform/http/problem-of.js';
import { serveWeb } from '../../src/platform/http/web-pages.js';

const server = fastify();
server.setErrorHandler((error, request, reply) => {
  const problem = problemOf(error);
  if (problem === undefined) throw error;
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problemBody(problem, request.id)));
});
await serveWeb(server, process.argv[2]);
process.stdout.write(`${await server.listen({ port: 0, host: '127.0.0.1' })}\n`);
