import { Injectable } from '@nestjs/common';
import {
  CredentialRepository,
  type LinkPurpose,
  OneTimeLinkRepository,
  PasswordHasher,
  passwordFault,
} from '#identity';
import { Clock } from '../../public/shared/state/clock.ts';
import { invalid } from '../sign-ins/auth-requests.ts';
import type { Exchange } from '../sign-ins/exchange.ts';
import { Throttle } from '../sign-ins/throttle.service.ts';
import type { LinkPasswordDto, SetUpDto } from './accounts.dto.ts';
import type { Done, SignInState } from './accounts.schema.ts';
import { SignInService } from './sign-in.service.ts';

interface UsedLink {
  purpose: LinkPurpose;
  body: LinkPasswordDto;
  exchange: Exchange;
}

/** What is done with links that are good once. */
@Injectable()
export class OneTimeLinkService {
  constructor(
    private readonly links: OneTimeLinkRepository,
    private readonly credentials: CredentialRepository,
    private readonly passwords: PasswordHasher,
    private readonly signIn: SignInService,
    private readonly throttle: Throttle,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes the first administrator, who is signed in then.
   * @throws InvalidRequestError for a link that is not good, or a password that is easy to guess
   */
  async setUp(body: SetUpDto, exchange: Exchange): Promise<SignInState> {
    const { token, name, email, password } = body;
    await this.use({ purpose: 'set-up', body, exchange }, (passwordHash) =>
      this.credentials.setUp({ name, email }, { token, passwordHash, now: this.clock.now() }),
    );
    return await this.signIn.withPassword({ email, password }, exchange);
  }

  /**
   * Sets a password by a link, and ends all sessions.
   * @throws InvalidRequestError for a link that is not good, or a password that is easy to guess
   */
  async setPassword(
    purpose: Exclude<LinkPurpose, 'set-up'>,
    body: LinkPasswordDto,
    exchange: Exchange,
  ): Promise<Done> {
    const { token } = body;
    await this.use({ purpose, body, exchange }, (passwordHash) =>
      this.credentials.usePasswordLink(purpose, { token, passwordHash, now: this.clock.now() }),
    );
    return { state: 'done' };
  }

  private async use(
    { purpose, body: { token, password }, exchange: { ip } }: UsedLink,
    apply: (passwordHash: string) => Promise<boolean>,
  ): Promise<void> {
    const fault = passwordFault(password);
    if (fault) throw invalid('password', fault);
    await this.throttle.limit({ attempt: 'link', ip }, async () => {
      // Before the password is hashed, which takes memory and time.
      const isGood = await this.links.isValid(purpose, token, this.clock.now());
      if (isGood && (await apply(await this.passwords.hash(password)))) return;
      throw invalid('token', 'This link was used, or it is too old: ask for another one.');
    });
  }
}
