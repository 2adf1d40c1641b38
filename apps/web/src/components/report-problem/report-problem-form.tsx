import { useState } from 'react';
import { fetchJson } from '../../api-client/fetch-json.ts';
import { useMessages } from '../../i18n/messages.tsx';
import { type ReportDraft, ReportFields } from './report-fields.tsx';

export type ReportProblemFormProps = Pick<ReportDraft, 'kind' | 'slug'>;

/**
 * A form to report an error in a record. Without JavaScript it does not know when it was opened: what
 * was written is then shown once more before it is taken.
 */
export function ReportProblemForm({ kind, slug }: ReportProblemFormProps) {
  const { t } = useMessages();
  const [opened, setOpened] = useState('');
  const open = () => {
    if (opened !== '') return;
    fetchJson<{ opened: string }>('/v1/suggestions/form').then(
      (form) => setOpened(form.opened),
      () => {},
    );
  };
  return (
    <details className="tell" onToggle={open}>
      <summary>{t('wrong.heading')}</summary>
      <ReportFields draft={{ kind, slug, text: '', opened }} />
    </details>
  );
}
