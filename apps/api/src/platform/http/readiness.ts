import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Problem } from './problem.js';

/** Ready means: not stopping, and the database answers. Migrations ran before the server listens. */
@Injectable()
export class Readiness implements BeforeApplicationShutdown {
  private stopping = false;

  constructor(private readonly unit: UnitOfWork) {}

  beforeApplicationShutdown(): void {
    this.stop();
  }

  /** From now on balancers should send requests elsewhere. */
  stop(): void {
    this.stopping = true;
  }

  async check(): Promise<void> {
    if (this.stopping) throw new Problem(503, 'stopping', 'The service is stopping', { retryAfterSeconds: 5 });
    await this.unit.runSystem(() => this.unit.query('select 1'));
  }
}
