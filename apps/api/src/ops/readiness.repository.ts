import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';

const RESPONSE_LIMIT_MS = 2_000;

@Injectable()
export class ReadinessProbe {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Whether the database responds to a trivial query in time. */
  async databaseAnswers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), RESPONSE_LIMIT_MS);
    });
    const response = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([response, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
