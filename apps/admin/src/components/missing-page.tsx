import { Link } from 'react-router';
import { useMessages } from '../i18n/messages.tsx';

/** What a wrong URL of the console shows. */
export function MissingPage() {
  const { t } = useMessages();
  return (
    <>
      <h1>{t('missing.title')}</h1>
      <p>
        <Link to="/">{t('missing.back')}</Link>
      </p>
    </>
  );
}
