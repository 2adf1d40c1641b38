import { useRouteError } from 'react-router';
import { ErrorNotice } from '../components/error-notice.tsx';

/** What is shown instead of a page that failed. */
export function RouteError() {
  return (
    <main id="main">
      <ErrorNotice error={useRouteError()} />
    </main>
  );
}
