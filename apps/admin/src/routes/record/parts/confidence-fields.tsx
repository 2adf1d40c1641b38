import { confidences } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

/** How well the sources support the record. */
export function ConfidenceFields() {
  const { t } = useMessages();
  return (
    <div className="columns">
      <ChoiceField
        name="document.confidence"
        label={t('record.confidence')}
        choices={confidences.map((value) => ({ value, text: t(`confidence.${value}`) }))}
      />
      <TextField name="document.confidence_note" label={t('record.confidenceNote')} />
    </div>
  );
}
