import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';
import { newSchedule } from '../new-documents.ts';
import { DaysField } from './days-field.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

/** Opening hours; several for a day with a break. */
export function ScheduleItems({ path }: { path: string }) {
  const { t } = useMessages();
  return (
    <Items
      name={`${path}.schedules`}
      title={t('schedule.title')}
      add={t('schedule.add')}
      empty={newSchedule}
      summary={({ byday, opens_at, closes_at }) =>
        byday ? `${byday} ${opens_at}–${closes_at}` : ''
      }
    >
      {(schedule) => (
        <>
          <DaysField name={`${schedule}.byday`} />
          <div className="columns">
            <TextField name={`${schedule}.opens_at`} label={t('schedule.opens')} type="time" />
            <TextField name={`${schedule}.closes_at`} label={t('schedule.closes')} type="time" />
            <TimeZoneField name={`${schedule}.time_zone`} />
          </div>
          <TextField
            name={`${schedule}.description`}
            label={t('schedule.description')}
            hint={t('schedule.descriptionHint')}
          />
        </>
      )}
    </Items>
  );
}
