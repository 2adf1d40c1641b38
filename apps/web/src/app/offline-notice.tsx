import { type OfflineCopy, useOfflineCopyInUse } from '../api-client/connection.ts';
import { localizedName } from '../i18n/localized-name.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useVocabulary } from '../i18n/vocabulary.tsx';
import { selectableRegions } from '../offline/store/offline-regions.ts';

/** Says that the copy on this device answers, how old it is, and what is missing from it. */
export function OfflineNotice() {
  const copy = useOfflineCopyInUse();
  return <div role="status">{copy ? <Notice {...copy} /> : null}</div>;
}

/** More names than this make the notice longer than what it is about. */
const MAX_NAMES = 6;

function Notice({ at, regions }: OfflineCopy) {
  const { t, locale } = useMessages();
  const names = useRegionNames(regions);
  const held =
    names.length > MAX_NAMES
      ? t('offline.holdsMany', { count: names.length, page: t('saved.heading') })
      : t('offline.holds', { names: names.join(', ') });
  const date = new Date(at).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <p className="offline">
      {t('offline.notice', { date })} {regions.length > 0 ? held : ''}
    </p>
  );
}

/** The names of the states among some codes, in the page's order. */
function useRegionNames(codes: string[]): string[] {
  const { language } = useMessages();
  return selectableRegions(useVocabulary().regions)
    .filter(({ code }) => codes.includes(code))
    .map((region) => localizedName(language, 'region', region));
}
