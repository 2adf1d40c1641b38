import { useController } from 'react-hook-form';
import { useMessages } from '../../../../i18n/messages.tsx';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** A Monday, for the names of the days. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Days of the week, stored as `MO,TU`. */
export function DaysField({ name }: { name: string }) {
  const { t, locale } = useMessages();
  const { field, fieldState } = useController({ name });
  const chosen = String(field.value ?? '').split(',');
  const names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  const toggle = (day: string) => {
    const next = DAYS.filter((one) => chosen.includes(one) !== (one === day));
    field.onChange(next.join(','));
  };
  return (
    <fieldset className="choices">
      <legend>{t('schedule.days')}</legend>
      {DAYS.map((day, index) => (
        <label className="check" key={day}>
          <input type="checkbox" checked={chosen.includes(day)} onChange={() => toggle(day)} />
          {names.format(MONDAY + index * DAY_MS)}
        </label>
      ))}
      {fieldState.error && <p className="field-error">{fieldState.error.message}</p>}
    </fieldset>
  );
}
