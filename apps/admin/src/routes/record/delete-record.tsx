import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { EditedRecord } from '#contract';
import { deleteRecord } from '../../api-client/records.ts';
import { ActionForm } from '../../components/action-form.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PlainField } from '../../components/plain-field.tsx';
import { useAction } from '../../components/use-action.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { today } from '../../i18n/texts.ts';

/** Deletes a record, with the source that says why; the history brings it back. */
export function DeleteRecord({ record }: { record: EditedRecord }) {
  const { t } = useMessages();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const [what, setWhat] = useState('');
  const action = useAction(async () => {
    const source = { url: null, what, date: today() };
    await deleteRecord(record, record.version, { reason: null, source });
    await queries.invalidateQueries();
    await navigate('/records');
  });
  return (
    <>
      <button type="button" className="quiet danger" onClick={() => setIsOpen(true)}>
        {t('record.delete')}
      </button>
      {isOpen && (
        <Dialog title={t('record.delete')} onClose={() => setIsOpen(false)}>
          <p>{t('record.deleteLead')}</p>
          <ActionForm action={action} submit={t('record.delete')}>
            <PlainField
              label={t('revision.source')}
              hint={t('revision.sourceHint')}
              required
              value={what}
              onValue={setWhat}
            />
          </ActionForm>
        </Dialog>
      )}
    </>
  );
}
