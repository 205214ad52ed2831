import { randomBytes } from 'node:crypto';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../http/access.js';
import { securePage } from '../http/content-security.js';
import { CurrentExchange, type Exchange } from '../http/exchange.js';
import { ApiDocumentation } from './api-documentation.js';
import { apiPage } from './api-page.js';

@ApiExcludeController()
@Controller()
export class ApiDocsController {
  constructor(private readonly documentation: ApiDocumentation) {}

  @Get('openapi.json')
  @Public()
  document() {
    return this.documentation.document();
  }

  @Get('api-docs')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  page(@CurrentExchange() { reply }: Exchange) {
    const nonce = randomBytes(16).toString('base64url');
    securePage(reply, nonce);
    return apiPage(this.documentation.document(), nonce);
  }
}
