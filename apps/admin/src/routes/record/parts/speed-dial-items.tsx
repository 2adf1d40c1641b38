import { speedDialStatuses } from '#contract';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { today } from '../../../i18n/texts.ts';
import { newSpeedDial } from '../new-documents.ts';
import { CodeFacilities } from './code-facilities.tsx';

/** Codes of detention phones. Their status changes with a new entry of the history. */
export function SpeedDialItems({ path }: { path: string }) {
  const { t } = useMessages();
  return (
    <Items
      name={`${path}.speed_dials`}
      title={t('code.title')}
      add={t('code.add')}
      empty={newSpeedDial}
      summary={({ code, status }) => [code, status].filter(Boolean).join(', ')}
    >
      {(dial) => (
        <>
          <div className="columns">
            <TextField
              name={`${dial}.code`}
              label={t('code.code')}
              hint={t('code.codeHint')}
              isRequired
            />
            <TextField name={`${dial}.status`} label={t('code.status')} isReadOnly />
          </div>
          <CodeFacilities path={dial} />
          <TextField name={`${dial}.note`} label={t('code.note')} />
          <Items
            name={`${dial}.history`}
            title={t('code.history')}
            add={t('code.addHistory')}
            empty={() => ({ status: 'working', date: today(), what: '', source_url: null })}
            summary={({ date, what }) => [date, what].filter(Boolean).join(': ')}
          >
            {(event) => (
              <>
                <div className="columns">
                  <ChoiceField
                    name={`${event}.status`}
                    label={t('code.status')}
                    none={t('form.unknown')}
                    choices={speedDialStatuses.map((value) => ({
                      value,
                      text: t(`codeStatus.${value}`),
                    }))}
                  />
                  <TextField name={`${event}.date`} label={t('source.date')} type="date" />
                  <TextField name={`${event}.source_url`} label={t('source.url')} type="url" />
                </div>
                <TextField name={`${event}.what`} label={t('code.what')} isRequired />
              </>
            )}
          </Items>
        </>
      )}
    </Items>
  );
}
