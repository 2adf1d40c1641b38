import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganizationDocument } from '#contract';
import { languages, languageTags } from '../../../../../web/src/i18n/languages.ts';
import { previewPage } from '../../../api-client/places.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Labeled } from '../../../components/labeled.tsx';
import { Waiting } from '../../../components/waiting.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

interface RecordPreviewProps {
  /** null: a new organization. */
  id: string | null;
  /** As it would be saved. */
  document: OrganizationDocument;
  onClose(): void;
}

/** The page of an organization as the public would get it, in any language of the site. */
export function RecordPreview({ id, document, onClose }: RecordPreviewProps) {
  const { t, language: own } = useMessages();
  const [language, setLanguage] = useState<string>(own);
  const { data, error, isFetching } = useQuery({
    queryKey: ['preview', id, document, language],
    queryFn: ({ signal }) => previewPage({ id, document, language }, signal),
    gcTime: 0,
  });
  return (
    <Dialog title={t('preview.title')} onClose={onClose}>
      <Labeled label={t('preview.language')}>
        {(ids) => (
          <select {...ids} value={language} onChange={({ target }) => setLanguage(target.value)}>
            {languageTags.map((tag) => (
              <option key={tag} value={tag} lang={tag}>
                {languages[tag].name}
              </option>
            ))}
          </select>
        )}
      </Labeled>
      {isFetching && <Waiting />}
      <ErrorNotice error={error} />
      {data === null && <p className="notice warning">{t('preview.missing')}</p>}
      {data && <PageFrame html={data} title={t('preview.title')} />}
    </Dialog>
  );
}

/** A page without scripts, whose links lead nowhere. */
function PageFrame({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className="preview"
      title={title}
      sandbox="allow-same-origin"
      srcDoc={html}
      onLoad={({ currentTarget }) => {
        currentTarget.contentDocument?.addEventListener('click', (event) => {
          // Parts that unfold stay usable.
          if ((event.target as Element).closest('a, button')) event.preventDefault();
        });
        currentTarget.contentDocument?.addEventListener('submit', (event) =>
          event.preventDefault(),
        );
      }}
    />
  );
}
