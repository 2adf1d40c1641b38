import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import { request } from './request.ts';

async function send<Body = unknown>(path: string, body: object = {}): Promise<Body> {
  return (await request<Body>(`/v1/auth${path}`, { method: 'POST', body })).body;
}

/** @returns whether a code is needed next */
export async function signInWithPassword(email: string, password: string): Promise<boolean> {
  const { state } = await send<{ state: string }>('/sign-in/email', { email, password });
  return state === 'code-needed';
}

/** The second step: a code of an authenticator app. */
export async function sendCode(code: string): Promise<void> {
  await send('/two-factor/verify-totp', { code });
}

/** The second step without the app: one of the recovery codes, which works once. */
export async function sendRecoveryCode(code: string): Promise<void> {
  await send('/two-factor/verify-backup-code', { code });
}

/** @throws Error when the person cancels, or the device has no passkey for this site */
export async function signInWithPasskey(): Promise<void> {
  const { body: optionsJSON } = await request<PublicKeyCredentialRequestOptionsJSON>(
    '/v1/auth/passkey/generate-authenticate-options',
  );
  await send('/passkey/verify-authentication', {
    response: await startAuthentication({ optionsJSON }),
  });
}

/** Adds a passkey of this device to the account. */
export async function addPasskey(name: string): Promise<void> {
  const { body: optionsJSON } = await request<PublicKeyCredentialCreationOptionsJSON>(
    '/v1/auth/passkey/generate-register-options',
  );
  await send('/passkey/verify-registration', {
    response: await startRegistration({ optionsJSON }),
    name,
  });
}

export interface Passkey {
  id: string;
  name: string | null;
  created_at: string | null;
}

export async function listPasskeys(): Promise<Passkey[]> {
  const path = '/v1/auth/passkey/list-user-passkeys';
  return (await request<{ items: Passkey[] }>(path)).body.items;
}

export async function removePasskey(id: string): Promise<void> {
  await send('/passkey/delete-passkey', { id });
}

/** The secret of an authenticator app, as the URL of a QR code, and the recovery codes. */
export interface TotpSecret {
  totp_uri: string;
  recovery_codes: string[];
}

/** Begins to set up codes; they count once `confirmTotp` has accepted the first one. */
export async function beginTotp(password: string): Promise<TotpSecret> {
  return await send<TotpSecret>('/two-factor/enable', { password });
}

/** Confirms the app by one of its codes. */
export async function confirmTotp(code: string): Promise<void> {
  await send('/two-factor/confirm', { code });
}

/** Removes the app, and ends all sessions. */
export async function removeTotp(): Promise<void> {
  await send('/two-factor/disable');
}

export async function signOut(): Promise<void> {
  await send('/sign-out');
}

/** What this server offers to those who sign in. */
export interface SignInOffer {
  /** Whether a link for another password can be mailed. */
  password_by_mail: boolean;
  /** By which one can sign in besides; null: there is none. */
  provider: { label: string } | null;
}

export async function readSignInOffer(): Promise<SignInOffer> {
  return (await request<SignInOffer>('/v1/auth/offer')).body;
}

/**
 * Begins to sign in by the provider.
 *
 * @param invitation the token of one to accept on the way back
 * @returns where the browser has to go
 */
export async function signInByProvider(invitation?: string): Promise<string> {
  return (await send<{ url: string }>('/provider/sign-in', { invitation })).url;
}

/** Begins to link one's own account to the provider. @returns where the browser has to go */
export async function linkToProvider(): Promise<string> {
  return (await send<{ url: string }>('/provider/link')).url;
}

/** Unlinks one's own account, and ends all its sessions. */
export async function unlinkFromProvider(): Promise<void> {
  await send('/provider/unlink');
}

/** Has a link for another password mailed, if there is such an account. */
export async function requestPasswordLink(email: string): Promise<void> {
  await send('/request-password-reset', { email });
}

/** Makes the first administrator of a new server. */
export async function setUp(form: {
  token: string;
  name: string;
  email: string;
  password: string;
}): Promise<void> {
  await send('/set-up', form);
}

/** Accepts an invitation with a password of one's own. */
export async function acceptInvitation(token: string, password: string): Promise<void> {
  await send('/accept-invitation', { token, password });
}

/** Sets a new password with the link of an administrator. */
export async function resetPassword(token: string, password: string): Promise<void> {
  await send('/reset-password', { token, password });
}
