import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

const ANSWER_LIMIT_MS = 2_000;

@Injectable()
export class ReadinessProbe {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Whether the database answers the simplest question in time. */
  async databaseAnswers(): Promise<boolean> {
    let limit: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      limit = setTimeout(() => resolve(false), ANSWER_LIMIT_MS);
    });
    const answer = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(limit);
    }
  }
}
