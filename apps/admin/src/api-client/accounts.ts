import type { RecordScope, Role } from '#contract';
import { request } from './request.ts';

/** One of the people who keep the records. */
export interface Account {
  id: string;
  name: string;
  email: string;
  role: Role;
  scope: RecordScope;
  /** Whether private streets and exact points are shown to them. */
  confidential: boolean;
  banned: boolean;
  /** Whether the invitation was accepted. */
  accepted: boolean;
  second_factor: { totp: boolean; passkeys: number };
}

/** What an administrator decides about an account. */
export type AccountFields = Pick<Account, 'name' | 'email' | 'role' | 'scope' | 'confidential'>;

/** A link that works once: to pass on, or mailed already. */
export type OneTimeLink =
  | { mailed_to: null; url: string; expires_at: string }
  | { mailed_to: string };

export async function listAccounts(): Promise<Account[]> {
  return (await request<{ items: Account[] }>('/v1/admin/users')).body.items;
}

/** @returns the link with which the person sets a password */
export async function invite(fields: AccountFields): Promise<OneTimeLink> {
  const { body } = await request<OneTimeLink>('/v1/admin/users', { method: 'POST', body: fields });
  return body;
}

export async function changeAccount(id: string, change: Partial<Account>): Promise<void> {
  await request(`/v1/admin/users/${id}`, { method: 'PATCH', body: change });
}

export async function linkForPassword(id: string): Promise<OneTimeLink> {
  const path = `/v1/admin/users/${id}/password-reset`;
  return (await request<OneTimeLink>(path, { method: 'POST' })).body;
}

export async function removeSecondFactor(id: string): Promise<void> {
  await request(`/v1/admin/users/${id}/second-factor-reset`, { method: 'POST' });
}

/** A browser in which someone is signed in. */
export interface OpenSession {
  id: string;
  created_at: string;
  user_agent: string | null;
  /** The one of this browser. */
  current: boolean;
}

export async function listSessions(): Promise<OpenSession[]> {
  return (await request<{ items: OpenSession[] }>('/v1/auth/sessions')).body.items;
}

export async function endSession(id: string): Promise<void> {
  await request(`/v1/auth/sessions/${id}`, { method: 'DELETE' });
}

export async function endAllSessions(): Promise<void> {
  await request('/v1/auth/sessions', { method: 'DELETE' });
}
