import type { TranslatedField, Translation } from '#contract';
import { type Language, languages } from '../../i18n/languages.ts';
import { useMessages } from '../../i18n/messages.tsx';

/** Texts of the directory are written in it. */
const WRITTEN_IN: Language = 'en';

export interface RecordTextProps {
  /** As it was written, in English. */
  text: string;
  field: TranslatedField;
  translations: Translation[];
}

/** A text of the directory in a language; null where nobody has translated it. */
export function translationOf(
  translations: Translation[],
  field: TranslatedField,
  language: Language,
): Translation | null {
  return translations.find((one) => one.field === field && one.language === language) ?? null;
}

/**
 * A text of the directory as the reader can best read it, and what should be known of that: that it
 * is in English, that a machine translated it, or that the English says something else by now.
 */
export function RecordText({ text, field, translations }: RecordTextProps) {
  const { t, language } = useMessages();
  if (language === WRITTEN_IN) return <RecordParagraph text={text} />;
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

/** A text of the directory as it was written, and that it is in English where the reader's is not. */
export function RecordParagraph({ text }: { text: string }) {
  const { t, language } = useMessages();
  if (language === WRITTEN_IN) return <bdi>{text}</bdi>;
  return (
    <>
      <bdi lang={WRITTEN_IN} dir={languages[WRITTEN_IN].direction}>
        {text}
      </bdi>{' '}
      <small className="note">{t('text.english')}</small>
    </>
  );
}
