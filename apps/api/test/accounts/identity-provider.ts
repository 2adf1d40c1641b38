import { OAuth2Server } from 'oauth2-mock-server';
import type { ConsoleClient } from './console-client.ts';

export const CLIENT_ID = 'amparo';

/** Who somebody is at the provider. */
export interface ProviderIdentity {
  sub: string;
  email?: string;
}

/** What goes wrong on the way back. */
export interface Fault {
  /** Claims of the token that are others. */
  claims?: Record<string, unknown>;
  /** Parameters that the browser brings back. */
  parameters?: Record<string, string>;
  /** The browser that comes back is another one. */
  browser?: ConsoleClient;
}

/** A provider of OpenID Connect on this machine, which lets everybody in. */
export class IdentityProvider {
  private readonly server = new OAuth2Server();
  private person: ProviderIdentity | null = null;

  async start(): Promise<void> {
    await this.server.issuer.keys.generate('RS256');
    await this.server.start(0, 'localhost');
    const { service } = this.server;
    service.on('beforeTokenSigning', ({ payload }) => {
      if (this.person) Object.assign(payload, this.person, { aud: CLIENT_ID });
    });
  }

  /** Lets in the same person from now on, for browsers that go there themselves. */
  knows(person: ProviderIdentity): void {
    this.person = person;
  }

  get issuer(): string {
    return String(this.server.issuer.url);
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  /** The code with which the provider sends a browser back that was sent to a URL. */
  async codeOf(url: string): Promise<string> {
    const { headers } = await fetch(url, { redirect: 'manual' });
    return String(new URL(String(headers.get('location'))).searchParams.get('code'));
  }

  /**
   * Signs somebody in, and sends the browser back.
   *
   * @param url to which the console sends the browser
   * @returns the page where the browser ends up
   */
  async finish(
    client: ConsoleClient,
    url: string,
    { sub, email }: ProviderIdentity,
    { claims = {}, parameters = {}, browser = client }: Fault = {},
  ): Promise<string> {
    const write = (token: { payload: Record<string, unknown> }) => {
      const own = { sub, email, email_verified: true, aud: CLIENT_ID };
      Object.assign(token.payload, own, claims);
    };
    this.server.service.on('beforeTokenSigning', write);
    try {
      const sent = await fetch(url, { redirect: 'manual' });
      const back = new URL(String(sent.headers.get('location')));
      for (const [name, value] of Object.entries(parameters)) back.searchParams.set(name, value);
      const { status, headers } = await browser.visit(back.pathname + back.search);
      expect([back.origin, status]).toEqual(['https://amparo.test', 303]);
      return String(headers.location);
    } finally {
      this.server.service.off('beforeTokenSigning', write);
    }
  }
}
