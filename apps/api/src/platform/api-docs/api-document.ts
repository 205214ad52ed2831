import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemSchema } from '@afferent/contracts';
import { SESSION_COOKIE } from '../http/authenticator.js';
import { jsonSchemaOf } from './json-schema.js';
import { completeOperation, type Operation } from './operation.js';

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;
const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const uncapital = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** The description of the API, made from the very schemas that check its requests and answers. */
export function createApiDocument(app: INestApplication): OpenAPIObject {
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Afferent API')
    .setDescription('Journeys, touchpoints, answers and their measurements. Errors are `application/problem+json` with a stable `code`.')
    .setVersion('1')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API key of one workspace' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${uncapital(controller.replace(/Controller$/, ''))}${capital(method)}`,
    standardSchemaConverter: (schema, { schemaType }) => jsonSchemaOf(schema, schemaType),
  });
  // A named schema comes as a reference to itself among the components.
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...jsonSchemaOf(problemSchema, 'output')?.components } };
  for (const [path, item] of Object.entries(document.paths)) {
    for (const method of methods) {
      const operation: Operation | undefined = item[method];
      if (operation !== undefined) completeOperation(path, method, operation);
    }
  }
  return document;
}
