import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { newSource } from '../new-documents.ts';

/** Where the record comes from. */
export function SourceItems({ path }: { path: string }) {
  const { t } = useMessages();
  return (
    <Items
      name={`${path}.sources`}
      title={t('source.title')}
      add={t('source.add')}
      empty={newSource}
      summary={({ what, date }) => [what, date].filter(Boolean).join(', ')}
    >
      {(source) => (
        <>
          <TextField name={`${source}.what`} label={t('source.what')} isRequired />
          <div className="columns">
            <TextField name={`${source}.date`} label={t('source.date')} hint="2026-11-30" />
            <TextField name={`${source}.url`} label={t('source.url')} type="url" />
          </div>
        </>
      )}
    </Items>
  );
}
