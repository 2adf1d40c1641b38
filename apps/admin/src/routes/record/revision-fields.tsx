import { TextField } from '../../form/text-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';

/** Why the record is changed, and where that comes from: no value is published without a source. */
export function RevisionFields() {
  const { t } = useMessages();
  return (
    <fieldset>
      <legend>{t('revision.title')}</legend>
      <TextField
        name="revision.source.what"
        label={t('revision.source')}
        hint={t('revision.sourceHint')}
        isRequired
      />
      <div className="columns">
        <TextField name="revision.source.date" label={t('revision.date')} type="date" isRequired />
        <TextField name="revision.source.url" label={t('revision.url')} type="url" />
      </div>
      <TextField name="revision.reason" label={t('revision.reason')} />
    </fieldset>
  );
}
