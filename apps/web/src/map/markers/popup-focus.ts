import type * as L from 'leaflet';

/**
 * Moves the keyboard focus into a popup that opens, and back when it closes, also by Esc. A popup
 * that loses the focus is closed, because it would cover the next focused element (WCAG 2.4.11).
 *
 * @param closeText the accessible name of the close button
 */
export function managePopupFocus(map: L.Map, closeText: string): void {
  let previousFocus: HTMLElement | null = null;
  map.on('popupopen', ({ popup }: L.PopupEvent) => {
    previousFocus = document.activeElement as HTMLElement | null;
    const box = popup.getElement();
    box?.querySelector('.leaflet-popup-close-button')?.setAttribute('aria-label', closeText);
    box?.querySelector<HTMLElement>('a, button')?.focus({ preventScroll: true });
    const closeOnLeave = ({ target }: FocusEvent) => {
      if (!box?.contains(target as Node)) popup.close();
    };
    document.addEventListener('focusin', closeOnLeave);
    popup.once('remove', () => document.removeEventListener('focusin', closeOnLeave));
  });
  map.on('popupclose', ({ popup }: L.PopupEvent) => {
    const now = document.activeElement;
    if (now === document.body || popup.getElement()?.contains(now)) {
      previousFocus?.focus({ preventScroll: true });
    }
  });
  map.getContainer().addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') map.closePopup();
  });
}
