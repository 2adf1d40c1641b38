import type { TranslatedField, Translation } from '#contract';
import { type Language, languages } from '../../i18n/languages.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** The language in which texts of the directory are written. */
const ORIGINAL_LANGUAGE: Language = 'en';

export interface RecordTextProps {
  /** The English original. */
  text: string;
  field: TranslatedField;
  translations: Translation[];
}

/** Finds the translation of a text of the directory; null if there is none. */
export function translationOf(
  translations: Translation[],
  field: TranslatedField,
  language: Language,
): Translation | null {
  return translations.find((one) => one.field === field && one.language === language) ?? null;
}

/**
 * Shows a text of the directory in the visitor's language if possible, with a note if it is in
 * English, was translated by a machine, or is an outdated translation.
 */
export function RecordText({ text, field, translations }: RecordTextProps) {
  const { t, language } = useMessages();
  if (language === ORIGINAL_LANGUAGE) return <RecordParagraph text={text} />;
  const translation = translationOf(translations, field, language);
  if (!translation) return <RecordParagraph text={text} />;
  return (
    <>
      <bdi>{translation.text}</bdi>{' '}
      {translation.outdated ? (
        <>
          <small className="note">{t('text.outdated')}</small> <RecordParagraph text={text} />
        </>
      ) : null}
      {translation.reviewed_by === null && !translation.outdated ? (
        <small className="note">{t('text.draft')}</small>
      ) : null}
    </>
  );
}

/** Shows a text of the directory in English, with a note for visitors who use another language. */
export function RecordParagraph({ text }: { text: string }) {
  const { t, language } = useMessages();
  if (language === ORIGINAL_LANGUAGE) return <bdi>{text}</bdi>;
  return (
    <>
      <bdi lang={ORIGINAL_LANGUAGE} dir={languages[ORIGINAL_LANGUAGE].direction}>
        {text}
      </bdi>{' '}
      <small className="note">{t('text.english')}</small>
    </>
  );
}
