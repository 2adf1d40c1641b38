/** One wrong parameter or field. */
export interface ProblemField {
  name: string;
  /** What would be right. */
  detail: string;
}

/** RFC 9457 problem details. */
export interface Problem {
  /** Stable address of the kind of problem. */
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Path of the request, without its query. */
  instance: string;
  errors?: ProblemField[];
}
