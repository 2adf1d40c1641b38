import type { MouseEvent } from 'react';

/** For a link that the page follows by itself; with a key held down, the browser opens it as usual. */
export function onUnmodifiedClick(follow: () => void) {
  return (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    follow();
  };
}
