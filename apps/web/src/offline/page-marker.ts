/**
 * A header on every HTML response of our server. The service worker takes HTML without it for the
 * page of a network that wants its visitors to sign in.
 */
export const PAGE_MARKER = 'x-amparo-page';
