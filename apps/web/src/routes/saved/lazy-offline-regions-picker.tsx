import { type ComponentType, useEffect, useState } from 'react';

/** Loads the offline regions picker on demand, because few visitors need it. */
export function LazyOfflineRegionsPicker() {
  const [Picker, setPicker] = useState<ComponentType | null>(null);

  useEffect(function loadPicker() {
    import('./offline-regions-picker.tsx').then(
      ({ OfflineRegionsPicker }) => setPicker(() => OfflineRegionsPicker),
      () => {
        // Without a network, regions cannot be downloaded either.
      },
    );
  }, []);

  return Picker ? <Picker /> : null;
}
