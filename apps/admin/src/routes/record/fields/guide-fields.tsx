import { guideStatuses } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { today } from '../../../i18n/texts.ts';
import { SourceItems } from '../parts/source-items.tsx';

/** Status and changes of a guide, and its texts. */
export function GuideFields() {
  const { t } = useMessages();
  return (
    <>
      <div className="columns">
        <ChoiceField
          name="document.status"
          label={t('organization.status')}
          choices={guideStatuses.map((value) => ({ value, text: t(`guideStatus.${value}`) }))}
        />
        <TextField name="document.as_of" label={t('phone.asOf')} type="date" />
        <TextField name="document.reviewed_by" label={t('guide.reviewedBy')} />
        <TextField name="document.review_due" label={t('guide.reviewDue')} type="date" />
      </div>
      <Items
        name="document.changes"
        title={t('guide.changes')}
        add={t('guide.addChange')}
        empty={() => ({ date: today(), texts: { en: '' }, source_url: null })}
        summary={({ date }) => String(date ?? '')}
      >
        {(change) => (
          <>
            <div className="columns">
              <TextField name={`${change}.date`} label={t('source.date')} type="date" />
              <TextField name={`${change}.source_url`} label={t('source.url')} type="url" />
            </div>
            <TextField name={`${change}.texts.en`} label="English" isLong isRequired />
            <TextField name={`${change}.texts.es`} label="Español" isLong />
          </>
        )}
      </Items>
      <Items
        name="document.texts"
        title={t('guide.texts')}
        add={t('guide.addText')}
        empty={() => ({ language: '', title: '', summary: '', body: '', draft: true })}
        summary={({ language, title }) => [language, title].filter(Boolean).join(': ')}
      >
        {(text) => (
          <>
            <div className="columns">
              <TextField name={`${text}.language`} label={t('guide.language')} isRequired />
              <TextField name={`${text}.title`} label={t('record.name')} isRequired />
            </div>
            <TextField name={`${text}.summary`} label={t('guide.summary')} isLong isRequired />
            <TextField
              name={`${text}.body`}
              label={t('guide.body')}
              hint="Markdown"
              isLong
              isRequired
            />
          </>
        )}
      </Items>
      <SourceItems path="document" />
    </>
  );
}
