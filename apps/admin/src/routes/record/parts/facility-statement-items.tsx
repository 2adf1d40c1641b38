import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useFacilities } from './use-facilities.ts';

/** In which detention facilities an organization works, and who says so. */
export function FacilityStatementItems() {
  const { t } = useMessages();
  const facilities = useFacilities();
  return (
    <Items
      name="document.facilities"
      title={t('statement.title')}
      add={t('statement.add')}
      empty={() => ({
        facility_id: facilities[0]?.value ?? '',
        statement: '',
        source_url: null,
        as_of: null,
      })}
      summary={({ facility_id }) =>
        facilities.find(({ value }) => value === facility_id)?.text ?? ''
      }
    >
      {(statement) => (
        <>
          <ChoiceField
            name={`${statement}.facility_id`}
            label={t('statement.facility')}
            choices={facilities}
          />
          <TextField
            name={`${statement}.statement`}
            label={t('statement.statement')}
            isLong
            isRequired
          />
          <div className="columns">
            <TextField name={`${statement}.source_url`} label={t('source.url')} type="url" />
            <TextField name={`${statement}.as_of`} label={t('phone.asOf')} />
          </div>
        </>
      )}
    </Items>
  );
}
