import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { EditedKind, EditedRecord } from '#contract';
import { kindOfPath, readRecord } from '../../api-client/records.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { MissingPage } from '../../components/missing-page.tsx';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { dateText } from '../../i18n/texts.ts';
import { useSession } from '../../session/session.tsx';
import { DeleteRecord } from './delete-record.tsx';
import { newDocument } from './new-documents.ts';
import { RecordEditor } from './record-editor.tsx';

/** One record: everything that is stored of it, in one form. */
export function RecordPage() {
  const { kind: path, id } = useParams();
  const kind = kindOfPath(path);
  if (!kind || !id) return <MissingPage />;
  if (id === 'new') return <NewRecord kind={kind} />;
  return <StoredRecord key={id} kind={kind} id={id} />;
}

function NewRecord({ kind }: { kind: EditedKind }) {
  const { t } = useMessages();
  const document = newDocument(kind);
  if (!document) return <MissingPage />;
  return (
    <>
      <h1>{t('record.new')}</h1>
      <RecordEditor kind={kind} record={null} document={document} message="" onSaved={() => {}} />
    </>
  );
}

function StoredRecord({ kind, id }: { kind: EditedKind; id: string }) {
  const { t, locale } = useMessages();
  const { ability } = useSession();
  const [saved, setSaved] = useState({ count: 0, message: '' });
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['record', id],
    queryFn: () => readRecord({ kind, id }),
    // A form that somebody fills in must not change under their hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Waiting />;
  const { document, verified_at, withheld } = data;
  const onSaved = (record: EditedRecord | null) => {
    queries.setQueryData(['record', id], record ?? data);
    const message = t(record ? 'record.saved' : 'record.proposed');
    setSaved(({ count }) => ({ count: count + 1, message }));
  };
  return (
    <>
      <h1>{'name' in document && document.name ? document.name : document.slug}</h1>
      <p>
        {verified_at
          ? t('call.verifiedAt', { date: dateText(verified_at, locale) })
          : t('freshness.never')}{' '}
        <Link to="history">{t('history.title')}</Link>
      </p>
      {withheld && <p className="notice warning">{t('record.withheld')}</p>}
      <RecordEditor
        // A form of its own for what is stored now.
        key={saved.count}
        kind={kind}
        record={data}
        document={document}
        message={saved.message}
        onSaved={onSaved}
      />
      {ability.can('delete', kind) && <DeleteRecord record={data} />}
    </>
  );
}
