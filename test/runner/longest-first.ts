import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { durationKey, readDurations } from './durations.ts';

/** Of a file that has never run here. */
const UNKNOWN_MS = 5_000;

/**
 * Runs the files of a project one after another, because they share what their worker has loaded,
 * and the longest first, so that no core is idle at the end.
 */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const durations = readDurations();
    const order = this.ctx.projects.map(({ name }) => name);
    const place = ({ project }: TestSpecification) => order.indexOf(project.name);
    const took = ({ project, moduleId }: TestSpecification) =>
      durations[durationKey(project.name, moduleId)] ?? UNKNOWN_MS;
    return [...files].sort((a, b) => place(a) - place(b) || took(b) - took(a));
  }
}
