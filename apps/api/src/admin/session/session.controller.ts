import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { SignedIn } from '#identity';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiAccountResponse,
  ApiSignedIn,
} from '../../http/openapi/api-account-response.decorator.ts';
import { CurrentSignIn, SignedInGuard } from '../sign-ins/signed-in.guard.ts';
import { presentSession } from './session.presenter.ts';
import { currentSessionComponent } from './session.schema.ts';

@ApiTags('Accounts')
@ApiSignedIn()
@UseGuards(SignedInGuard)
@Controller('v1/admin/session')
export class SessionController {
  @Get()
  @ApiAccountResponse('Who is signed in, and what they may do.', currentSessionComponent)
  current(@CurrentSignIn() signedIn: SignedIn): Representation {
    return asJson(presentSession(signedIn));
  }
}
