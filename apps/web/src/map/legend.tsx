import { useMessages } from '../i18n/messages.tsx';
import { useVocabulary } from '../i18n/vocabulary.tsx';
import { glyphs } from './markers/glyphs.ts';

/** What the signs on the map mean. */
export function Legend() {
  const { t } = useMessages();
  const { serviceName } = useVocabulary();
  return (
    <ul className="legend" aria-label={t('map.legend')}>
      {glyphs.map(({ code, path }) => (
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
