/** The kinds of tags that entries can be filtered by. */
export type TagKind =
  | 'service'
  | 'region'
  | 'serves'
  | 'language'
  | 'cost'
  | 'accepts'
  | 'status'
  | 'dial_status'
  | 'code'
  | 'works_at'
  | 'locates'
  | 'dialable_from';

/** `service:legal` */
export type TagName = `${TagKind}:${string}`;
