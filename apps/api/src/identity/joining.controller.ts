import { Body, Controller, Post } from '@nestjs/common';
import { type InvitationAccept, invitationAcceptSchema, invitationOfferSchema, type InvitationPreview, invitationPreviewSchema, meSchema } from '@afferent/contracts';
import { Public } from '../platform/http/access.js';
import { MaybeSession, type Session } from '../platform/http/actor.js';
import { Answer } from '../platform/http/answer.js';
import { CurrentExchange, type Exchange } from '../platform/http/exchange.js';
import { JoiningService } from './joining.service.js';

@Controller('invitations')
export class JoiningController {
  constructor(private readonly joining: JoiningService) {}

  @Post('preview')
  @Public()
  @Answer(200, invitationOfferSchema)
  preview(@CurrentExchange() exchange: Exchange, @Body({ schema: invitationPreviewSchema }) body: InvitationPreview) {
    return this.joining.offer(exchange, body.token);
  }

  @Post('accept')
  @Public({ maybeSession: true })
  @Answer(200, meSchema)
  accept(@CurrentExchange() exchange: Exchange, @MaybeSession() session: Session | null, @Body({ schema: invitationAcceptSchema }) body: InvitationAccept) {
    return this.joining.accept(exchange, session, body);
  }
}
