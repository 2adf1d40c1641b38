import type * as L from 'leaflet';

/**
 * Leads the keyboard into a popup that opens, and back to where it came from when that closes, also
 * by Esc. One that the keyboard has left closes: it would cover what comes next (WCAG 2.4.11).
 *
 * @param closeText what its button to close says to those who hear it
 */
export function managePopupFocus(map: L.Map, closeText: string): void {
  let from: HTMLElement | null = null;
  map.on('popupopen', ({ popup }: L.PopupEvent) => {
    from = document.activeElement as HTMLElement | null;
    const box = popup.getElement();
    box?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', closeText);
    box?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    const follow = ({ target }: FocusEvent) => {
      if (!box?.contains(target as Node)) popup.close();
    };
    document.addEventListener('focusin', follow);
    popup.once('remove', () => document.removeEventListener('focusin', follow));
  });
  map.on('popupclose', ({ popup }: L.PopupEvent) => {
    const now = document.activeElement;
    if (now === document.body || popup.getElement()?.contains(now)) {
      from?.focus({ preventScroll: true });
    }
  });
  map.getContainer().addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') map.closePopup();
  });
}
