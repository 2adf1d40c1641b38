import type { ReactNode } from 'react';
import { LanguageChoice } from '../../i18n/language-choice.tsx';
import { useMessages } from '../../i18n/messages.tsx';

/** A page of someone who is not, or not yet fully, signed in. */
export function AccountLayout({ title, children }: { title: string; children: ReactNode }) {
  const { t } = useMessages();
  return (
    <main id="main" className="account">
      <div className="account-top">
        <p className="brand">{t('shell.title')}</p>
        <LanguageChoice />
      </div>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
