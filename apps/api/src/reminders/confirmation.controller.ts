import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  Post,
  Res,
  UseGuards,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { type ConfirmationView, renderConfirmation } from '#site';
import { Representation } from '../http/negotiation/representation.ts';
import { SameOriginGuard } from '../http/security/same-origin.guard.ts';
import { SITE_OPTIONS, type SiteOptions } from '../site/shared/site-options.ts';
import { ConfirmationService, type MailedLink } from './confirmation.service.ts';
import { MailedLinkPipe } from './mailed-link.pipe.ts';

const HTML = 'text/html; charset=utf-8';

/** What is sent with a form, or by a mail program that unsubscribes. */
type Form = Record<string, unknown> | undefined;

/**
 * The pages behind the links in mails to organizations. They work without an account and without
 * scripts. Opening one changes nothing, because programs that check mails do that, too.
 */
@ApiExcludeController()
@Controller('confirm/:language/:token')
export class ConfirmationController {
  constructor(
    private readonly confirmations: ConfirmationService,
    @Inject(SITE_OPTIONS) private readonly site: SiteOptions,
  ) {}

  @Get()
  async ask(
    @Param(MailedLinkPipe) link: MailedLink,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    return await this.page(await this.confirmations.ask(link), reply);
  }

  @Post('still-right')
  @HttpCode(200)
  @UseGuards(SameOriginGuard)
  async confirm(
    @Param(MailedLinkPipe) link: MailedLink,
    @Body() form: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    return await this.page(await this.confirmations.confirm(link, Number(form?.version)), reply);
  }

  @Post('changed')
  @HttpCode(200)
  @UseGuards(SameOriginGuard)
  async report(
    @Param(MailedLinkPipe) link: MailedLink,
    @Body() form: Form,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    return await this.page(await this.confirmations.report(link, String(form?.text ?? '')), reply);
  }

  @Get('unsubscribe')
  async askToStop(
    @Param(MailedLinkPipe) link: MailedLink,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    return await this.page(await this.confirmations.askToStop(link), reply);
  }

  @Post('unsubscribe')
  @HttpCode(200)
  @UseGuards(SameOriginGuard)
  async stop(
    @Param(MailedLinkPipe) link: MailedLink,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Representation> {
    return await this.page(await this.confirmations.stop(link), reply);
  }

  private async page(view: ConfirmationView, reply: FastifyReply): Promise<Representation> {
    const { api, assets } = this.site;
    reply.status(statusOf(view)).header('x-robots-tag', 'noindex');
    return new Representation(HTML, await renderConfirmation(view, { styles: assets.styles, api }));
  }
}

function statusOf(view: ConfirmationView): number {
  if (view.state === 'unknown') return 404;
  if (view.state === 'used' || view.state === 'expired') return 410;
  if (view.state === 'ask' && view.problem === 'changed') return 409;
  return view.state === 'ask' && view.problem === 'length' ? 400 : 200;
}
