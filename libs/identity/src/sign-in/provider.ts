import { getOAuthState } from 'better-auth/api';
import { genericOAuth } from 'better-auth/plugins';
import { PROVIDER_ID, type ProviderOptions } from '../identity-options.ts';

/**
 * Links the account of an invitation.
 *
 * @param linkHash of the invitation, hexadecimal
 */
export type AcceptInvitation = (linkHash: string, accountId: string) => Promise<void>;

/** What a sign-in with an invitation keeps on its way to the provider and back. */
interface ProviderState {
  invitation?: string;
}

/**
 * Configures the provider. People are known by its issuer and their `sub`; nothing is done with the
 * e-mail address that it tells, which somebody else may have had there before.
 */
export function providerPlugin(options: ProviderOptions, accept: AcceptInvitation) {
  const { issuer, clientId, clientSecret } = options;
  const subjectOf = ({ sub }: { sub?: unknown }) => `${issuer} ${String(sub)}`;
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER_ID,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        ...{ clientId, clientSecret, scopes: ['openid'], pkce: true },
        ...{ requireIdTokenVerification: true, disableSignUp: true, disableImplicitSignUp: true },
        accountSubject: ({ profile }) => subjectOf(profile),
        // Called when the token was checked, and before the account is looked for.
        mapProfileToUser: async (profile) => {
          const { invitation } = ((await getOAuthState()) ?? {}) as ProviderState;
          if (invitation) await accept(invitation, subjectOf(profile));
          return { email: 'nobody@oidc.invalid', emailVerified: true, name: '' };
        },
        getUserInfo: async ({ idToken }) => claimsOf(idToken),
      },
    ],
  });
}

/** Reads the claims of a token whose signature, nonce and times were checked already. */
function claimsOf(idToken: string | undefined): { sub: string; emailVerified: boolean } | null {
  const payload = idToken?.split('.')[1];
  if (!payload) return null;
  const { sub } = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sub: string };
  return { sub, emailVerified: false };
}
