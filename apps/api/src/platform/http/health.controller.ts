import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from './access.js';
import { Readiness } from './readiness.js';

@ApiExcludeController()
@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('healthz')
  @Public()
  alive() {
    return { status: 'alive' };
  }

  @Get('readyz')
  @Public()
  async ready() {
    await this.readiness.check();
    return { status: 'ready' };
  }
}
