import { useMessages } from '../i18n/messages.tsx';
import { useVocabulary } from '../i18n/vocabulary.tsx';
import { serviceIcons } from './markers/service-icons.ts';

/** Explains the icons on the map. */
export function Legend() {
  const { t } = useMessages();
  const { serviceName } = useVocabulary();
  return (
    <ul className="legend" aria-label={t('map.legend')}>
      {serviceIcons.map(({ code, path }) => (
        <li key={path}>
          <svg className="glyph" viewBox="0 0 16 16" aria-hidden="true">
            <path d={path} />
          </svg>
          {code ? serviceName(code) : t('map.legend.other')}
        </li>
      ))}
      {(['area', 'closed', 'unknown'] as const).map((kind) => (
        <li key={kind}>
          <span className={`sample sample-${kind}`} />
          {t(`map.legend.${kind}`)}
        </li>
      ))}
    </ul>
  );
}
