import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../platform/http/authenticator.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { IdentityAuthenticator } from './identity.authenticator.js';
import { InvitationEntity } from './invitation.entity.js';
import { MemberEntity } from './member.entity.js';
import { PasswordService } from './password.service.js';
import { SessionEntity } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { UserEntity } from './user.entity.js';
import { WorkspaceEntity } from './workspace.entity.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity, SessionEntity, WorkspaceEntity, MemberEntity, InvitationEntity, ApiKeyEntity])],
  controllers: [AuthController],
  providers: [
    { provide: Authenticator, useClass: IdentityAuthenticator },
    Attempts, PasswordService, SessionsService, AccountsRepository, AccountsService, SignInService,
  ],
  exports: [Authenticator, AccountsService],
})
export class IdentityModule {}
