import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type Account,
  changeAccount,
  linkForPassword,
  listAccounts,
  type OneTimeLink,
  removeSecondFactor,
} from '../../api-client/accounts.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { useAction } from '../../components/use-action.ts';
import { Waiting } from '../../components/waiting.tsx';
import { useMessages } from '../../i18n/messages.tsx';
import { AccountDialog } from './account-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';

const ACCOUNTS = ['accounts'];

/** The people who keep the records. */
export function PeoplePage() {
  const { t } = useMessages();
  const queries = useQueryClient();
  const [edited, setEdited] = useState<Account | 'new' | null>(null);
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const { data, error, isPending } = useQuery({ queryKey: ACCOUNTS, queryFn: listAccounts });
  const saved = async (made: OneTimeLink | null) => {
    setEdited(null);
    setLink(made);
    await queries.invalidateQueries({ queryKey: ACCOUNTS });
  };
  return (
    <>
      <h1>{t('nav.people')}</h1>
      <button type="button" onClick={() => setEdited('new')}>
        {t('people.invite')}
      </button>
      <ErrorNotice error={error} />
      {isPending ? (
        <Waiting />
      ) : (
        <PeopleTable accounts={data ?? []} onEdit={setEdited} onLink={setLink} />
      )}
      {edited && (
        <AccountDialog
          account={edited === 'new' ? null : edited}
          onSaved={saved}
          onClose={() => setEdited(null)}
        />
      )}
      {link && <LinkDialog link={link} onClose={() => setLink(null)} />}
    </>
  );
}

interface PeopleTableProps {
  accounts: Account[];
  onEdit: (account: Account) => void;
  onLink: (link: OneTimeLink) => void;
}

function PeopleTable({ accounts, onEdit, onLink }: PeopleTableProps) {
  const { t } = useMessages();
  return (
    <div className="table-box">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('account.name')}</th>
            <th scope="col">{t('people.role')}</th>
            <th scope="col">{t('people.secondFactor')}</th>
            <th scope="col">{t('people.actions')}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <PersonRow key={account.id} account={account} onEdit={onEdit} onLink={onLink} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface PersonRowProps extends Omit<PeopleTableProps, 'accounts'> {
  account: Account;
}

function PersonRow({ account, onEdit, onLink }: PersonRowProps) {
  const { t } = useMessages();
  const queries = useQueryClient();
  const { id, name, email, role, banned, second_factor } = account;
  const changed = () => queries.invalidateQueries({ queryKey: ACCOUNTS });
  const password = useAction(async () => onLink(await linkForPassword(id)));
  const factor = useAction(async () => {
    await removeSecondFactor(id);
    await changed();
  });
  const ban = useAction(async () => {
    await changeAccount(id, { banned: !banned });
    await changed();
  });
  const hasFactor = second_factor.totp || second_factor.passkeys > 0;
  return (
    <tr>
      <th scope="row">
        {name}
        <br />
        <span className="hint">{email}</span>
        {banned && <span className="badge warning">{t('people.isBanned')}</span>}
        <ErrorNotice error={password.error ?? factor.error ?? ban.error} />
      </th>
      <td>{t(`role.${role}`)}</td>
      <td>{t(hasFactor ? 'people.hasFactor' : 'people.noFactor')}</td>
      <td>
        <div className="buttons">
          <button type="button" className="quiet" onClick={() => onEdit(account)}>
            {t('people.edit')}
          </button>
          <button type="button" className="quiet" onClick={() => void password.run()}>
            {t('people.passwordLink')}
          </button>
          {hasFactor && (
            <button type="button" className="quiet" onClick={() => void factor.run()}>
              {t('people.resetFactor')}
            </button>
          )}
          <button type="button" className="quiet danger" onClick={() => void ban.run()}>
            {t(banned ? 'people.unban' : 'people.ban')}
          </button>
        </div>
      </td>
    </tr>
  );
}
