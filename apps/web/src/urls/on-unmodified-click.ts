import type { MouseEvent } from 'react';

/**
 * Handles clicks on a link in the page; with a modifier key, the browser opens the link as usual.
 */
export function onUnmodifiedClick(follow: () => void) {
  return (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  };
}
