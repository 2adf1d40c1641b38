import { lazy, Suspense } from 'react';
import { useOfflineCopyInUse } from '../api-client/connection.ts';

const CopyNotice = lazy(async () => {
  const { CopyNotice: component } = await import('../offline/without-server.ts');
  return { default: component };
});

/** Shows that the copy on this device is in use. */
export function OfflineNotice() {
  const copy = useOfflineCopyInUse();
  return (
    <div role="status">
      {copy ? (
        <Suspense>
          <CopyNotice {...copy} />
        </Suspense>
      ) : null}
    </div>
  );
}
