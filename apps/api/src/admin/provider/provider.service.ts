import { Inject, Injectable } from '@nestjs/common';
import {
  Authentication,
  CredentialRepository,
  IDENTITY_OPTIONS,
  type IdentityOptions,
  linkHashOf,
  OneTimeLinkRepository,
  PROVIDER_ID,
  SESSION_COOKIE,
  SessionRepository,
  type SignedIn,
} from '#identity';
import { ConflictError, NotFoundError } from '../../http/problems/problems.ts';
import { Clock } from '../../public/shared/state/clock.ts';
import type { Done } from '../accounts/accounts.schema.ts';
import { assertMayChange, type OwnAccount } from '../accounts/second-factor.service.ts';
import { AuthRequests, invalid } from '../sign-ins/auth-requests.ts';
import { type Exchange, signedOut } from '../sign-ins/exchange.ts';
import { Throttle } from '../sign-ins/throttle.service.ts';
import type { ProviderUrl } from './provider.schema.ts';

const CONSOLE = '/admin/';
const ACCOUNT = '/admin/account';
/** What follows the address of the page that shows that it did not work. */
const FAILED = '?provider=failed';

/** Signing in by a provider of OpenID Connect, to which accounts are linked by hand. */
@Injectable()
export class ProviderService {
  constructor(
    @Inject(IDENTITY_OPTIONS) private readonly options: IdentityOptions,
    private readonly auth: AuthRequests,
    private readonly authentication: Authentication,
    private readonly credentials: CredentialRepository,
    private readonly links: OneTimeLinkRepository,
    private readonly sessions: SessionRepository,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins to sign in, or to accept an invitation.
   * @throws NotFoundError without a provider, InvalidRequestError for a link that is not good
   * @throws TooManyError, because each beginning is stored for ten minutes
   */
  async signIn(invitation: string | undefined, exchange: Exchange): Promise<ProviderUrl> {
    this.assertProvider();
    await this.throttle.count({ attempt: 'provider', ip: exchange.ip });
    if (invitation !== undefined) await this.assertGood(invitation, exchange.ip);
    const additionalData = invitation === undefined ? {} : { invitation: linkHashOf(invitation) };
    const body = { ...redirects(CONSOLE), additionalData };
    return await this.begin('/sign-in/social', body, signedOut(exchange));
  }

  /**
   * Begins to link one's own account.
   * @throws SecondFactorRequiredError where the account has one that was not used
   */
  async link({ signedIn, exchange }: OwnAccount): Promise<ProviderUrl> {
    this.assertProvider();
    assertMayChange(signedIn);
    return await this.begin('/link-social', redirects(ACCOUNT), exchange);
  }

  /**
   * Ends what the provider was asked for.
   * @param query with which it sent the browser back
   * @returns the page to go to
   */
  async finish(query: string, exchange: Exchange): Promise<string> {
    this.assertProvider();
    const before = await this.authentication.sessionIdOf(exchange.client);
    const request = { method: 'GET' as const, path: `/callback/${PROVIDER_ID}?${query}` };
    const { client, setCookies } = signedOut(exchange);
    const { cookies, location } = await this.authentication.send(request, client);
    setCookies(cookies);
    const isOpened = cookies.some((cookie) => cookie.startsWith(`${SESSION_COOKIE}=`));
    if (isOpened && before) await this.endSession(before);
    return pageOf(location);
  }

  /**
   * Unlinks one's own account, and ends its sessions.
   * @throws ConflictError where there would be no way to sign in any more
   */
  async unlink(signedIn: SignedIn): Promise<Done> {
    assertMayChange(signedIn);
    const { id, has_password, passkeys } = signedIn.account;
    if (!has_password && passkeys === 0) {
      throw new ConflictError('Add a passkey or a password first: else you could not sign in.');
    }
    if (!(await this.credentials.removeProvider(id))) throw new NotFoundError('It is not linked.');
    return { state: 'done' };
  }

  private async begin(path: string, body: object, exchange: Exchange): Promise<ProviderUrl> {
    const request = { method: 'POST' as const, path, body: { ...body, provider: PROVIDER_ID } };
    const { url } = await this.auth.send<{ url: string }>(request, exchange);
    return { url };
  }

  private async assertGood(invitation: string, ip: string): Promise<void> {
    await this.throttle.limit({ attempt: 'link', ip }, async () => {
      if (await this.links.isValid('invitation', invitation, this.clock.now())) return;
      throw invalid('invitation', 'This link was used, or it is too old: ask for another one.');
    });
  }

  private async endSession(id: string): Promise<void> {
    const found = await this.sessions.find(id, this.clock.now());
    if (found) await this.sessions.end(found.account.id, found.sessionId);
  }

  private assertProvider(): void {
    if (!this.options.provider) throw new NotFoundError('There is no provider to sign in by.');
  }
}

function redirects(page: string) {
  return { callbackURL: page, errorCallbackURL: page + FAILED, disableRedirect: true };
}

/** One of our own pages; why it failed is nobody's business but that it did. */
function pageOf(location: string | null): string {
  const pages = [CONSOLE, ACCOUNT];
  const found = pages.find((page) => page === location);
  if (found) return found;
  return (location?.startsWith(ACCOUNT) ? ACCOUNT : CONSOLE) + FAILED;
}
