import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';

export interface ReportProblemFormProps {
  kind: 'listing' | 'organization' | 'facility';
  slug: string;
}

const MIN_LENGTH = 3;
const MAX_LENGTH = 2000;

/** A form to report an error in a record. It works without JavaScript. */
export function ReportProblemForm({ kind, slug }: ReportProblemFormProps) {
  const { t, language } = useMessages();
  return (
    <details className="tell">
      <summary>{t('wrong.heading')}</summary>
      <form method="post" action={pageUrl(language, 'told')}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="slug" value={slug} />
        <label htmlFor="wrong-text">{t('wrong.label')}</label>
        <textarea
          id="wrong-text"
          name="text"
          rows={4}
          required
          minLength={MIN_LENGTH}
          maxLength={MAX_LENGTH}
          aria-describedby="wrong-hint"
        />
        <p id="wrong-hint" className="note">
          {t('wrong.hint')}
        </p>
        <button type="submit" className="button">
          {t('wrong.send')}
        </button>
      </form>
    </details>
  );
}
