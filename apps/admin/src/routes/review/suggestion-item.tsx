import { useState } from 'react';
import { Link } from 'react-router';
import type { Difference, ReviewedSuggestion, RevisionNote } from '#contract';
import { kindPaths } from '../../api-client/records.ts';
import { acceptSuggestion, rejectSuggestion } from '../../api-client/review.ts';
import { DifferenceList } from '../../components/difference-list.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useToggledSet } from '../../components/use-toggled-set.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { momentText, today } from '../../i18n/texts.ts';

interface SuggestionItemProps {
  suggestion: ReviewedSuggestion;
  onHandled: () => Promise<void>;
}

/** One suggestion: what it says, what it would change, and what to do with it. */
export function SuggestionItem({ suggestion, onHandled }: SuggestionItemProps) {
  const { t } = useMessages();
  const { id, origin, action, record, differences } = suggestion;
  const [left, toggle] = useToggledSet();
  const [reason, setReason] = useState('');
  const accept = useAction(async () => {
    const paths = differences.map(({ path }) => path).filter((path) => !left.has(path));
    await acceptSuggestion(id, {
      ...(left.size > 0 ? { paths } : {}),
      ...(reason.trim() === '' ? {} : { reply: reason }),
      ...(origin === 'file' ? { revision: ofTheFiles(t('origin.file')) } : {}),
    });
    await onHandled();
  });
  const reject = useAction(async () => {
    await rejectSuggestion(id, reason);
    await onHandled();
  });
  return (
    <article className="notice" aria-labelledby={`about-${id}`}>
      <h2 id={`about-${id}`}>
        <Link to={`/records/${kindPaths[record.kind]}/${record.id}`}>{record.name}</Link>
      </h2>
      <SuggestionOrigin suggestion={suggestion} />
      {action === 'delete' && <p className="notice warning">{t('review.deletes')}</p>}
      {action === 'update' && (
        <ChosenDifferences differences={differences} left={left} toggle={toggle} />
      )}
      <ErrorNotice error={accept.error ?? reject.error} />
      <PlainField
        label={t(suggestion.author ? 'review.reply' : 'review.reason')}
        value={reason}
        onValue={setReason}
      />
      <p className="buttons">
        <button
          type="button"
          onClick={() => void accept.run()}
          disabled={action === 'update' && left.size === differences.length}
        >
          {t(acceptText(action, left.size > 0))}
        </button>
        <Link className="button quiet" to={`/records/${kindPaths[record.kind]}/${record.id}`}>
          {t('review.edit')}
        </Link>
        <button
          type="button"
          className="quiet danger"
          disabled={reason.trim() === ''}
          onClick={() => void reject.run()}
        >
          {t('review.reject')}
        </button>
      </p>
    </article>
  );
}

interface ChosenDifferencesProps {
  differences: Difference[];
  /** The paths of those that are left out. */
  left: ReadonlySet<string>;
  toggle(path: string): void;
}

/** Differences, each of which can be left out. */
function ChosenDifferences({ differences, left, toggle }: ChosenDifferencesProps) {
  const { t } = useMessages();
  return (
    <DifferenceList
      differences={differences}
      before={({ path }) => (
        <input
          type="checkbox"
          aria-label={t('review.include')}
          checked={!left.has(path)}
          onChange={() => toggle(path)}
        />
      )}
    />
  );
}

function SuggestionOrigin({ suggestion }: Pick<SuggestionItemProps, 'suggestion'>) {
  const { t, locale } = useMessages();
  const { author, origin, made_at, text } = suggestion;
  return (
    <>
      <p className="hint">
        {author ? author.name : t(`origin.${origin}`)}, {momentText(made_at, locale)}
        {suggestion.four_eyes && `. ${t('review.fourEyes')}`}
      </p>
      <blockquote dir="auto">{text}</blockquote>
    </>
  );
}

function ofTheFiles(what: string): RevisionNote {
  return { reason: null, source: { url: null, what, date: today() } };
}

function acceptText(
  action: ReviewedSuggestion['action'],
  isPart: boolean,
): 'review.done' | 'review.acceptPart' | 'review.accept' {
  if (action === 'note') return 'review.done';
  return isPart ? 'review.acceptPart' : 'review.accept';
}
