import { Injectable } from '@nestjs/common';

/** The current time; tests override it. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
