import { signOut } from '../api-client/sign-in.ts';
import { removeDrafts } from '../drafts/draft-store.ts';
import { useSessionChange } from './session.tsx';

/** Ends the session, and leaves nothing in the browser for whoever uses it next. */
export function useSignOut(): () => Promise<void> {
  const sessionChanged = useSessionChange();
  return async () => {
    await signOut();
    removeDrafts();
    await sessionChanged();
  };
}
