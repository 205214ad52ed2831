import { Controller, Get, Param, Post, StreamableFile } from '@nestjs/common';
import {
  importAcceptedSchema, importCheckSchema, importPreviewSchema, importSchema, importsSchema, pageQuerySchema, rejectionsQuerySchema, savedMappingsSchema, shortListQuerySchema, type PageQuery, type RejectionsQuery, type ShortListQuery,
} from '@afferent/contracts';
import { ApiBody, type ApiBodyOptions, ApiConsumes, ApiProduces } from '@nestjs/swagger';
import { Access } from '../platform/http/access.js';
import { CurrentActor, type Actor } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CurrentExchange, type Exchange } from '../platform/http/exchange.js';
import { CheckedQuery } from '../platform/http/query.js';
import { ImportsService } from './imports.service.js';
import { ImportTrial } from './imports/import-trial.js';
import { Spool } from './imports/spool.js';
import { receiveUpload } from './imports/upload.js';

const form = (required: string[], optional: string[]): ApiBodyOptions => ({
  schema: {
    type: 'object',
    required: ['file', ...required],
    properties: { file: { type: 'string', format: 'binary' }, ...Object.fromEntries([...required, ...optional].map((name) => [name, { type: 'string' }])) },
  },
});

@Controller('workspaces/:workspaceId')
export class ImportsController {
  constructor(
    private readonly imports: ImportsService,
    private readonly trial: ImportTrial,
    private readonly spool: Spool,
  ) {}

  @Get('imports')
  @Access('import:read')
  @Answer(200, importsSchema)
  list(@CurrentActor() actor: Actor, @CheckedQuery(pageQuerySchema) query: PageQuery) {
    return this.imports.list(actor, query);
  }

  @Post('imports')
  @Access('import:create', { multipart: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody(form(['mapping'], ['journeyId']))
  @Answer(202, importAcceptedSchema)
  async create(@CurrentActor() actor: Actor, @CurrentExchange() { request }: Exchange) {
    return this.imports.create(actor, await receiveUpload(request, this.spool, ['mapping', 'journeyId']));
  }

  @Post('imports/check')
  @Access('import:create', { multipart: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody(form(['mapping'], ['journeyId']))
  @Answer(200, importCheckSchema)
  async check(@CurrentActor() actor: Actor, @CurrentExchange() { request }: Exchange) {
    return this.trial.check(actor, await receiveUpload(request, this.spool, ['mapping', 'journeyId']));
  }

  @Post('imports/preview')
  @Access('import:create', { multipart: true })
  @ApiConsumes('multipart/form-data')
  @ApiBody(form(['format'], ['sheet', 'delimiter', 'encoding']))
  @Answer(200, importPreviewSchema)
  async preview(@CurrentExchange() { request }: Exchange) {
    return this.trial.preview(await receiveUpload(request, this.spool, ['format', 'sheet', 'delimiter', 'encoding']));
  }

  @Get('imports/:importId')
  @Access('import:read')
  @Answer(200, importSchema)
  get(@CurrentActor() actor: Actor, @Param('importId') id: string) {
    return this.imports.get(actor, id);
  }

  @Post('imports/:importId/cancel')
  @Access('import:cancel')
  @Answer(200, importSchema)
  cancel(@CurrentActor() actor: Actor, @Param('importId') id: string) {
    return this.imports.cancel(actor, id);
  }

  @Get('imports/:importId/rejections')
  @Access('import:read')
  @ApiProduces('text/csv')
  @Answer(200)
  async rejections(@CurrentActor() actor: Actor, @Param('importId') id: string, @CheckedQuery(rejectionsQuerySchema) query: RejectionsQuery) {
    return new StreamableFile(await this.imports.rejections(actor, id, query.lang), { type: 'text/csv; charset=utf-8', disposition: 'attachment; filename="rejections.csv"' });
  }

  @Get('import-mappings')
  @Access('import:read')
  @Answer(200, savedMappingsSchema)
  savedMappings(@CurrentActor() actor: Actor, @CheckedQuery(shortListQuerySchema) query: ShortListQuery) {
    return this.imports.savedMappings(actor, query);
  }
}
