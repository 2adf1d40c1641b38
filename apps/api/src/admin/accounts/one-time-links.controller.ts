import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import { ApiAccountResponse } from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody } from '../../http/openapi/api-response.decorator.ts';
import { CurrentExchange, type Exchange } from '../sign-ins/exchange.ts';
import { LinkPasswordDto, SetUpDto } from './accounts.dto.ts';
import { doneComponent, signInStateComponent } from './accounts.schema.ts';
import { OneTimeLinkService } from './one-time-link.service.ts';

@ApiTags('Accounts')
@Controller('v1/auth')
export class OneTimeLinksController {
  constructor(private readonly links: OneTimeLinkService) {}

  @Post('set-up')
  @HttpCode(200)
  @ApiAccountResponse(
    'Become the first administrator, by the link that the first start shows.',
    signInStateComponent,
  )
  @ApiJsonBody(SetUpDto)
  async setUp(
    @Body() body: SetUpDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.links.setUp(body, exchange));
  }

  @Post('accept-invitation')
  @HttpCode(200)
  @ApiAccountResponse('Choose the first password of an account.', doneComponent)
  @ApiJsonBody(LinkPasswordDto)
  async acceptInvitation(
    @Body() body: LinkPasswordDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.links.setPassword('invitation', body, exchange));
  }

  @Post('reset-password')
  @HttpCode(200)
  @ApiAccountResponse('Choose another password, by a link of an administrator.', doneComponent)
  @ApiJsonBody(LinkPasswordDto)
  async resetPassword(
    @Body() body: LinkPasswordDto,
    @CurrentExchange() exchange: Exchange,
  ): Promise<Representation> {
    return asJson(await this.links.setPassword('password-reset', body, exchange));
  }
}
