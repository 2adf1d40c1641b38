import { useEffect, useState } from 'react';
import { FormProvider, useForm, useFormContext } from 'react-hook-form';
import { useBlocker } from 'react-router';
import type { RecordDocument } from '#contract';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { ConflictNotice } from './conflict-notice.tsx';
import { type EditorValues, newNote, type RecordEditorProps } from './editor-values.ts';
import { withEmptyParts, withoutEmptyParts, withoutEmptyTexts } from './empty-parts.ts';
import { FacilityFields } from './fields/facility-fields.tsx';
import { GuideFields } from './fields/guide-fields.tsx';
import { HelpLineFields } from './fields/help-line-fields.tsx';
import { OrganizationFields } from './organization/organization-fields.tsx';
import { RecordPreview } from './preview/record-preview.tsx';
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
  const { kind, record, document, message } = props;
  const { t } = useMessages();
  const form = useForm<EditorValues>({
    defaultValues: withoutEmptyTexts({ document: withEmptyParts(document), revision: newNote() }),
  });
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
          {kind === 'organization' && <PreviewButton id={record?.id ?? null} />}
          <span role="status">{message}</span>
        </div>
        <ErrorNotice error={save.error} />
      </form>
    </FormProvider>
  );
}

/** Shows what the form holds as the public would get it. */
function PreviewButton({ id }: { id: string | null }) {
  const { t } = useMessages();
  const { getValues } = useFormContext<EditorValues>();
  const [shown, setShown] = useState<RecordDocument | null>(null);
  const show = () => setShown(withoutEmptyParts(structuredClone(getValues('document'))));
  return (
    <>
      <button type="button" className="quiet" onClick={show}>
        {t('preview.open')}
      </button>
      {shown && 'services' in shown && (
        <RecordPreview id={id} document={shown} onClose={() => setShown(null)} />
      )}
    </>
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
