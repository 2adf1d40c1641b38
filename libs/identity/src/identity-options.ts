/** The only provider, in `account_login.provider_id` and in paths. */
export const PROVIDER_ID = 'oidc';

/** An OpenID Connect provider by which people sign in. */
export interface ProviderOptions {
  /** `https://login.example.org` */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says that leads there. */
  label: string;
  /** Whether it asks for a second factor itself, so that its sessions need none of ours. */
  isSecondFactor: boolean;
}

export const IDENTITY_OPTIONS = Symbol('IDENTITY_OPTIONS');

export interface IdentityOptions {
  /** Signs cookies and encrypts what second factors need. */
  secret: string;
  /** The origin of the site; passkeys are bound to its host name. */
  origin: string;
  /** null: people sign in here alone. */
  provider: ProviderOptions | null;
}
