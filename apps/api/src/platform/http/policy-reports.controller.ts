import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { LOG, type Log } from '../log/log.js';
import { Public } from './access.js';
import { Answer } from './answer.js';
import { REPORTS_PATH } from './content-security.js';
import { CurrentExchange, type Exchange } from './exchange.js';
import { networkOf } from './network-of.js';
import { type PolicyReports, policyReportsSchema, violationsOf } from './policy-report.js';
import { withinLimit } from './within-limit.js';

const A_MINUTE = 60;

/** Anybody can send these, so a place sends few, all of them together not many, and the count costs the database nothing. */
@ApiExcludeController()
@Controller()
export class PolicyReportsController {
  private readonly ofPlace = new RateLimiterMemory({ points: 20, duration: A_MINUTE });
  private readonly ofAll = new RateLimiterMemory({ points: 200, duration: A_MINUTE });

  constructor(@Inject(LOG) private readonly log: Log) {}

  @Post(REPORTS_PATH)
  @Public({ reports: true })
  @Answer(204)
  async receive(@CurrentExchange() { request }: Exchange, @Body({ schema: policyReportsSchema }) body: PolicyReports): Promise<void> {
    await withinLimit(this.ofPlace, networkOf(request.ip));
    await withinLimit(this.ofAll, 'all');
    for (const violation of violationsOf(body)) this.log.warn({ requestId: request.id, violation }, 'content security policy violated');
  }
}
