import { type OfflineCopy, useOfflineCopyInUse } from '../api-client/connection.ts';
import { localizedName } from '../i18n/localized-name.ts';
import { useMessages } from '../i18n/messages.tsx';
import { useVocabulary } from '../i18n/vocabulary.tsx';
import { selectableRegions } from '../offline/store/offline-regions.ts';

/** Shows that the copy on this device is in use, how old it is, and which regions it contains. */
export function OfflineNotice() {
  const copy = useOfflineCopyInUse();
  return <div role="status">{copy ? <Notice {...copy} /> : null}</div>;
}

/** Maximum number of region names in the notice. */
const MAX_NAMES = 6;

function Notice({ at, regions }: OfflineCopy) {
  const { t, locale } = useMessages();
  const names = useRegionNames(regions);
  const contents =
    names.length > MAX_NAMES
      ? t('offline.holdsMany', { count: names.length, page: t('saved.heading') })
      : t('offline.holds', { names: names.join(', ') });
  const date = new Date(at).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <p className="offline">
      {t('offline.notice', { date })} {regions.length > 0 ? contents : ''}
    </p>
  );
}

/** Returns the names of those codes that are states, in display order. */
function useRegionNames(codes: string[]): string[] {
  const { language } = useMessages();
  return selectableRegions(useVocabulary().regions)
    .filter(({ code }) => codes.includes(code))
    .map((region) => localizedName(language, 'region', region));
}
