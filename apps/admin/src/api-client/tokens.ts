import { request } from './request.ts';

/** An access token, with which a script does what its owner may do. */
export interface AccessToken {
  id: string;
  name: string;
  created_at: string;
  expires_at: string;
}

export async function listTokens(): Promise<AccessToken[]> {
  return (await request<{ items: AccessToken[] }>('/v1/admin/tokens')).body.items;
}

/** @returns the token itself, which is shown this once */
export async function makeToken(fields: { name: string; days: number }): Promise<string> {
  const { body } = await request<{ token: string }>('/v1/admin/tokens', {
    method: 'POST',
    body: fields,
  });
  return body.token;
}

export async function removeToken(id: string): Promise<void> {
  await request(`/v1/admin/tokens/${id}`, { method: 'DELETE' });
}
