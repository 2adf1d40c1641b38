import { useQuery } from '@tanstack/react-query';
import { useFormContext, useWatch } from 'react-hook-form';
import { listRecords, readRecord } from '../../../api-client/records.ts';
import { SearchBox } from '../../../form/search-box.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

const ID = 'document.organization_id';
/** What the public reads; people may know a line by another name than the directory has. */
const NAME = 'document.organization_name';

/** Which organization answers a help line: one of the directory, or any other by its name. */
export function OrganizationField() {
  const { t } = useMessages();
  const { setValue } = useFormContext();
  const id = useWatch({ name: ID }) as string | null;
  const link = (value: string | null) => setValue(ID, value, { shouldDirty: true });
  return (
    <>
      {id === null ? (
        <SearchBox
          label={t('helpLine.findOrganization')}
          hint={t('helpLine.findOrganizationHint')}
          find={organizationsNamed}
          textOf={({ name }) => name}
          onPick={(found) => {
            link(found.id);
            setValue(NAME, found.name, { shouldDirty: true });
          }}
        />
      ) : (
        <ChosenOrganization id={id} onClear={() => link(null)} />
      )}
      <TextField name={NAME} label={t('helpLine.organization')} />
    </>
  );
}

function ChosenOrganization({ id, onClear }: { id: string; onClear(): void }) {
  const { t } = useMessages();
  const { data } = useQuery({
    queryKey: ['record', 'organization', id],
    queryFn: () => readRecord({ kind: 'organization', id }),
  });
  const name = data && 'name' in data.document ? data.document.name : id;
  return (
    <p>
      {t('helpLine.findOrganization')}: <bdi>{name}</bdi>{' '}
      <button type="button" className="quiet" onClick={onClear}>
        {t('helpLine.otherOrganization')}
      </button>
    </p>
  );
}

async function organizationsNamed(text: string) {
  const query = new URLSearchParams({ kind: 'organization', q: text });
  return (await listRecords(query)).items;
}
