import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useBlocker } from 'react-router';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { type EditorValues, newNote, type RecordEditorProps } from './editor-values.ts';
import { FacilityFields } from './fields/facility-fields.tsx';
import { GuideFields } from './fields/guide-fields.tsx';
import { HelpLineFields } from './fields/help-line-fields.tsx';
import { OrganizationFields } from './organization/organization-fields.tsx';
import { RevisionFields } from './revision-fields.tsx';
import { useRecordSave } from './use-record-save.ts';

const fieldsOf = {
  organization: OrganizationFields,
  help_line: HelpLineFields,
  facility: FacilityFields,
  guide: GuideFields,
};

/** Changes a record and publishes it, or proposes the change to those who may. */
export function RecordEditor(props: RecordEditorProps) {
  const { kind, document, message } = props;
  const { t } = useMessages();
  const form = useForm<EditorValues>({ defaultValues: { document, revision: newNote() } });
  const { save, isSaved, conflict, takeCurrent, mayPublish } = useRecordSave(props, form);
  const { isDirty } = form.formState;
  const Fields = fieldsOf[kind];
  useUnsavedWarning(() => isDirty && !isSaved());
  return (
    <FormProvider {...form}>
      <form onSubmit={form.handleSubmit(() => save.run())} noValidate>
        {conflict && (
          <ConflictNotice
            base={document}
            mine={form.getValues('document')}
            current={conflict}
            onMerge={takeCurrent}
          />
        )}
        <Fields />
        <RevisionFields />
        <div className="save-bar">
          <button type="submit" aria-disabled={save.isRunning || !isDirty}>
            {t(mayPublish ? 'record.publish' : 'record.propose')}
          </button>
          <button type="button" className="quiet" disabled={!isDirty} onClick={() => form.reset()}>
            {t('record.discard')}
          </button>
          <span role="status">{message}</span>
        </div>
        <ErrorNotice error={save.error} />
      </form>
    </FormProvider>
  );
}

/** Asks before a page with unsaved changes is left. */
function useUnsavedWarning(hasUnsaved: () => boolean): void {
  const { t } = useMessages();
  const blocker = useBlocker(hasUnsaved);
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(t('record.unsaved'))) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [hasUnsaved]);
}
