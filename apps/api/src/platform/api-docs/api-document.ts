import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type Locale, problemSchema } from '@afferent/contracts';
import { SESSION_COOKIE } from '../http/authenticator.js';
import { jsonSchemaOf } from './json-schema.js';
import { completeOperation, operationsOf } from './operation.js';
import { wordsIn } from './words/words.js';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const uncapital = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1);

/** The description of the API in a language, made from the very schemas that check its requests and answers. */
export function createApiDocument(app: INestApplication, locale: Locale): OpenAPIObject {
  const words = wordsIn(locale);
  const outline = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(words.title)
    .setDescription(words.about)
    .setVersion('1')
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE, description: words.session })
    .addSecurity('apiKey', { type: 'http', scheme: 'bearer', description: words.apiKey })
    .build();
  const document = SwaggerModule.createDocument(app, outline, {
    operationIdFactory: (controller, method) => `${uncapital(controller.replace(/Controller$/, ''))}${capital(method)}`,
    standardSchemaConverter: (schema, { schemaType }) => jsonSchemaOf(schema, schemaType),
  });
  // A named schema comes as a reference to itself among the components.
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...jsonSchemaOf(problemSchema, 'output')?.components } };
  const operations = operationsOf(document);
  for (const described of operations) completeOperation(described, words);
  const tags = new Set(operations.flatMap(({ operation }) => operation.tags ?? []));
  document.tags = [...tags].map((name) => ({ name }));
  return document;
}
