import { useFormContext, useWatch } from 'react-hook-form';
import { ChoicesField } from '../../../form/choices-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { useFacilities } from './use-facilities.ts';

/** Where a code works: in every facility, or in those that are named. */
export function CodeFacilities({ path }: { path: string }) {
  const { t } = useMessages();
  const { setValue } = useFormContext();
  const facilities = useFacilities();
  const name = `${path}.facility_ids`;
  const chosen = useWatch({ name }) as string[] | null;
  return (
    <>
      <label className="check">
        <input
          type="checkbox"
          checked={chosen === null}
          onChange={({ target }) =>
            setValue(name, target.checked ? null : [], { shouldDirty: true })
          }
        />
        {t('code.everywhere')}
      </label>
      {chosen !== null && (
        <ChoicesField name={name} label={t('code.facilities')} choices={facilities} />
      )}
    </>
  );
}
