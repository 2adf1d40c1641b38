import { type ComponentType, useEffect, useState } from 'react';

/** The choice of what the copy on this device holds: fetched where it is shown, as few ever need it. */
export function LazyOfflineRegionsPicker() {
  const [Chooser, setChooser] = useState<ComponentType | null>(null);

  useEffect(function bringIt() {
    import('./offline-regions-picker.tsx').then(
      ({ OfflineRegionsPicker }) => setChooser(() => OfflineRegionsPicker),
      () => {
        // Without a network nothing else can be kept either.
      },
    );
  }, []);

  return Chooser ? <Chooser /> : null;
}
