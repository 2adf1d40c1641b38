import type { Page, Region, ServiceType } from '#contract';
import type { PageAddress } from '../address/page-address.ts';
import { useMessages } from '../messages/messages.tsx';
import { Filter } from './filters.tsx';
import { PlaceField } from './place-field.tsx';
import { PositionButton } from './position-button.tsx';
import type { RoundedPosition } from './rounded-position.ts';

export interface SearchFormProps {
  address: PageAddress;
  regions: Page<Region> | null;
  services: Page<ServiceType> | null;
  onChange(change: Partial<PageAddress>): void;
  onPosition(at: RoundedPosition): void;
}

/** Where, which state, what kind of help. */
export function SearchForm(props: SearchFormProps) {
  const { address, regions, services, onChange, onPosition } = props;
  const { t } = useMessages();
  return (
    <search className="search">
      <PlaceField value={address.near} onChoose={(near) => onChange({ near })} />
      <PositionButton onPosition={onPosition} />
      <div className="filters">
        <Filter
          label={t('filter.region')}
          any={t('filter.anyRegion')}
          value={address.region}
          options={regions?.items ?? []}
          onChange={(region) => onChange({ region })}
        />
        <Filter
          label={t('filter.service')}
          any={t('filter.anyService')}
          value={address.service}
          options={services?.items ?? []}
          onChange={(service) => onChange({ service })}
        />
      </div>
    </search>
  );
}
