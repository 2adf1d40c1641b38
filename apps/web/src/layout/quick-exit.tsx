import { useEffect } from 'react';
import { clearSaved, savedList } from '../components/save-button/saved-list.ts';
import { useMessages } from '../i18n/messages.tsx';
import { onUnmodifiedClick } from '../urls/plain-click.ts';

/** A page that anyone may have open. It is not told where a reader came from. */
const NEUTRAL_PAGE = 'https://www.wikipedia.org/';

const PRESSES = 3;
const WITHIN_MS = 2000;

/** Leaves at once: by the button, or by Esc pressed three times. A plain link without script. */
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

/** Puts the neutral page in the place of this one in the history, so that Back does not return here. */
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
    presses = [...presses.filter((at) => timeStamp - at < WITHIN_MS), timeStamp];
    if (presses.length >= PRESSES) leave();
  };
  addEventListener('keydown', listen);
  return () => removeEventListener('keydown', listen);
}
