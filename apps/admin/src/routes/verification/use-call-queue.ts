import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DueRecord, NewVerification } from '#contract';
import { readDueRecords, verifyRecord } from '../../api-client/verification.ts';
import { today } from '../../i18n/texts.ts';

const AT_ONCE = 10;
/** The next page is asked for while so many records are still there, so that nobody waits for it. */
const LOW = 5;

export interface CallQueue {
  /** The record to call about now; null: there is none. */
  current: DueRecord | null;
  isLoading: boolean;
  error: unknown;
  /** How many were answered since the page was opened. */
  done: number;
  /** How many are due; null: not known yet. */
  total: number | null;
  answer(outcome: Omit<NewVerification, 'date'>): Promise<void>;
  skip(): void;
}

/**
 * Goes through the records that are due. The next one is shown at once: what cannot be stored comes
 * back, with the reason.
 *
 * @param assigned `me`: only those that the account looks after
 */
export function useCallQueue(assigned: 'me' | null): CallQueue {
  const [handled, setHandled] = useState<ReadonlySet<string>>(new Set());
  const [done, setDone] = useState(0);
  const [failure, setFailure] = useState<unknown>(null);
  const pages = useInfiniteQuery({
    queryKey: ['due', assigned],
    queryFn: ({ pageParam }) => readDueRecords({ cursor: pageParam, limit: AT_ONCE, assigned }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // What was answered must not come back while somebody works through the list.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const left = items.filter(({ record }) => !handled.has(record.id));
  const current = left[0] ?? null;
  const goOn = (id: string) => {
    setHandled((before) => new Set(before).add(id));
    if (left.length <= LOW && pages.hasNextPage && !pages.isFetching) void pages.fetchNextPage();
  };
  return {
    current,
    isLoading: pages.isPending || (current === null && pages.isFetchingNextPage),
    error: pages.error ?? failure,
    done,
    total: pages.data ? Math.max(0, (pages.data.pages[0]?.total ?? 0) - done) : null,
    answer: async (outcome) => {
      if (!current) return;
      const { record } = current;
      setFailure(null);
      goOn(record.id);
      try {
        await verifyRecord(record, { ...outcome, date: today() });
        setDone((before) => before + 1);
      } catch (error) {
        setFailure(error);
        setHandled((before) => new Set([...before].filter((id) => id !== record.id)));
      }
    },
    skip: () => {
      if (current) goOn(current.record.id);
    },
  };
}
