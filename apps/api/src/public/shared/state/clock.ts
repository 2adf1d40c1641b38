import { Injectable } from '@nestjs/common';

/** The time of day, so that what depends on it can be asked for another day. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
