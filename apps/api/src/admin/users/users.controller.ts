import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  UseGuards,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { asJson, type Representation } from '../../http/negotiation/representation.ts';
import {
  ApiAccountResponse,
  ApiSignedIn,
} from '../../http/openapi/api-account-response.decorator.ts';
import { ApiJsonBody, ApiPathName } from '../../http/openapi/api-response.decorator.ts';
import { IdPipe } from '../../http/problems/id.pipe.ts';
import { doneComponent, sessionsComponent } from '../accounts/accounts.schema.ts';
import { AdminGuard } from '../shared/admin.guard.ts';
import { Requires } from '../shared/requires.decorator.ts';
import { CurrentExchange, type Exchange } from '../sign-ins/exchange.ts';
import { InvitationDto, UserChangeDto } from './users.dto.ts';
import { personalLinkComponent, userComponent, usersComponent } from './users.schema.ts';
import { UsersService } from './users.service.ts';

const ApiUserId = () => ApiPathName('id', 'Of an account.', 'b7a1c1d2-5d0f-4d56-8c6e-0d7c3f8a9b10');

@ApiTags('Accounts')
@ApiSignedIn()
@UseGuards(AdminGuard)
@Controller('v1/admin/users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Get()
  @Requires('read', 'user')
  @ApiAccountResponse('All accounts.', usersComponent)
  async list(): Promise<Representation> {
    return asJson(await this.users.list());
  }

  @Post()
  @HttpCode(200)
  @Requires('create', 'user')
  @ApiAccountResponse('Invite someone: returns the link to give them.', personalLinkComponent)
  @ApiJsonBody(InvitationDto)
  async invite(
    @Body() body: InvitationDto,
    @CurrentExchange() { client }: Exchange,
  ): Promise<Representation> {
    return asJson(await this.users.invite(body, client.origin));
  }

  @Get(':id')
  @Requires('read', 'user')
  @ApiUserId()
  @ApiAccountResponse('One account.', userComponent)
  async one(@Param('id', IdPipe) id: string): Promise<Representation> {
    return asJson(await this.users.one(id));
  }

  @Patch(':id')
  @Requires('update', 'user')
  @ApiUserId()
  @ApiAccountResponse('Change or ban an account.', userComponent)
  @ApiJsonBody(UserChangeDto)
  async change(
    @Param('id', IdPipe) id: string,
    @Body() body: UserChangeDto,
  ): Promise<Representation> {
    return asJson(await this.users.change(id, body));
  }

  @Delete(':id')
  @Requires('delete', 'user')
  @ApiUserId()
  @ApiAccountResponse('Delete an account.', doneComponent)
  async delete(@Param('id', IdPipe) id: string): Promise<Representation> {
    return asJson(await this.users.delete(id));
  }

  @Post(':id/password-reset')
  @HttpCode(200)
  @Requires('update', 'user')
  @ApiUserId()
  @ApiAccountResponse('Make a link to choose another password.', personalLinkComponent)
  async resetPassword(
    @Param('id', IdPipe) id: string,
    @CurrentExchange() { client }: Exchange,
  ): Promise<Representation> {
    return asJson(await this.users.resetPassword(id, client.origin));
  }

  @Post(':id/second-factor-reset')
  @HttpCode(200)
  @Requires('update', 'user')
  @ApiUserId()
  @ApiAccountResponse('Remove all second factors, and end all sessions.', userComponent)
  async resetSecondFactor(@Param('id', IdPipe) id: string): Promise<Representation> {
    return asJson(await this.users.resetSecondFactor(id));
  }

  @Get(':id/sessions')
  @Requires('read', 'user')
  @ApiUserId()
  @ApiAccountResponse('Where someone is signed in.', sessionsComponent)
  async listSessions(@Param('id', IdPipe) id: string): Promise<Representation> {
    return asJson(await this.users.listSessions(id));
  }

  @Delete(':id/sessions')
  @Requires('update', 'user')
  @ApiUserId()
  @ApiAccountResponse('Sign someone out everywhere.', doneComponent)
  async endSessions(@Param('id', IdPipe) id: string): Promise<Representation> {
    return asJson(await this.users.endSessions(id));
  }
}
