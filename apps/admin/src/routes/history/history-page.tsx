import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { RevisionSummary } from '#contract';
import {
  kindOfPath,
  listRevisions,
  type RecordId,
  readRecord,
  readRevision,
  undoRevision,
} from '../../api-client/records.ts';
import { DifferenceList } from '../../components/difference-list.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { MissingPage } from '../../components/missing-page.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { momentText, today } from '../../i18n/texts.ts';

/** All changes of a record, the newest first; each can be taken back. */
export function HistoryPage() {
  const { kind: path, id } = useParams();
  const kind = kindOfPath(path);
  if (!kind || !id) return <MissingPage />;
  return <History record={{ kind, id }} path={`/records/${path}/${id}`} />;
}

function History({ record, path }: { record: RecordId; path: string }) {
  const { t } = useMessages();
  const { data, error, isPending } = useQuery({
    queryKey: ['revisions', record.id],
    queryFn: () => listRevisions(record),
  });
  return (
    <>
      <h1>{t('history.title')}</h1>
      <p>
        <Link to={path}>{t('history.back')}</Link>
      </p>
      <ErrorNotice error={error} />
      {isPending && <Waiting />}
      {data?.length === 0 && <p>{t('history.none')}</p>}
      <ol className="rows">
        {data?.map((revision) => (
          <li key={revision.id}>
            <RevisionItem record={record} revision={revision} />
          </li>
        ))}
      </ol>
    </>
  );
}

function RevisionItem({ record, revision }: { record: RecordId; revision: RevisionSummary }) {
  const { t, locale } = useMessages();
  const [isOpen, setIsOpen] = useState(false);
  const { action, author, made_at, reason, source } = revision;
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary>
        {momentText(made_at, locale)}: {t(`revision.${action}`)},{' '}
        {author?.name ?? t('history.erased')}
      </summary>
      {reason && <p dir="auto">{reason}</p>}
      {source && (
        <p className="hint">
          {source.what} {source.date} {source.url}
        </p>
      )}
      {isOpen && <RevisionDifferences record={record} revision={revision} />}
    </details>
  );
}

function RevisionDifferences({
  record,
  revision,
}: {
  record: RecordId;
  revision: RevisionSummary;
}) {
  const { t } = useMessages();
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['revision', revision.id],
    queryFn: () => readRevision(record, revision.id),
  });
  const revert = useAction(async () => {
    const { version } = await readRecord(record);
    const source = { url: null, what: t('history.revertSource'), date: today() };
    await undoRevision(record, { id: revision.id, version }, { reason: null, source });
    await queries.invalidateQueries();
  });
  if (error) return <ErrorNotice error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <DifferenceList differences={data.differences} />
      <ErrorNotice error={revert.error} />
      <button type="button" className="quiet" onClick={() => void revert.run()}>
        {t('history.revert')}
      </button>
    </>
  );
}
