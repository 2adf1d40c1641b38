import { useFormContext, useWatch } from 'react-hook-form';
import type { TranslatedField } from '#contract';
import { languages, languageTags } from '../../../../../web/src/i18n/languages.ts';
import { ChoiceField } from '../../../form/choice-field.tsx';
import { Items } from '../../../form/items.tsx';
import { TextField } from '../../../form/text-field.tsx';
import { useMessages } from '../../../i18n/messages.tsx';

interface TranslationItemsProps {
  path: string;
  /** The texts that can be translated. */
  fields: TranslatedField[];
}

/** Texts in other languages than English. */
export function TranslationItems({ path, fields }: TranslationItemsProps) {
  const { t } = useMessages();
  const nameOf = (field: unknown) => t(`translated.${field as TranslatedField}`);
  return (
    <Items
      name={`${path}.translations`}
      title={t('translation.title')}
      add={t('translation.add')}
      empty={() => ({ field: fields[0], language: 'es', text: '', reviewed_by: null })}
      summary={({ field, language }) => `${nameOf(field)}, ${nameOfLanguage(language)}`}
    >
      {(translation) => (
        <>
          <div className="columns">
            <ChoiceField
              name={`${translation}.field`}
              label={t('translation.field')}
              choices={fields.map((value) => ({ value, text: nameOf(value) }))}
            />
            <ChoiceField
              name={`${translation}.language`}
              label={t('translation.language')}
              choices={languageTags
                .filter((tag) => tag !== 'en')
                .map((value) => ({ value, text: nameOfLanguage(value) }))}
            />
          </div>
          <TextField name={`${translation}.text`} label={t('translation.text')} isLong isRequired />
          <TextField
            name={`${translation}.reviewed_by`}
            label={t('translation.reviewedBy')}
            hint={t('translation.reviewedByHint')}
          />
          <CurrentOriginal path={translation} />
        </>
      )}
    </Items>
  );
}

function nameOfLanguage(tag: unknown): string {
  return languages[tag as keyof typeof languages]?.name ?? String(tag);
}

/** Says that a translation is of the present English text, as it is not when that has changed. */
function CurrentOriginal({ path }: { path: string }) {
  const { t } = useMessages();
  const { setValue } = useFormContext();
  const hash = useWatch({ name: `${path}.source_hash` }) as string | undefined;
  if (hash === undefined) return null;
  const confirm = () => setValue(`${path}.source_hash`, undefined, { shouldDirty: true });
  return (
    <button type="button" className="quiet" onClick={confirm}>
      {t('translation.current')}
    </button>
  );
}
