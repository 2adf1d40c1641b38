import { useEffect } from 'react';

/** What keys do: a single one such as `?`, or two in turn such as `g d`. */
export type Shortcuts = Record<string, () => void>;

/** Two keys that belong together are pressed within this time. */
const SEQUENCE_MS = 1_500;

/**
 * Listens for keys while no field has the focus: there they are text, and with Ctrl, Alt or Meta they
 * belong to the browser or the screen reader.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  useEffect(() => {
    let before = { key: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const isSequence = event.timeStamp - before.at < SEQUENCE_MS;
      const run = shortcuts[isSequence ? `${before.key} ${event.key}` : ''] ?? shortcuts[event.key];
      before = { key: event.key, at: event.timeStamp };
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, select, textarea, dialog') !== null
  );
}
