/** What a listing can be filtered by. */
export type TagKind =
  | 'service'
  | 'region'
  | 'serves'
  | 'language'
  | 'cost'
  | 'accepts'
  | 'status'
  | 'dialable_from';

/** `service:legal` */
export type TagName = `${TagKind}:${string}`;
