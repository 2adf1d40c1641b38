import type { OwnProposal, ReviewedSuggestion, RevisionNote } from '#contract';
import { request } from './request.ts';

export interface SuggestionPage {
  items: ReviewedSuggestion[];
  total: number;
}

/** Returns what waits for review, the most harmful first. */
export async function listSuggestions(): Promise<SuggestionPage> {
  return (await request<SuggestionPage>('/v1/admin/suggestions')).body;
}

/** What is accepted of a suggestion: all of it, unless it says otherwise. */
export interface Acceptance {
  /** Those of the differences that are accepted. */
  paths?: string[];
  /** What the author of a proposal is told. */
  reply?: string;
  /** Needed for what the bundled records suggest. */
  revision?: RevisionNote;
}

/** @throws ProblemError 409 when it was handled already */
export async function acceptSuggestion(id: string, acceptance: Acceptance): Promise<void> {
  await request(`/v1/admin/suggestions/${id}/accept`, { method: 'POST', body: acceptance });
}

export async function rejectSuggestion(id: string, reason: string): Promise<void> {
  await request(`/v1/admin/suggestions/${id}/reject`, { method: 'POST', body: { reason } });
}

/** Returns what one has proposed, newest first, and what became of it. */
export async function listOwnProposals(): Promise<OwnProposal[]> {
  return (await request<{ items: OwnProposal[] }>('/v1/admin/own-proposals')).body.items;
}
