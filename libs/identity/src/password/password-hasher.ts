import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';

/** What OWASP recommends for argon2id (which is the default): 19 MiB, twice, one thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hashes passwords with argon2id. */
@Injectable()
export class PasswordHasher {
  async hash(password: string): Promise<string> {
    return await hash(password, COST);
  }

  async verify(hashed: string, password: string): Promise<boolean> {
    return await verify(hashed, password);
  }
}
