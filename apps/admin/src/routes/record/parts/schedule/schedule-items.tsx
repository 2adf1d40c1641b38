import type { ScheduleDocument } from '#contract';
import { Items } from '../../../../form/items.tsx';
import { TextField } from '../../../../form/text-field.tsx';
import { type Messages, useMessages } from '../../../../i18n/messages.tsx';
import { newSchedule } from '../../new-documents.ts';
import { ScheduleDays } from './schedule-days.tsx';
import { TimeZoneField } from './time-zone-field.tsx';

/** Opening hours, of every week and of special days; several for a day with a break. */
export function ScheduleItems({ path }: { path: string }) {
  const { t } = useMessages();
  return (
    <Items
      name={`${path}.schedules`}
      title={t('schedule.title')}
      add={t('schedule.add')}
      empty={newSchedule}
      summary={(schedule) => summaryOf(schedule as unknown as ScheduleDocument, t)}
    >
      {(schedule) => (
        <>
          <ScheduleDays path={schedule} />
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

function summaryOf(schedule: ScheduleDocument, t: Messages['t']): string {
  const { byday, special_days, opens_at, closes_at } = schedule;
  const days = special_days ? `${special_days.from ?? ''} – ${special_days.to ?? ''}` : byday;
  if (!days) return '';
  return opens_at || closes_at
    ? `${days} ${opens_at ?? ''}–${closes_at ?? ''}`
    : `${days} ${special_days ? t('schedule.closed') : ''}`;
}
