import { createMongoAbility } from '@casl/ability';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type ConsoleAbility, readSession, type Session } from '../api-client/session.ts';

const SessionContext = createContext<{ session: Session; ability: ConsoleAbility } | null>(null);
const SESSION = ['session'];

/** The session, once it is known; null: nobody is signed in. */
export function useSessionQuery() {
  return useQuery({ queryKey: SESSION, queryFn: readSession, staleTime: 60_000 });
}

/** Forgets everything that was read, because somebody signed in or out. */
export function useSessionChange(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION[0] });
    await queries.refetchQueries({ queryKey: SESSION });
  };
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const value = useMemo(() => ({ session, ability: createMongoAbility(session.rules) }), [session]);
  return <SessionContext value={value}>{children}</SessionContext>;
}

/** @throws Error where nobody is signed in */
export function useSession(): { session: Session; ability: ConsoleAbility } {
  const session = useContext(SessionContext);
  if (!session) throw new Error('Nobody is signed in here.');
  return session;
}
