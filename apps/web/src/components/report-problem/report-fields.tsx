import { useMessages } from '../../i18n/messages.tsx';
import { pageUrl } from '../../urls/page-url.ts';

/** A report of a problem that was not sent yet. */
export interface ReportDraft {
  kind: string;
  slug: string;
  text: string;
  /** When its form was opened, signed by the server; empty: not known. */
  opened: string;
}

/** What became of a report of a problem; what was not taken is shown in its form again. */
export type Report = { state: 'sent' } | { state: 'check' | 'failed'; draft: ReportDraft };

const MIN_LENGTH = 3;
const MAX_LENGTH = 2000;

/** The fields of a report. */
export function ReportFields({ draft }: { draft: ReportDraft }) {
  const { t, language } = useMessages();
  return (
    <form method="post" action={pageUrl(language, 'told')}>
      <input type="hidden" name="kind" value={draft.kind} />
      <input type="hidden" name="slug" value={draft.slug} />
      <input type="hidden" name="opened" value={draft.opened} />
      <p className="trap">
        <label htmlFor="wrong-website">{t('wrong.trap')}</label>
        <input id="wrong-website" name="website" autoComplete="off" tabIndex={-1} />
      </p>
      <label htmlFor="wrong-text">{t('wrong.label')}</label>
      <textarea
        id="wrong-text"
        name="text"
        rows={4}
        required
        minLength={MIN_LENGTH}
        maxLength={MAX_LENGTH}
        defaultValue={draft.text}
        aria-describedby="wrong-hint"
      />
      <p id="wrong-hint" className="note">
        {t('wrong.hint')}
      </p>
      <button type="submit" className="button">
        {t('wrong.send')}
      </button>
    </form>
  );
}
