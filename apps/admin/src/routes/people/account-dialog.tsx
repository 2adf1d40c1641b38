import { FormProvider, useForm } from 'react-hook-form';
import { roles } from '#contract';
import {
  type Account,
  type AccountFields,
  changeAccount,
  invite,
  type OneTimeLink,
} from '../../api-client/accounts.ts';
import { Dialog } from '../../components/dialog.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useAction } from '../../components/use-action.ts';
import { CheckField } from '../../form/check-field.tsx';
import { ChoiceField } from '../../form/choice-field.tsx';
import { ListField } from '../../form/list-field.tsx';
import { TextField } from '../../form/text-field.tsx';
import { useMessages } from '../../i18n/messages.tsx';

interface AccountDialogProps {
  /** null: a new one. */
  account: Account | null;
  onSaved: (link: OneTimeLink | null) => Promise<void>;
  onClose: () => void;
}

const newAccount: AccountFields = {
  name: '',
  email: '',
  role: 'contributor',
  scope: { organizations: [], regions: [] },
  confidential: false,
};

/** Invites someone, or changes what someone may do. */
export function AccountDialog({ account, onSaved, onClose }: AccountDialogProps) {
  const { t } = useMessages();
  const { name, email, role, scope, confidential } = account ?? newAccount;
  const form = useForm<AccountFields>({
    defaultValues: { name, email, role, scope, confidential },
  });
  const save = useAction(async () => {
    const fields = form.getValues();
    if (!account) return await onSaved(await invite(fields));
    const { email: _, ...change } = fields;
    await changeAccount(account.id, change);
    await onSaved(null);
  });
  return (
    <Dialog title={t(account ? 'people.edit' : 'people.invite')} onClose={onClose}>
      <FormProvider {...form}>
        <form onSubmit={form.handleSubmit(() => save.run())}>
          <ErrorNotice error={save.error} />
          <TextField name="name" label={t('account.name')} isRequired />
          <TextField
            name="email"
            label={t('account.email')}
            type="email"
            isRequired
            isReadOnly={account !== null}
          />
          <ChoiceField
            name="role"
            label={t('people.role')}
            hint={t('people.roleHint')}
            choices={roles.map((value) => ({ value, text: t(`role.${value}`) }))}
          />
          <ListField
            name="scope.regions"
            label={t('people.regions')}
            hint={t('people.regionsHint')}
            separator=","
          />
          <CheckField name="confidential" label={t('people.confidential')} />
          <p>
            <button type="submit" aria-disabled={save.isRunning}>
              {t(account ? 'form.save' : 'people.invite')}
            </button>
          </p>
        </form>
      </FormProvider>
    </Dialog>
  );
}
