/** One invalid parameter or field. */
export interface ProblemField {
  name: string;
  /** What is allowed. */
  detail: string;
}

/** RFC 9457 problem details. */
export interface Problem {
  /** Stable URL of the kind of problem. */
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Path of the request, without its query. */
  instance: string;
  errors?: ProblemField[];
  /** Of 412: the record as it is now. */
  current?: unknown;
}
