import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { applyDifferences, type RecordDocument } from '#contract';
import { DifferenceList } from '../../../components/difference-list.tsx';
import { type Draft, readDraft, removeDraft, writeDraft } from '../../../drafts/draft-store.ts';
import { useMessages } from '../../../i18n/messages.tsx';
import { momentText } from '../../../i18n/texts.ts';
import type { EditorValues } from '../editor-values.ts';
import { useSettledValues } from './use-settled-values.ts';

interface DraftNoticeProps {
  /** What the draft is kept under. */
  id: string;
  /** As the form has it before anything is typed. */
  published: RecordDocument;
  /** Whether everything in the form is saved. */
  isSaved(): boolean;
}

/** Keeps what is typed, and offers what was typed before. */
export function DraftNotice({ id, published, isSaved }: DraftNoticeProps) {
  const { t, locale } = useMessages();
  const form = useFormContext<EditorValues>();
  const [found, setFound] = useState<Draft | null>(() => readDraft(id));
  useSettledValues(form, ({ document }) => {
    // What was found stays until it is decided on.
    if (found) return;
    if (isSaved()) removeDraft(id);
    else writeDraft(id, published, document);
  });
  if (!found) return null;
  const restored = applyDifferences(published, found.differences);
  const use = () => {
    setFound(null);
    form.reset(
      { ...form.getValues(), document: restored as RecordDocument },
      { keepDefaultValues: true },
    );
  };
  const remove = () => {
    removeDraft(id);
    setFound(null);
  };
  return (
    <section className="notice warning">
      <p>{t('draft.found', { date: momentText(found.at, locale) })}</p>
      {!restored && (
        <>
          <p>{t('draft.gone')}</p>
          <DifferenceList differences={found.differences} />
        </>
      )}
      <p className="item-buttons">
        {restored && (
          <button type="button" onClick={use}>
            {t('draft.use')}
          </button>
        )}
        <button type="button" className="quiet" onClick={remove}>
          {t('draft.delete')}
        </button>
      </p>
    </section>
  );
}
