import { useEffect } from 'react';
import { clearSaved, savedList } from '../components/save-button/saved-list.ts';
import { useMessages } from '../i18n/messages.tsx';
import { onUnmodifiedClick } from '../urls/on-unmodified-click.ts';

/** An inconspicuous page; the link sends no referrer. */
const NEUTRAL_PAGE = 'https://www.wikipedia.org/';

const ESCAPE_PRESSES = 3;
const ESCAPE_WINDOW_MS = 2000;

/** Leaves the site: by the button, or by pressing Esc three times. A plain link without script. */
export function QuickExit() {
  const { t } = useMessages();
  useEffect(listenForEscape, []);
  return (
    <a
      className="exit"
      href={NEUTRAL_PAGE}
      rel="noreferrer nofollow"
      onClick={onUnmodifiedClick(leave)}
    >
      <span aria-hidden="true">✕</span> {t('exit.button')}
    </a>
  );
}

/** Replaces this page in the history, so that Back does not return here. */
function leave(): void {
  if (savedList().clearOnExit) clearSaved();
  document.title = '';
  document.body.hidden = true;
  location.replace(NEUTRAL_PAGE);
}

function listenForEscape(): () => void {
  let presses: number[] = [];
  const listen = ({ key, timeStamp, repeat }: KeyboardEvent) => {
    if (key !== 'Escape' || repeat) return;
    presses = [...presses.filter((at) => timeStamp - at < ESCAPE_WINDOW_MS), timeStamp];
    if (presses.length >= ESCAPE_PRESSES) leave();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
