import { type VerificationHarm, verificationHarms } from '#contract';
import type { Keyset } from '#directory';

/** A part of the queue, and what of it comes next. */
interface QueueGroup extends Start {
  /** Among the groups. */
  position: number;
  harm: VerificationHarm;
  /** How often its records were seen, as a power of two. */
  seen: number;
}

/** A place in a group: what comes after this moment and id. */
interface Start {
  after: string;
  after_id: string;
}

/** The highest power of two of views that is told apart: records that are seen more often are equal. */
export const MAX_SEEN = 15;

/** For each harm, what is seen most comes first. */
const GROUPS = verificationHarms
  .flatMap((harm) =>
    Array.from({ length: MAX_SEEN + 1 }, (_, less) => ({ harm, seen: MAX_SEEN - less })),
  )
  .map((group, position) => ({ ...group, position }));

/** Behind all groups: those that somebody has just tried in vain. */
export const TRIED_POSITION = GROUPS.length;

const BEGINNING: Start = {
  after: '-infinity',
  after_id: '00000000-0000-0000-0000-000000000000',
};
/** A row that is not dated stands before the others. */
const KEY = /^([0-9]{1,4}) (|[0-9-]{10}T[0-9:.]{15}Z)$/;

/** Returns the groups of the queue that are not over, and where each begins. @param from null: all */
export function groupsFrom(from: Keyset | null): QueueGroup[] {
  const { position, ...start } = startOf(from);
  return GROUPS.filter((group) => group.position >= position).map((group) => ({
    ...group,
    ...(group.position === position ? start : BEGINNING),
  }));
}

/** Returns where those begin that somebody has just tried in vain. */
export function triedFrom(from: Keyset | null): Start {
  const { position, ...start } = startOf(from);
  return position === TRIED_POSITION ? start : BEGINNING;
}

function startOf(from: Keyset | null): Start & { position: number } {
  const [, position, moment] = KEY.exec(String(from?.key ?? '')) ?? [];
  if (!from || position === undefined) return { position: 0, ...BEGINNING };
  return {
    position: Number(position),
    after: moment || BEGINNING.after,
    after_id: from.id,
  };
}
