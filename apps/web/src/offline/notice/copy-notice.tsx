import type { OfflineCopy } from '../../api-client/connection.ts';
import { languages } from '../../i18n/languages.ts';
import { localizedName } from '../../i18n/localized-name.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { useVocabulary } from '../../i18n/vocabulary.tsx';
import { NETWORK_PAGE } from '../../urls/page-url.ts';
import { selectableRegions } from '../store/offline-regions.ts';
import { openedFromCopy } from '../worker-client/current-document.ts';
import type { OpenedFromCopy } from '../worker-client/opened-from-copy.ts';

/** Maximum number of region names in the notice. */
const MAX_NAMES = 6;

/** Says why the copy on this device is in use, how old it is, and which regions it contains. */
export function CopyNotice({ at, regions, failure }: OfflineCopy) {
  const { t, locale } = useMessages();
  const names = useRegionNames(regions);
  const contents =
    names.length > MAX_NAMES
      ? t('offline.holdsMany', { count: names.length, page: t('saved.heading') })
      : t('offline.holds', { names: names.join(', ') });
  const date = new Date(at).toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short' });
  const opened = openedFromCopy();
  return (
    <div className="offline">
      {opened?.otherLanguage ? <OtherLanguage {...opened.otherLanguage} /> : null}
      <p>
        {t(`offline.${failure}`)} {t('offline.copy', { date })} {regions.length > 0 ? contents : ''}
      </p>
      <a className="button quiet" href={opened?.asked ?? location.pathname + location.search}>
        {t('results.retry')}
      </a>{' '}
      {failure === 'portal' ? (
        <a className="button quiet" href={NETWORK_PAGE}>
          {t('offline.signIn')}
        </a>
      ) : null}
    </div>
  );
}

/** Says twice that the copy is in another language: in the one that was asked for, and in its own. */
function OtherLanguage({ asked, text }: NonNullable<OpenedFromCopy['otherLanguage']>) {
  const { t } = useMessages();
  const { name, direction } = languages[asked];
  return (
    <>
      <p lang={asked} dir={direction}>
        {text}
      </p>
      <p>{t('offline.askedLanguage', { language: name })}</p>
    </>
  );
}

/** Returns the names of those codes that are states, in display order. */
function useRegionNames(codes: string[]): string[] {
  const { language } = useMessages();
  return selectableRegions(useVocabulary().regions)
    .filter(({ code }) => codes.includes(code))
    .map((region) => localizedName(language, 'region', region));
}
