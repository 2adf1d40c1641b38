import { useEffect, useRef, useState } from 'react';
import { NavLink, Outlet, useLocation, useNavigate } from 'react-router';
import { ErrorNotice } from '../components/error-notice.tsx';
import { Waiting } from '../components/waiting.tsx';
import { LanguageChoice } from '../i18n/language-choice.tsx';
import { type MessageKey, useMessages } from '../i18n/messages.tsx';
import { SecondFactorPage } from '../routes/account/second-factor-page.tsx';
import { SignInPage } from '../routes/sign-in/sign-in-page.tsx';
import { SessionProvider, useSession, useSessionQuery } from '../session/session.tsx';
import { useSignOut } from '../session/use-sign-out.ts';
import { ShortcutHelp } from '../shortcuts/shortcut-help.tsx';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';

interface Section {
  to: string;
  text: MessageKey;
  subject: string;
  action: string;
  key: string;
}

const sections: Section[] = [
  { to: '/', text: 'nav.dashboard', subject: 'organization', action: 'read', key: 'd' },
  {
    to: '/verification',
    text: 'nav.verification',
    subject: 'organization',
    action: 'verify',
    key: 'v',
  },
  { to: '/records', text: 'nav.records', subject: 'organization', action: 'read', key: 'l' },
  { to: '/review', text: 'nav.review', subject: 'organization', action: 'review', key: 'r' },
  { to: '/people', text: 'nav.people', subject: 'user', action: 'read', key: 'p' },
  { to: '/account', text: 'nav.account', subject: '', action: '', key: 'a' },
];

/** Decides between signing in, setting up a second factor, and the console. */
export function SessionGate() {
  const { data: session, error, isPending } = useSessionQuery();
  if (isPending) return <Waiting />;
  if (error) return <ErrorNotice error={error} />;
  if (!session) return <SignInPage />;
  return (
    <SessionProvider session={session}>
      {session.needs_second_factor ? <SecondFactorPage /> : <Shell />}
    </SessionProvider>
  );
}

function Shell() {
  const { t } = useMessages();
  const { session, ability } = useSession();
  const [helpIsOpen, setHelpIsOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const shown = sections.filter(
    ({ action, subject }) => subject === '' || ability.can(action, subject),
  );
  useShortcuts({
    '?': () => setHelpIsOpen(true),
    ...Object.fromEntries(shown.map(({ key, to }) => [`g ${key}`, () => void navigate(to)])),
  });
  // A new page is announced, and the keyboard goes on from its beginning.
  useEffect(() => {
    if (pathname) main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [pathname]);
  return (
    <>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <header className="masthead">
        <p className="brand">{t('shell.title')}</p>
        <nav aria-label={t('shell.navigation')}>
          {shown.map(({ to, text }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {t(text)}
            </NavLink>
          ))}
        </nav>
        <div className="masthead-end">
          <LanguageChoice />
          <span className="who">{session.user.name}</span>
          <SignOutButton />
        </div>
      </header>
      <main id="main" ref={main} tabIndex={-1}>
        <Outlet />
      </main>
      <footer className="console-footer">
        <button type="button" className="link" onClick={() => setHelpIsOpen(true)}>
          {t('shell.shortcuts')}
        </button>
      </footer>
      {helpIsOpen && <ShortcutHelp sections={shown} onClose={() => setHelpIsOpen(false)} />}
    </>
  );
}

function SignOutButton() {
  const { t } = useMessages();
  const leave = useSignOut();
  return (
    <button type="button" className="quiet" onClick={() => void leave()}>
      {t('shell.signOut')}
    </button>
  );
}
