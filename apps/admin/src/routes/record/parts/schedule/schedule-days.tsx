import { useFormContext, useWatch } from 'react-hook-form';
import { CheckField } from '../../../../form/check-field.tsx';
import { TextField } from '../../../../form/text-field.tsx';
import { useMessages } from '../../../../i18n/messages.tsx';
import { DaysField } from './days-field.tsx';

const NO_DAYS = { from: '', to: '', yearly: false };

/** When hours apply: every week on certain days, or on special days such as holidays. */
export function ScheduleDays({ path }: { path: string }) {
  const { t } = useMessages();
  const { setValue } = useFormContext();
  const isSpecial = Boolean(useWatch({ name: `${path}.special_days` }));
  const choose = (special: boolean) => {
    setValue(`${path}.byday`, special ? null : '', { shouldDirty: true });
    setValue(`${path}.special_days`, special ? NO_DAYS : undefined, { shouldDirty: true });
  };
  return (
    <>
      <fieldset className="choices">
        <legend>{t('schedule.applies')}</legend>
        {[false, true].map((special) => (
          <label className="check" key={String(special)}>
            <input
              type="radio"
              name={`${path}.applies`}
              checked={isSpecial === special}
              onChange={() => choose(special)}
            />
            {t(special ? 'schedule.special' : 'schedule.weekly')}
          </label>
        ))}
      </fieldset>
      {isSpecial ? (
        <>
          <div className="columns">
            <TextField name={`${path}.special_days.from`} label={t('schedule.from')} type="date" />
            <TextField name={`${path}.special_days.to`} label={t('schedule.to')} type="date" />
          </div>
          <CheckField name={`${path}.special_days.yearly`} label={t('schedule.yearly')} />
          <p className="hint">{t('schedule.closedHint')}</p>
        </>
      ) : (
        <DaysField name={`${path}.byday`} />
      )}
    </>
  );
}
