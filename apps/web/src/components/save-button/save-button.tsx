import type { Listing } from '#contract';
import { useMessages } from '../../i18n/messages.tsx';
import { toggleSaved, useSavedList } from './saved-list.ts';

/** Saves a place on this device, to find it again. */
export function SaveButton({ listing: { slug, name } }: { listing: Listing }) {
  const { t } = useMessages();
  const saved = useSavedList().slugs.includes(slug);
  return (
    <button
      type="button"
      className="button quiet needs-script"
      aria-pressed={saved}
      aria-label={t('saved.name', { name })}
      onClick={() => toggleSaved(slug)}
    >
      {saved ? '★' : '☆'} {t('saved.save')}
    </button>
  );
}
