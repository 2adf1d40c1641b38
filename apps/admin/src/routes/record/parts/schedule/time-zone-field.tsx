import { ChoiceField } from '../../../../form/choice-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';

/** Along the border: Arizona has no daylight time, and Mexican border towns follow their neighbor's. */
const ZONES = [
  'America/Los_Angeles',
  'America/Tijuana',
  'America/Phoenix',
  'America/Hermosillo',
  'America/Denver',
  'America/Ciudad_Juarez',
  'America/Chicago',
  'America/Ojinaga',
  'America/Matamoros',
  'America/Monterrey',
  'America/Mexico_City',
  'America/New_York',
];

/** The time zone of opening hours. */
export function TimeZoneField({ name }: { name: string }) {
  const { t } = useMessages();
  return (
    <ChoiceField
      name={name}
      label={t('schedule.timeZone')}
      none={t('form.unknown')}
      choices={ZONES.map((value) => ({
        value,
        text: value.replace('America/', '').replaceAll('_', ' '),
      }))}
    />
  );
}
