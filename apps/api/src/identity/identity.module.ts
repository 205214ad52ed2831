import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Authenticator } from '../platform/http/authenticator.js';
import { AccountsRepository } from './accounts.repository.js';
import { AccountsService } from './accounts.service.js';
import { ApiKeyEntity } from './api-key.entity.js';
import { ArrangedAccountsRepository } from './arranged-accounts.repository.js';
import { ArrangedAccountsService } from './arranged-accounts.service.js';
import { Attempts } from './attempts.js';
import { AuthController } from './auth.controller.js';
import { IdentityAuthenticator } from './identity-authenticator.js';
import { InvitationEntity } from './invitation.entity.js';
import { MemberEntity } from './member.entity.js';
import { PasswordService } from './password.service.js';
import { RateLimitEntity } from './rate-limit.entity.js';
import { SessionEntity } from './session.entity.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';
import { UserEntity } from './user.entity.js';
import { WorkspacesController } from './workspaces.controller.js';
import { MembersController } from './members.controller.js';
import { InvitationsController } from './invitations.controller.js';
import { JoiningController } from './joining.controller.js';
import { ApiKeysController } from './api-keys.controller.js';
import { WorkspacesRepository } from './workspaces.repository.js';
import { WorkspacesService } from './workspaces.service.js';
import { MembersRepository } from './members.repository.js';
import { MembersService } from './members.service.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { JoiningService } from './joining.service.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService } from './api-keys.service.js';
import { WorkspaceEntity } from './workspace.entity.js';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([UserEntity, SessionEntity, WorkspaceEntity, MemberEntity, InvitationEntity, ApiKeyEntity, RateLimitEntity])],
  controllers: [AuthController, WorkspacesController, MembersController, InvitationsController, JoiningController, ApiKeysController],
  providers: [
    { provide: Authenticator, useClass: IdentityAuthenticator },
    Attempts, PasswordService, SessionsService, AccountsRepository, AccountsService, SignInService,
    WorkspacesRepository, WorkspacesService, MembersRepository, MembersService,
    InvitationsRepository, InvitationsService, JoiningService, ApiKeysRepository, ApiKeysService, ArrangedAccountsRepository, ArrangedAccountsService,
  ],
  exports: [Authenticator, AccountsService, ArrangedAccountsService, WorkspacesService, MembersService],
})
export class IdentityModule {}
