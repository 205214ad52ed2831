import { Global, Module } from '@nestjs/common';
import { Authenticator } from '../platform/http/authenticator.js';
import { IdentityAuthenticator } from './identity.authenticator.js';

@Global()
@Module({
  providers: [{ provide: Authenticator, useClass: IdentityAuthenticator }],
  exports: [Authenticator],
})
export class IdentityModule {}
