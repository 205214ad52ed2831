import { randomBytes } from 'node:crypto';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { localeSchema } from '@afferent/contracts';
import { z } from 'zod';
import { Public } from '../http/access.js';
import { securePage } from '../http/content-security.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { CheckedQuery } from '../http/query.js';
import { ApiDocumentation } from './api-documentation.js';
import { apiPage } from './api-page.js';
import { preferredLocale } from './preferred-locale.js';

const languageQuerySchema = z.strictObject({ locale: localeSchema.optional() });
type LanguageQuery = z.infer<typeof languageQuerySchema>;

@ApiExcludeController()
@Controller()
export class ApiDocsController {
  constructor(private readonly documentation: ApiDocumentation) {}

  /** In English unless asked: what programs are made from does not depend on who fetches it. */
  @Get('openapi.json')
  @Public()
  document(@CheckedQuery(languageQuerySchema) { locale }: LanguageQuery) {
    return this.documentation.document(locale ?? 'en');
  }

  @Get('api-docs')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  page(@CurrentExchange() { request, reply }: Exchange, @CheckedQuery(languageQuerySchema) query: LanguageQuery) {
    const locale = query.locale ?? preferredLocale(request.headers['accept-language']);
    const nonce = randomBytes(16).toString('base64url');
    securePage(reply, nonce);
    return apiPage(this.documentation.document(locale), locale, nonce);
  }
}
