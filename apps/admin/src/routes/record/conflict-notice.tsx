import { applyDifferences, differencesOf, type EditedRecord, type RecordDocument } from '#contract';
import { DifferenceList } from '../../components/difference-list.tsx';
import { useMessages } from '../../i18n/messages.tsx';

interface ConflictNoticeProps {
  /** What both began with. */
  base: RecordDocument;
  mine: RecordDocument;
  /** What somebody else has published in the meantime. */
  current: EditedRecord;
  onMerge: (merged: RecordDocument, current: EditedRecord) => void;
}

/** Shows both sides field by field, and merges what does not clash. */
export function ConflictNotice({ base, mine, current, onMerge }: ConflictNoticeProps) {
  const { t } = useMessages();
  const theirs = differencesOf(base, current.document);
  const ours = differencesOf(base, mine);
  const taken = new Set(theirs.map(({ path }) => path));
  const clashing = ours.filter(({ path }) => taken.has(path));
  const merge = (all: boolean) => {
    const wanted = all ? ours : ours.filter(({ path }) => !taken.has(path));
    onMerge(applyDifferences(current.document, wanted) ?? current.document, current);
  };
  return (
    <section className="notice warning" role="alert" aria-label={t('conflict.title')}>
      <h2>{t('conflict.title')}</h2>
      <p>{t('conflict.lead')}</p>
      <h3>{t('conflict.theirs')}</h3>
      <DifferenceList differences={theirs} />
      <h3>{t('conflict.mine')}</h3>
      <DifferenceList differences={ours} />
      {clashing.length > 0 && <p>{t('conflict.clash', { count: clashing.length })}</p>}
      <p className="buttons">
        <button type="button" onClick={() => merge(clashing.length === 0)}>
          {t('conflict.merge')}
        </button>
        {clashing.length > 0 && (
          <button type="button" className="quiet" onClick={() => merge(true)}>
            {t('conflict.mineWins')}
          </button>
        )}
      </p>
    </section>
  );
}
